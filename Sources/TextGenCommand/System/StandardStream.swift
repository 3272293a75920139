import Glibc

/// A stream of the process that text is written to, without a buffer in between.
enum StandardStream: Int32, Sendable {
  /// For results.
  case output = 1
  /// For the conversation: progress, notes, errors.
  case error = 2

  /// Writes all of `text`: a result is written to a pipe or a file as it is; on a terminal, and in the
  /// conversation wherever it goes, what would act on a terminal is spelled out.
  ///
  /// - Throws: `OutputError` where the reader has gone or the system refuses.
  func write(_ text: String) throws(OutputError) { try write(shown(text, as: .lines)) }

  /// Writes all of `text` and a line end.
  func writeLine(_ text: String) throws(OutputError) { try write(text + "\n") }

  /// Writes JSON and a line end; on a terminal it shows what would act on it, and means the same.
  func writeLine(json text: String) throws(OutputError) {
    try write(shown(text, as: .json) + "\n")
  }

  /// Writes all of `text`, which cannot command a terminal.
  func write(_ text: TerminalText) throws(OutputError) { try send(text.string) }

  /// `text` as it may be written here.
  func shown(_ text: String, as layout: VisibleText.Layout) -> TerminalText {
    self == .output && !isTerminal
      ? TerminalText(unescaped: text) : TerminalText(text, as: layout)
  }

  private func send(_ text: String) throws(OutputError) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(rawValue, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        throw .closed
      } else if errno == EAGAIN {
        usleep(1000)
      } else if errno != EINTR {
        throw .failed(reason: SystemWords.english(errno))
      }
    }
  }

  /// Opens what the caller closed of the three standard streams, so that no file takes its place;
  /// using such a stream stays an error.
  static func occupyClosed() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether a person looks at the stream.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The columns of the terminal; nil where there is none or it does not say.
  var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Output that could not be written.
enum OutputError: Advised, Translated, Hashable {
  /// The reader of the pipe has gone.
  case closed
  /// The system refuses.
  case failed(reason: String)

  var english: String {
    switch self {
    case .closed: "the reader of standard output has gone"
    case .failed(let reason):
      "standard output cannot be written: \(reason); make room or choose another place for it"
    }
  }

  var portuguese: String {
    switch self {
    case .closed: "quem lia a saída padrão já não está lá"
    case .failed(let reason):
      "a saída padrão não pode ser escrita: \(SystemWords.portuguese(in: reason)); libere espaço ou "
        + "escolha outro lugar para ela"
    }
  }
}

private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int { unsafe write(descriptor, bytes, count) }
