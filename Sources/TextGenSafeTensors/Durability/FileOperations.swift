import Glibc

/// The system calls by which a file is replaced, so that tests can record them and make them fail.
package protocol FileOperations {
  /// Creates a file that must not exist yet and opens it for writing.
  func create(_ path: String) throws(SystemError) -> Int32

  /// Opens a folder, to flush it.
  func openFolder(_ path: String) throws(SystemError) -> Int32

  /// Gives an open file the permission bits `permissions`.
  func setPermissions(_ permissions: UInt32, of descriptor: Int32) throws(SystemError)

  /// Writes some of `bytes` and returns how many.
  func write(_ bytes: RawSpan, to descriptor: Int32) throws(SystemError) -> Int

  /// Flushes a file or folder to the disk.
  func synchronize(_ descriptor: Int32) throws(SystemError)

  /// Closes a file or folder.
  func close(_ descriptor: Int32) throws(SystemError)

  /// Gives a file a new name in one step, replacing what has that name.
  func rename(_ source: String, to target: String) throws(SystemError)

  /// Removes a file.
  func remove(_ path: String) throws(SystemError)
}

/// The calls of the operating system themselves.
package struct SystemFileOperations: FileOperations, Sendable {
  package init() {}

  package func create(_ path: String) throws(SystemError) -> Int32 {
    try SystemError.check { unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  package func openFolder(_ path: String) throws(SystemError) -> Int32 {
    try SystemError.check { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  package func setPermissions(
    _ permissions: UInt32, of descriptor: Int32
  ) throws(SystemError) {
    _ = try SystemError.check { fchmod(descriptor, permissions) }
  }

  package func write(_ bytes: RawSpan, to descriptor: Int32) throws(SystemError) -> Int {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw SystemError.last }
    return count
  }

  package func synchronize(_ descriptor: Int32) throws(SystemError) {
    _ = try SystemError.check { fsync(descriptor) }
  }

  package func close(_ descriptor: Int32) throws(SystemError) {
    // Linux closes the descriptor even when a signal interrupts the call: never repeat it.
    guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw SystemError.last }
  }

  package func rename(_ source: String, to target: String) throws(SystemError) {
    _ = try SystemError.check { unsafe Glibc.rename(source, target) }
  }

  package func remove(_ path: String) throws(SystemError) {
    _ = try SystemError.check { unsafe unlink(path) }
  }
}

extension FileOperations {
  /// Writes all of `bytes`, however many calls that takes.
  func writeAll(_ bytes: RawSpan, to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.byteCount {
      do throws(SystemError) {
        let count = try write(bytes.extracting(written...), to: descriptor)
        guard count > 0 else { throw SystemError(code: EIO) }
        written += count
      } catch {
        guard error.code == EINTR else { throw error }
      }
    }
  }
}
