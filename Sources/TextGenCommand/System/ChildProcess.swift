import Glibc

/// A program that ran to its end, with this process's environment.
struct ChildProcess {
  /// The exit status, or 128 and the number of the signal that ended it; 127 where there is no such
  /// program, and 126 where it may not be run, as of a shell.
  let status: Int32
  /// What it wrote to standard output and to standard error.
  let output: String

  /// Runs a program, found on the path where its name has no slash, with `input` to read.
  ///
  /// - Throws: `Failure` where the system starts no process, or stores no input.
  init(running words: [String], input: String = "") throws(Failure) {
    let file = try InputFile(input)
    defer { file.close() }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else {
      throw SpawnedProcess.Refusal(number: errno).failure(of: words[0])
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (reading, writing) = (ends[0], ends[1])
    defer { _ = close(reading) }
    let process: SpawnedProcess
    do throws(SpawnedProcess.Refusal) {
      defer { _ = close(writing) }
      process = try SpawnedProcess(
        words, SpawnedProcess.Streams(input: file.descriptor, output: writing))
    } catch {
      guard [ENOENT, EACCES].contains(error.number) else {
        throw error.failure(of: words[0])
      }
      status = error.number == ENOENT ? 127 : 126
      output = "\(words[0]): \(error.reason)\n"
      return
    }
    // Read to the end first: a process whose pipe is full does not end.
    output = Self.text(from: reading)
    status = process.status()
  }

  /// The last line that it wrote, where programs say why they failed; nil where it wrote nothing.
  var lastLine: String? { output.split(whereSeparator: \.isNewline).last.map(String.init) }

  /// What comes through a pipe until nobody can write to it any more.
  private static func text(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}

/// A file without a name, for a program to read: unlike a pipe it never fills up.
private struct InputFile {
  /// The number of the file, which is read from its beginning.
  let descriptor: Int32

  /// A file that holds `text`; where that is empty, the one that always is.
  ///
  /// - Throws: `Failure` where the system has no room for it.
  init(_ text: String) throws(Failure) {
    if text.isEmpty {
      descriptor = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.failure }
      return
    }
    guard let stream = unsafe tmpfile() else { throw Self.failure }
    defer { _ = unsafe fclose(stream) }
    let bytes = Array(text.utf8)
    let isWritten =
      unsafe fwrite(bytes, 1, bytes.count, stream) == bytes.count && fflush(stream) == 0
    descriptor = isWritten ? fcntl(unsafe fileno(stream), F_DUPFD_CLOEXEC, 0) : -1
    guard descriptor >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure }
  }

  /// Closes the file, which removes it.
  func close() { _ = Glibc.close(descriptor) }

  private static var failure: Failure {
    Failure(SystemMessage.noTemporaryFile(SystemWords.english(errno)))
  }
}
