import Glibc
import TextGenTerminal

/// The terminal of the process: its keys, its size and what it shows.
struct TerminalDevice {
  /// What somebody who waits at the terminal gets.
  enum Event: Hashable {
    case bytes([UInt8])
    /// Signals came, or something was found: the size may be another one.
    case woken([Int32])
    case time
    /// The terminal has gone.
    case end
  }

  /// The settings that the terminal had.
  private let earlier: termios
  let pipe: SignalPipe

  /// Puts the terminal into raw mode, on its other screen, with pasting in brackets.
  ///
  /// - Throws: `Failure` where there is no terminal, or no pipe is left.
  init() throws {
    var settings = termios()
    guard unsafe tcgetattr(0, &settings) == 0, let pipe = SignalPipe() else {
      throw Failure(TypingMessage.noTerminal)
    }
    earlier = settings
    self.pipe = pipe
    for number in [SIGWINCH, SIGTERM, SIGHUP, SIGINT] { _ = signal(number, SignalPipe.note) }
    unsafe cfmakeraw(&settings)
    guard unsafe tcsetattr(0, TCSADRAIN, &settings) == 0 else {
      throw Failure(TypingMessage.noTerminal)
    }
    show("\u{1B}[?1049h\u{1B}[?2004h\u{1B}[H\u{1B}[2J")
  }

  /// Brings back the screen and the settings that there were.
  func restore() {
    show(Self.reset)
    var settings = earlier
    _ = unsafe tcsetattr(0, TCSADRAIN, &settings)
  }

  /// What brings back the main screen, however a program has left the other one.
  static let reset = "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  /// Columns and rows.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Shows what `text` draws, as it is.
  func show(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        return
      }
    }
  }

  /// The next thing that happens, `milliseconds` being waited for it at most, -1 for ever.
  func next(within milliseconds: Int32) -> Event {
    var files = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0),
    ]
    let count = unsafe poll(&files, 2, milliseconds)
    if count == 0 { return .time }
    if count < 0 { return .woken(pipe.numbers()) }
    if files[1].revents != 0 { return .woken(pipe.numbers()) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let read = unsafe Glibc.read(0, &bytes, bytes.count)
    if read > 0 { return .bytes(Array(bytes[..<read])) }
    return read < 0 && (errno == EINTR || errno == EAGAIN) ? .time : .end
  }
}
