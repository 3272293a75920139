/// Collects tensors and metadata and writes them as one safetensors file.
///
/// The same contents give the same bytes, in whatever order they are added: tensors stand in the
/// reference writer's order, larger types first and then by name, so that each is aligned to its
/// type, and the header is padded so that the data begins at a multiple of 64 bytes. A checksum is
/// added to the metadata.
///
/// ```swift
/// var writer = SafeTensorsWriter(metadata: ["format_version": "1"])
/// writer.add("output.bias", shape: [11], bias)
/// try writer.write(to: "model.safetensors")
/// ```
package struct SafeTensorsWriter {
  /// Gives a tensor's elements, row-major, in as many pieces as it likes; it is called twice and
  /// must give the same elements both times.
  package typealias Chunks<Element> =
    (_ take: (Span<Element>) throws -> Void) throws -> Void

  private typealias ByteChunks = (_ take: (RawSpan) throws -> Void) throws -> Void

  private struct Tensor {
    let name: String
    let type: TensorType
    let shape: [Int]
    let byteCount: Int
    let chunks: ByteChunks
  }

  private var tensors: [Tensor] = []

  /// Texts to store with the tensors.
  package var metadata: [String: String]

  /// A writer without tensors.
  package init(metadata: [String: String] = [:]) { self.metadata = metadata }

  /// Adds a tensor whose elements are an array, which is kept and not copied.
  package mutating func add<Element: TensorElement>(
    _ name: String, shape: [Int], _ values: [Element]
  ) {
    add(name, shape: shape, values[...])
  }

  /// Adds a tensor whose elements are a part of an array, which is kept and not copied.
  package mutating func add<Element: TensorElement>(
    _ name: String, shape: [Int], _ values: ArraySlice<Element>
  ) {
    let size = TensorEntry.size(of: shape, type: Element.tensorType)
    precondition(
      size?.count == values.count,
      "tensor \(name) of shape \(shape) is given \(values.count) elements")
    add(name, shape: shape) { take in try take(values.span) }
  }

  /// Adds a tensor whose elements are made when the file is written, for values that do not lie in
  /// memory as the file has them.
  package mutating func add<Element: TensorElement>(
    _ name: String, shape: [Int], chunks: @escaping Chunks<Element>
  ) {
    let size = TensorEntry.size(of: shape, type: Element.tensorType)
    guard let size, shape.allSatisfy({ $0 >= 0 }) else {
      preconditionFailure("tensor \(name) has the shape \(shape)")
    }
    precondition(
      name != "__metadata__" && !tensors.contains { $0.name == name },
      "the name \(name) is taken")
    tensors.append(
      Tensor(name: name, type: Element.tensorType, shape: shape, byteCount: size.byteCount) {
        take in
        try chunks { elements in try unsafe take(elements.bytes) }
      })
  }

  /// Writes the file at `path`, replacing it atomically.
  ///
  /// - Throws: `FileError` where the system refuses; `SafeTensorsError` of kind `invalidHeader`
  ///   where names and metadata exceed 100,000,000 bytes; what a tensor's chunks throw.
  package func write(to path: String) throws {
    try write(to: path, operations: SystemFileOperations())
  }

  /// The same through other system calls.
  package func write(to path: String, operations: some FileOperations) throws {
    let (header, sorted) = try prepared(file: path)
    try AtomicFile.replace(path, operations: operations) { file in
      try file.write(header)
      try forEachChunk(of: sorted) { try file.write($0) }
    }
  }

  /// The file's bytes.
  ///
  /// - Throws: as `write`, but for `FileError`.
  package func bytes() throws -> [UInt8] {
    var (bytes, sorted) = try prepared(file: "the file")
    try forEachChunk(of: sorted) { chunk in
      unsafe chunk.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// The bytes up to the data, and the tensors in their order.
  private func prepared(file: String) throws -> ([UInt8], [Tensor]) {
    let sorted = tensors.sorted {
      $0.type != $1.type
        ? $0.type.order > $1.type.order : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    var header = Header(tensors: [], metadata: metadata)
    var end = 0
    for tensor in sorted {
      let range = end..<end + tensor.byteCount
      header.tensors.append(
        TensorEntry(name: tensor.name, type: tensor.type, shape: tensor.shape, byteRange: range))
      end = range.upperBound
    }
    var hash = header.hash
    try forEachChunk(of: sorted) { hash.update($0) }
    header.metadata[Header.checksumKey] = Header.checksumText(hash.digest)
    return (try header.encoded(file: file), sorted)
  }

  private func forEachChunk(
    of tensors: [Tensor], _ take: (RawSpan) throws -> Void
  ) throws {
    for tensor in tensors {
      var count = 0
      try tensor.chunks { chunk in
        count += chunk.byteCount
        try take(chunk)
      }
      precondition(
        count == tensor.byteCount,
        "tensor \(tensor.name) gave \(count) bytes instead of \(tensor.byteCount)")
    }
  }
}
