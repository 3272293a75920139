/// A line of standard error that is rewritten in place, on a terminal; nothing elsewhere.
struct LiveLine {
  /// The time between two rewritings at least.
  private static let interval = Duration.milliseconds(200)

  /// Whether there is a terminal on which lines can be rewritten.
  let isVisible: Bool

  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?

  /// A line that shows nothing yet.
  init() { isVisible = TerminalStyle(.error).canRewrite && !Conversation.isQuiet }

  /// The columns that a text may have.
  static var width: Int { max(1, (StandardStream.error.columns ?? 80) - 1) }

  /// Whether enough time has passed since the last rewriting.
  var isDue: Bool { isVisible && last.map { clock.now - $0 >= Self.interval } ?? isVisible }

  /// Shows as much of `text` as fits `width`, if it is time.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isDue else { return }
    last = clock.now
    let line = TerminalText(String(text().prefix(Self.width)))
    try? StandardStream.error.write("\r\(line)\u{1B}[K" as TerminalText)
  }

  /// Empties the line, so that something lasting can be written.
  mutating func clear() {
    guard last != nil else { return }
    last = nil
    try? StandardStream.error.write("\r\u{1B}[K" as TerminalText)
  }
}
