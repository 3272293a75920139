import Glibc

/// Reads all bytes of a file, a pipe or standard input, through its descriptor.
enum FileReader {
  /// The bytes of `path`, `-` meaning standard input.
  static func bytes(of path: String) throws(TextFileError) -> [UInt8] {
    if isStandardInput(path) { return try bytes(descriptor: 0, name: path) }
    guard !path.utf8.contains(0) else {
      throw .unreadable(file: path, reason: .nulInName)
    }
    // Without O_NONBLOCK the system would wait for ever for somebody to write into a named pipe.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(file: path) : .unreadable(file: path, reason: reason())
    }
    defer { close(descriptor) }
    guard let beginning = beginning(descriptor) else {
      throw .unreadable(file: path, reason: .silentPipe(seconds: patience))
    }
    _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    return try bytes(descriptor: descriptor, name: path, beginning: beginning)
  }

  /// Seconds that a named pipe may be without a writer.
  private static let patience = 5

  /// What was read of a pipe to learn that somebody writes into it, or did; nil where nobody does, and
  /// nothing of other files.
  private static func beginning(_ descriptor: Int32) -> [UInt8]? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else {
      return []
    }
    let end = ContinuousClock.now + .seconds(patience)
    repeat {
      // An event comes with the first bytes, or when a writer has gone. One that is silent shows in
      // that the pipe has no end yet.
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&event, 1, 50) != 0 { return [] }
      var byte: UInt8 = 0
      let count = unsafe read(descriptor, &byte, 1)
      if count > 0 { return [byte] }
      if count < 0, errno == EAGAIN { return [] }
    } while ContinuousClock.now < end
    return nil
  }

  /// Whether `path` can be read a second time with the same result.
  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    guard !isStandardInput(path), unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private static func isStandardInput(_ path: String) -> Bool {
    path == "-" || path == "/dev/stdin"
  }

  private static func bytes(
    descriptor: Int32, name: String, beginning: [UInt8] = []
  ) throws(TextFileError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(file: name, reason: reason())
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder(file: name)
    case S_IFBLK: throw .unreadable(file: name, reason: .device)
    case S_IFCHR where descriptor != 0 && status.st_rdev != nullDevice:
      throw .unreadable(file: name, reason: .device)
    default: break
    }
    var bytes = beginning
    bytes.reserveCapacity(min(max(0, Int(status.st_size)), 1 << 33))
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw .unreadable(file: name, reason: reason())
      }
    }
  }

  /// /dev/null on Linux: major 1, minor 3.
  private static let nullDevice: dev_t = 0x103

  private static func reason() -> TextFileError.Reason {
    .system(unsafe String(cString: strerror(errno)))
  }
}
