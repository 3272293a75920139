/// A page in the macros of man(7), which groff and mandoc read; nothing in its texts is a request.
struct RoffDocument {
  /// The page so far.
  private(set) var text: String
  /// Whether a title is the last that was added; a paragraph begins there of itself.
  private var isAfterTitle = false

  /// A page of section 1; `date` is year, month and day, or empty.
  init(title: String, date: String, source: String, manual: String) {
    // No word is broken and no line stretched: options and paths are to be copied.
    text =
      ".\\\" -*- mode: nroff; coding: utf-8 -*-\n.TH " + Self.argument(title.uppercased())
      + " 1 \"\(date)\" " + Self.argument(source) + " " + Self.argument(manual) + "\n.nh\n.ad l\n"
  }

  /// Begins a section.
  mutating func section(_ title: String) { add(title: ".SH " + Self.argument(title.uppercased())) }

  /// Begins a part of a section.
  mutating func subsection(_ title: String) { add(title: ".SS " + Self.argument(title)) }

  /// Adds a name and what bears it in one line, in the form in which whatis(1) looks for it.
  mutating func summary(_ name: String, _ sentence: String) {
    text += Self.line(Self.escaped(name) + " \\- " + Self.escaped(sentence))
    isAfterTitle = false
  }

  /// Adds a paragraph of prose, which is filled; what is between back quotes is bold.
  mutating func paragraph(_ prose: String) {
    add(".PP", isTitleEnough: true)
    text += Self.line(Self.marked(prose))
  }

  /// Adds a paragraph of words whose look is given.
  mutating func paragraph(_ words: [Word]) {
    add(".PP", isTitleEnough: true)
    text += Self.line(Self.styled(words))
  }

  /// Adds an entry of a list: `term`, and indented below it what is said of it.
  mutating func item(_ term: [Word], _ prose: String) {
    add(".TP")
    text += Self.line(Self.styled(term)) + (prose.isEmpty ? "" : Self.line(Self.marked(prose)))
  }

  /// Adds a paragraph of an entry of a list.
  mutating func continuation(_ prose: String) {
    add(".IP")
    text += Self.line(Self.marked(prose))
  }

  /// Adds lines as they are.
  mutating func verbatim(_ lines: [Substring]) {
    add(".PP", isTitleEnough: true)
    text += ".nf\n" + lines.map { Self.line(Self.escaped($0)) }.joined() + ".fi\n"
  }

  private mutating func add(title: String) {
    text += title + "\n"
    isAfterTitle = true
  }

  private mutating func add(_ request: String, isTitleEnough: Bool = false) {
    if !(isTitleEnough && isAfterTitle) { text += request + "\n" }
    isAfterTitle = false
  }

  /// Some words and how they look.
  enum Word: Hashable {
    case plain(String)
    /// To be typed as they are.
    case bold(String)
    /// To be replaced.
    case italic(String)
  }
}

extension RoffDocument {
  private static func styled(_ words: [Word]) -> String {
    words.map { word in
      switch word {
      case .plain(let text): escaped(text)
      case .bold(let text): "\\fB" + escaped(text) + "\\fR"
      case .italic(let text): "\\fI" + escaped(text) + "\\fR"
      }
    }.joined()
  }

  private static func marked(_ prose: String) -> String {
    let parts = prose.split(separator: "`", omittingEmptySubsequences: false)
    // A back quote without another one is nothing but itself.
    guard parts.count % 2 == 1 else { return escaped(prose) }
    return styled(
      parts.enumerated().map { $0.isMultiple(of: 2) ? .plain(String($1)) : .bold(String($1)) })
  }

  /// An argument of a macro.
  private static func argument(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// A line of text, which is no request though it begins with a dot.
  private static func line(_ roff: String) -> String {
    (roff.hasPrefix(".") ? "\\&" : "") + roff + "\n"
  }

  /// `text`, of which every character is printed as it is: a dash as the one that is typed, and no quotation
  /// marks made round.
  private static func escaped(_ text: some StringProtocol) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n": result += " "
      default: result.append(character)
      }
    }
  }
}
