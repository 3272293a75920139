/// A safetensors file, open for reading: named arrays of numbers and a table of texts.
///
/// The file is mapped, not read: tensors that nobody asks for cost no memory. Everything the file
/// says of itself is checked on opening; its values and its checksum only on request.
///
/// Format: https://github.com/huggingface/safetensors (2022). Stricter than the reference reader,
/// this one refuses duplicate keys and anything but `{` at the start of the header.
package struct SafeTensorsFile: Sendable {
  /// The file as the caller named it, the first word of every error.
  package let name: String

  /// The tensors in the order of their data.
  package let tensors: [TensorEntry]

  /// The texts under `__metadata__`.
  package let metadata: [String: String]

  private let storage: Storage
  private let indices: [String: Int]

  /// Where the data buffer begins, in bytes from the start of the file.
  let dataStart: Int

  /// The size of the file in bytes.
  package let byteCount: Int

  /// Maps the file at `path`.
  ///
  /// - Throws: `SafeTensorsError` where the file cannot be read or breaks a rule of the format.
  package init(path: String) throws(SafeTensorsError) {
    try self.init(.mapped(try MappedFile(path)), name: path)
  }

  /// Reads a file that lies in memory, called `name` in errors.
  ///
  /// - Throws: `SafeTensorsError` where the bytes break a rule of the format.
  package init(bytes: [UInt8], name: String) throws(SafeTensorsError) {
    try self.init(.memory(bytes), name: name)
  }

  private init(_ storage: Storage, name: String) throws(SafeTensorsError) {
    var byteCount = 0
    let bytes = try storage.withBytes { (bytes) throws(SafeTensorsError) -> [UInt8] in
      byteCount = bytes.byteCount
      let length = try headerLength(of: bytes, file: name)
      return unsafe bytes.extracting(8..<8 + length).withUnsafeBytes { unsafe Array($0) }
    }
    let header = try Header(parsing: bytes, file: name)
      .arranged(dataStart: 8 + bytes.count, byteCount: byteCount, file: name)
    self.name = name
    self.storage = storage
    self.byteCount = byteCount
    dataStart = 8 + bytes.count
    tensors = header.tensors
    metadata = header.metadata
    indices = Dictionary(
      zip(header.tensors.map(\.name), header.tensors.indices),
      uniquingKeysWith: { first, _ in first })
  }

  /// The entry of the tensor `name`, or nil where there is none.
  package subscript(name: String) -> TensorEntry? { indices[name].map { tensors[$0] } }

  /// Calls `body` with the bytes of the tensor `name`, row-major and little-endian.
  ///
  /// - Throws: `SafeTensorsError` of kind `missingTensor`; what `body` throws.
  package func withBytes<Result>(
    named name: String, _ body: (RawSpan) throws -> Result
  ) throws -> Result {
    let range = try entry(named: name).byteRange
    return try withData { data in try body(data.extracting(range)) }
  }

  /// The entry of the tensor `name`.
  ///
  /// - Throws: `SafeTensorsError` of kind `missingTensor`.
  package func entry(named tensor: String) throws(SafeTensorsError) -> TensorEntry {
    guard let entry = self[tensor] else {
      throw SafeTensorsError(
        file: name, kind: .missingTensor, tensor: tensor,
        detail: "there is no tensor \(quoted(tensor)) among its \(tensors.count) tensors")
    }
    return entry
  }

  /// Calls `body` with the data buffer.
  func withData<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.withBytes { (bytes) throws(Failure) -> Result in
      try body(bytes.extracting(dataStart...))
    }
  }
}

/// Where the bytes of a file lie.
private enum Storage: Sendable {
  case mapped(MappedFile)
  case memory([UInt8])

  func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .mapped(let file): try file.withBytes(body)
    case .memory(let bytes): try unsafe body(bytes.span.bytes)
    }
  }
}
