import Glibc

/// A program that ran to its end, with this process's environment.
struct ChildProcess {
  /// The exit status, or 128 and the number of the signal that ended it; 127 where there is no such
  /// program.
  let status: Int32
  /// What it wrote to standard output and to standard error.
  let output: String

  /// Runs a program, found on the path where its name has no slash, with `input` to read.
  ///
  /// - Throws: `Failure` where the system starts no process, or stores no input.
  init(running words: [String], input: String = "") throws(Failure) {
    let file = try input.isEmpty ? nil : InputFile(input)
    let source = file.map { "/dev/fd/\($0.descriptor)" } ?? "/dev/null"
    let command = "exec \(ShellWords.line(words)) 2>&1 < \(source)"
    defer { file?.close() }
    guard let stream = unsafe popen(command, "re") else {
      throw Failure(SystemMessage.notStarted(program: words[0], SystemWords.english(errno)))
    }
    var bytes: [UInt8] = []
    while case let byte = unsafe getc(stream), byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    output = String(decoding: bytes, as: UTF8.self)
    let result = unsafe pclose(stream)
    let signal = result & 0x7F
    status = signal == 0 ? result >> 8 & 0xFF : 128 + signal
  }

  /// The last line that it wrote, where programs say why they failed; nil where it wrote nothing.
  var lastLine: String? { output.split(whereSeparator: \.isNewline).last.map(String.init) }
}

/// A file without a name, for a program to read: unlike a pipe it never fills up.
private struct InputFile {
  /// The number of the file, which a child process shares.
  let descriptor: Int32

  /// A file that holds `text`.
  ///
  /// - Throws: `Failure` where the system has no room for it.
  init(_ text: String) throws(Failure) {
    guard let stream = unsafe tmpfile() else { throw Self.failure }
    defer { _ = unsafe fclose(stream) }
    let bytes = Array(text.utf8)
    let isWritten =
      unsafe fwrite(bytes, 1, bytes.count, stream) == bytes.count && fflush(stream) == 0
    descriptor = isWritten ? dup(unsafe fileno(stream)) : -1
    guard descriptor >= 0 else { throw Self.failure }
  }

  /// Closes the file, which removes it.
  func close() { _ = Glibc.close(descriptor) }

  private static var failure: Failure {
    Failure(SystemMessage.noTemporaryFile(SystemWords.english(errno)))
  }
}
