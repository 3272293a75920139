/// How text may look on a stream.
struct TerminalStyle: Sendable {
  /// Whether lines may be rewritten in place.
  let canRewrite: Bool
  /// Whether text may be coloured.
  let hasColor: Bool
  /// Whether characters outside ASCII show as they should.
  let isUnicode: Bool
  /// The columns of the terminal; nil where there is none or it does not say.
  let columns: Int?
  private let stream: StandardStream

  /// A style of these properties for standard output.
  init(canRewrite: Bool, hasColor: Bool, isUnicode: Bool, columns: Int?) {
    stream = .output
    self.canRewrite = canRewrite
    self.hasColor = hasColor
    self.isUnicode = isUnicode
    self.columns = columns
  }

  /// What `stream` can show; `NO_COLOR`, `CLICOLOR_FORCE` and `TERM` are respected.
  init(_ stream: StandardStream) {
    self.stream = stream
    let isSmart = stream.isTerminal && Environment["TERM"] != "dumb"
    canRewrite = isSmart
    columns = stream.isTerminal ? stream.columns : nil
    let isForced = Environment["CLICOLOR_FORCE"].map { $0 != "0" } ?? false
    hasColor = Environment["NO_COLOR"] == nil && (isSmart || isForced)
    let locale = Environment["LC_ALL"] ?? Environment["LC_CTYPE"] ?? Environment["LANG"] ?? ""
    let charset = locale.lowercased()
    isUnicode = charset.isEmpty || charset.contains("utf")
  }

  /// Bold `text`.
  func bold(_ text: String) -> TerminalText { styled(text, "1") }

  /// Dimmed `text`.
  func dim(_ text: String) -> TerminalText { styled(text, "2") }

  /// A bar for a share from 0 to 1, at most `width` columns.
  func bar(_ share: Double, width: Int) -> String {
    let units = max(0, min(1, share)) * Double(width)
    guard isUnicode else { return String(repeating: "#", count: Int(units.rounded())) }
    let eighths = Int((units * 8).rounded())
    let rest = eighths % 8
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest]
    return String(repeating: "█", count: eighths / 8) + partial
  }

  /// `text` with line ends in place of spaces where a line would be wider than the terminal; a word that
  /// is wider itself stays whole.
  func wrapped(_ text: String) -> String {
    columns.map { WrappedText.lines(text, columns: $0) } ?? text
  }

  private func styled(_ text: String, _ code: String) -> TerminalText {
    let text = stream.shown(text, as: .lines)
    return hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
