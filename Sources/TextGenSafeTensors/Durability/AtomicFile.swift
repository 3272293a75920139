/// A file that comes into being whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which is flushed to the disk and then takes
/// the target's name in one step; then the folder is flushed. A kill or a power cut at any moment
/// leaves the previous file or the new one.
///
/// ```swift
/// try AtomicFile.replace("model.safetensors") { file in
///   try file.write(header)
///   try file.write(data)
/// }
/// ```
package struct AtomicFile: ~Copyable {
  private let operations: any FileOperations
  private let path: String
  private let temporary: TemporaryName
  private let folder: Int32
  private let target: ReplacementTarget
  private var descriptor: Int32?

  /// Adds bytes at the end.
  ///
  /// - Throws: `FileError` where the system refuses, for example because the disk is full.
  package mutating func write(_ bytes: RawSpan) throws(FileError) {
    precondition(descriptor != nil, "write to a file that is closed")
    guard let descriptor else { return }
    do {
      try operations.writeAll(bytes, to: descriptor)
    } catch {
      throw failure(error)
    }
  }

  /// Adds the UTF-8 bytes of a text at the end.
  ///
  /// - Throws: `FileError` where the system refuses, for example because the disk is full.
  package mutating func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `FileError` where the system refuses, for example because the disk is full.
  package mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try unsafe write(bytes.span.bytes)
  }

  /// Replaces the file at `path` by what `body` writes; a link is followed and stays.
  ///
  /// An existing file keeps its permissions. When `body` throws, nothing is replaced.
  ///
  /// - Throws: what `body` throws; `FileError` where the system refuses a step.
  package static func replace<Result>(
    _ path: String, _ body: (inout AtomicFile) throws -> Result
  ) throws -> Result {
    try replace(path, operations: SystemFileOperations(), body)
  }

  /// The same through other system calls.
  package static func replace<Result>(
    _ path: String, operations: some FileOperations, _ body: (inout AtomicFile) throws -> Result
  ) throws -> Result {
    var file = try AtomicFile(path, operations)
    let result: Result
    do {
      try file.create()
      result = try body(&file)
      try file.commit()
    } catch {
      file.abandon()
      throw error
    }
    try file.flushFolder()
    return result
  }

  private init(_ path: String, _ operations: any FileOperations) throws(FileError) {
    let target = try ReplacementTarget(path)
    do {
      // Opened first: once the new file stands, only the flush itself can still fail.
      folder = try operations.openFolder(target.folder)
    } catch {
      throw .notWritten(path, error, previousExists: target.permissions != nil)
    }
    self.operations = operations
    self.path = path
    self.target = target
    temporary = TemporaryName(in: target.folder)
  }

  private mutating func create() throws(FileError) {
    UnfinishedFiles.ofProcess.insert(temporary.path)
    do {
      let descriptor = try operations.create(temporary.path)
      self.descriptor = descriptor
      guard let permissions = target.permissions else { return }
      try operations.setPermissions(permissions & 0o7777, of: descriptor)
    } catch {
      throw failure(error)
    }
  }

  private mutating func commit() throws(FileError) {
    guard let descriptor else { return }
    do {
      try operations.synchronize(descriptor)
      self.descriptor = nil
      try operations.close(descriptor)
      try operations.rename(temporary.path, to: target.path)
      UnfinishedFiles.ofProcess.forget(temporary.path)
    } catch {
      throw failure(error)
    }
  }

  /// Takes back what was begun; what fails here leaves a file that `removeStale` finds.
  private mutating func abandon() {
    if let descriptor { try? operations.close(descriptor) }
    descriptor = nil
    try? operations.remove(temporary.path)
    UnfinishedFiles.ofProcess.forget(temporary.path)
    try? operations.close(folder)
  }

  private func flushFolder() throws(FileError) {
    defer { try? operations.close(folder) }
    do {
      try operations.synchronize(folder)
    } catch {
      throw FileError(
        path, .notFlushed, error,
        "is written, but its folder cannot be flushed to the disk: \(error);"
          + " after a power cut the previous file could be back")
    }
  }

  private func failure(_ error: SystemError) -> FileError {
    .notWritten(path, error, previousExists: target.permissions != nil)
  }
}
