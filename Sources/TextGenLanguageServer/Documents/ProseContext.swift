import TextGenGeneration

/// What a writer of prose has before the cursor; nothing where the place is code, mathematics, an address or
/// whatever else is not prose.
struct ProseContext: Sendable, Hashable {
  /// The languages that have prose, by the names of the protocol.
  static let languages: Set<String> = [
    "plaintext", "text", "markdown", "latex", "tex", "typst", "rst", "restructuredtext", "asciidoc",
    "org",
    "html", "gitcommit", "git-commit", "mail", "",
  ]

  /// The most bytes that are looked back for.
  private static let reach = 8000

  /// The text before the word at the cursor, lines of one paragraph joined.
  let text: String
  /// The letters of that word.
  let typed: String
  /// The text after the cursor in its line.
  let after: String

  /// The context of a place; nil where there is no prose.
  init?(_ document: TextDocument, at place: TextDocument.Place) {
    let line = document.content(of: place.line)
    let before = String(decoding: line.prefix(place.byte), as: UTF8.self)
    guard !Self.isFenced(document, line: place.line), !Self.isMarked(before, document.language)
    else {
      return nil
    }
    let (whole, typed) = LastWord.split(before)
    // Part of an address, a command or a name in code.
    if let last = whole.last, "\\/@#<`$_&".contains(last), !typed.isEmpty { return nil }
    text = Self.paragraphs(document, before: place.line) + whole
    self.typed = String(typed)
    after = String(decoding: line.dropFirst(place.byte), as: UTF8.self)
  }

  /// The lines before a line, as far as they count; one that goes on is joined to the next by a space.
  private static func paragraphs(_ document: TextDocument, before line: Int) -> String {
    var (lines, count, index): ([String], Int, Int) = ([], 0, line - 1)
    while index >= 0, count < reach {
      let content = document.content(of: index)
      count += content.count + 1
      let text = String(decoding: content, as: UTF8.self)
      let isMarked = document.language.hasSuffix("commit") && text.hasPrefix("#")
      if !isMarked { lines.append(text) }
      index -= 1
    }
    return lines.reversed().reduce(into: "") { joined, line in
      // A full line goes on; a short one was ended by its writer.
      let isWrapped = line.count >= 50 && !(line.last.map { ".!?:".contains($0) } ?? true)
      joined += line + (isWrapped ? " " : "\n")
    }
  }

  /// Whether a line is in a fenced block or in front matter.
  private static func isFenced(_ document: TextDocument, line: Int) -> Bool {
    let language = document.language
    guard ["markdown", "latex", "tex", "asciidoc", "org"].contains(language) else {
      return false
    }
    var fence: String?
    for index in 0..<line {
      let bytes = document.content(of: index).drop { $0 == 0x20 }
      guard let first = bytes.first, "`~-+#\\".utf8.contains(first) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if let open = fence {
        if text.hasPrefix(open) { fence = nil }
      } else if index == 0, text == "---", language == "markdown" {
        fence = "---"
      } else {
        fence = opened(by: text, language)
      }
    }
    return fence != nil
  }

  /// The beginning of the line that closes what `line` opens.
  private static func opened(by line: String, _ language: String) -> String? {
    switch language {
    case "markdown": ["```", "~~~"].first { line.hasPrefix($0) }
    case "asciidoc": line == "----" ? "----" : nil
    case "org":
      ["#+begin_src", "#+BEGIN_SRC"].first { line.hasPrefix($0) }
        .map { $0.replacing("begin", with: "end").replacing("BEGIN", with: "END") }
    case "latex", "tex":
      ["verbatim", "lstlisting", "equation", "align", "displaymath", "minted"]
        .first { line.hasPrefix("\\begin{\($0)") }.map { "\\end{\($0)" }
    default: nil
    }
  }

  /// Whether what is before the cursor in its line opens something that is not prose.
  private static func isMarked(_ before: String, _ language: String) -> Bool {
    func isOpen(_ mark: Character) -> Bool { !before.count { $0 == mark }.isMultiple(of: 2) }
    let lastWord = before.split(whereSeparator: \.isWhitespace).last ?? ""
    let isInWord = before.last.map { !$0.isWhitespace } ?? false
    if isInWord, ["://", "www."].contains(where: { lastWord.contains($0) }) { return true }
    switch language {
    case "rst", "restructuredtext": return isOpen("`") || isTag(before)
    case "markdown", "asciidoc", "org", "typst":
      return isOpen("`") || opensFormula(before) || isTag(before)
    case "latex", "tex":
      let isCommand = isInWord && lastWord.contains("\\") && !lastWord.hasSuffix("}")
      return opensFormula(before) || isCommand
        || before.replacing("\\%", with: "").contains("%")
    case "html": return isTag(before)
    case "gitcommit", "git-commit": return before.hasPrefix("#")
    default: return false
    }
  }

  /// Whether a formula is open; that of a currency (R$) or after a backslash is no sign of one.
  private static func opensFormula(_ before: String) -> Bool {
    let signs = zip(" " + before, before).count { previous, character in
      character == "$" && !previous.isLetter && previous != "\\"
    }
    return !signs.isMultiple(of: 2)
  }

  /// Whether a tag is open.
  private static func isTag(_ before: String) -> Bool {
    guard let open = before.lastIndex(of: "<") else { return false }
    let rest = before[before.index(after: open)...]
    return !rest.contains(">") && (rest.first.map { $0.isLetter || $0 == "/" || $0 == "!" } ?? true)
  }
}
