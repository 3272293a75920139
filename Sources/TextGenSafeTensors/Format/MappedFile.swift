import Glibc

/// The bytes of a file, mapped into memory for as long as the value lives.
///
/// Files are replaced and never rewritten in place here, so a mapping keeps its bytes. A program
/// that cuts a file in place while it is mapped kills its readers (SIGBUS): copy such a file first.
@safe final class MappedFile: Sendable {
  // A pointer is not Sendable; these bytes are only ever read.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws(SafeTensorsError) {
    let descriptor: Int32
    do {
      // Without O_NONBLOCK, opening a pipe would wait for its writer.
      descriptor = try SystemError.check { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    } catch {
      throw Self.failure(path, "cannot be opened: \(error)")
    }
    defer { close(descriptor) }
    let count = try Self.byteCount(descriptor, path)
    guard count > 0 else {
      unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw Self.failure(path, "cannot be mapped into memory: \(SystemError.last)")
    }
    unsafe bytes = UnsafeRawBufferPointer(start: address, count: count)
  }

  deinit {
    if let address = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress) {
      unsafe munmap(address, bytes.count)
    }
  }

  func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Without it the mapping could end with the last use of `self`, before `body` has.
    defer { withExtendedLifetime(self) {} }
    return try unsafe body(bytes.bytes)
  }

  private static func byteCount(
    _ descriptor: Int32, _ path: String
  ) throws(SafeTensorsError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw failure(path, "cannot be read: \(SystemError.last)")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_size
    case S_IFDIR: throw failure(path, "is a folder, not a safetensors file")
    default: throw failure(path, "is a device or a pipe; copy its contents to a file first")
    }
  }

  private static func failure(_ path: String, _ detail: String) -> SafeTensorsError {
    SafeTensorsError(file: path, kind: .notReadable, detail: detail)
  }
}
