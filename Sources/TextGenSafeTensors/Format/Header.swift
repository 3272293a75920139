/// The tensors and metadata that a header names, in the order of the data.
struct Header: Sendable {
  /// Longest header in bytes, as in the reference reader.
  static let lengthLimit = 100_000_000

  /// Most tensors, and most metadata keys, of a file: bounds the memory a hostile header can take.
  static let entryLimit = 65_536

  /// Most dimensions of a tensor, and most fields of its entry.
  static let rankLimit = 32

  var tensors: [TensorEntry]
  var metadata: [String: String]
}

extension Header {
  /// Reads a header's JSON; the places of the tensors are checked by `arranged`.
  ///
  /// Keys that differ only by canonical equivalence count as equal, as they do for `String`.
  init(parsing bytes: [UInt8], file: String) throws(SafeTensorsError) {
    var scanner = HeaderScanner(bytes, file: file)
    guard scanner.next == UInt8(ascii: "{") else {
      throw scanner.error("it must begin with \"{\"")
    }
    var tensors: [TensorEntry] = []
    var metadata: [String: String]?
    var names: Set<String> = []
    try scanner.object { (scanner, name, start) throws(SafeTensorsError) in
      guard names.insert(name).inserted else {
        throw scanner.error("duplicate name \(quoted(name))", at: start)
      }
      guard names.count <= Self.entryLimit else {
        throw scanner.error("it names more than \(Self.entryLimit) tensors", at: start)
      }
      if name == "__metadata__" {
        metadata = try Self.metadata(&scanner)
      } else {
        tensors.append(try Self.tensor(named: name, at: start, &scanner))
      }
    }
    try scanner.expectPadding()
    self.init(tensors: tensors, metadata: metadata ?? [:])
  }

  private static func metadata(
    _ scanner: inout HeaderScanner
  ) throws(SafeTensorsError) -> [String: String] {
    var metadata: [String: String] = [:]
    try scanner.object { (scanner, key, start) throws(SafeTensorsError) in
      scanner.skipWhitespace()
      guard scanner.next == UInt8(ascii: "\"") else {
        throw scanner.error("the value of metadata key \(quoted(key)) is not a string")
      }
      let previous = metadata.updateValue(try scanner.string(), forKey: key)
      guard previous == nil else {
        throw scanner.error("duplicate metadata key \(quoted(key))", at: start)
      }
      guard metadata.count <= entryLimit else {
        throw scanner.error("it holds more than \(entryLimit) metadata keys", at: start)
      }
    }
    return metadata
  }

  private static func tensor(
    named name: String, at start: Int, _ scanner: inout HeaderScanner
  ) throws(SafeTensorsError) -> TensorEntry {
    scanner.tensor = name
    defer { scanner.tensor = nil }
    var type: TensorType?
    var shape: [Int]?
    var offsets: [Int]?
    var keys: Set<String> = []
    try scanner.object { (scanner, key, start) throws(SafeTensorsError) in
      guard keys.insert(key).inserted else {
        throw scanner.error("duplicate field \(quoted(key))", at: start)
      }
      guard keys.count <= rankLimit else {
        throw scanner.error("it has more than \(rankLimit) fields", at: start)
      }
      switch key {
      case "dtype": type = try Self.type(&scanner)
      case "shape": shape = try sizes(&scanner, limit: rankLimit)
      case "data_offsets": offsets = try sizes(&scanner, limit: 2)
      default: try scanner.skipValue()
      }
    }
    guard let type else { throw scanner.error("it has no \"dtype\"", at: start) }
    guard let shape else { throw scanner.error("it has no \"shape\"", at: start) }
    guard let offsets else { throw scanner.error("it has no \"data_offsets\"", at: start) }
    let range = try byteRange(offsets, of: shape, type, at: start, scanner)
    return TensorEntry(name: name, type: type, shape: shape, byteRange: range)
  }

  private static func type(
    _ scanner: inout HeaderScanner
  ) throws(SafeTensorsError) -> TensorType {
    scanner.skipWhitespace()
    let start = scanner.position
    let name = try scanner.string()
    guard let type = TensorType(rawValue: name) else {
      throw scanner.error("the dtype \(quoted(name)) is unknown", at: start)
    }
    return type
  }

  private static func sizes(
    _ scanner: inout HeaderScanner, limit: Int
  ) throws(SafeTensorsError) -> [Int] {
    var sizes: [Int] = []
    try scanner.array { (scanner) throws(SafeTensorsError) in
      sizes.append(try scanner.size())
      guard sizes.count <= limit else {
        throw scanner.error("a list holds more than \(limit) numbers")
      }
    }
    return sizes
  }

  private static func byteRange(
    _ offsets: [Int], of shape: [Int], _ type: TensorType, at start: Int, _ scanner: HeaderScanner
  ) throws(SafeTensorsError) -> Range<Int> {
    guard offsets.count == 2 else {
      throw scanner.error(
        "\"data_offsets\" must hold 2 numbers, it holds \(offsets.count)", at: start)
    }
    guard offsets[0] <= offsets[1] else {
      throw scanner.error("its data begins at \(offsets[0]) and ends at \(offsets[1])", at: start)
    }
    guard let size = TensorEntry.size(of: shape, type: type) else {
      throw scanner.error("the shape \(shape) of \(type.rawValue) is too large", at: start)
    }
    guard offsets[1] - offsets[0] == size.byteCount else {
      throw scanner.error(
        "the shape \(shape) of \(type.rawValue) takes \(size.byteCount) bytes,"
          + " but \"data_offsets\" spans \(offsets[1] - offsets[0])", at: start)
    }
    return offsets[0]..<offsets[1]
  }
}
