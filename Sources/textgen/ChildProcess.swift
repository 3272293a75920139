import Glibc

/// A program that ran to its end, with this process's environment and nothing to read.
struct ChildProcess {
  /// The exit status, or 128 and the number of the signal that ended it; 127 where there is no such
  /// program.
  let status: Int32
  /// What it wrote to standard output and to standard error.
  let output: String

  /// Runs a program, found on the path where its name has no slash.
  ///
  /// - Throws: `Failure` where the system starts no process.
  init(running words: [String]) throws(Failure) {
    let command = "exec \(ShellWords.line(words)) 2>&1 < /dev/null"
    guard let stream = unsafe popen(command, "re") else {
      throw Failure(
        "\(words[0]) cannot be started: \(unsafe String(cString: strerror(errno))); "
          + "end other programs and try again")
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

  /// The last line that it wrote, where programs say why they failed.
  var lastLine: String {
    output.split(whereSeparator: \.isNewline).last.map(String.init) ?? "no word"
  }
}
