import TextGen
import TextGenTyping

/// What a terminal shows of a writer: a line on top, the text with its ghost, and a line of candidates.
package struct WritingScreen: Sendable {
  /// What the terminal can do.
  package struct Style: Sendable, Hashable {
    package var hasColor: Bool
    package var isUnicode: Bool

    /// A style.
    package init(hasColor: Bool, isUnicode: Bool) {
      (self.hasColor, self.isUnicode) = (hasColor, isUnicode)
    }
  }

  private static let least = (columns: 20, rows: 5)

  private let style: Style
  private let model: String
  /// Where the view began last time.
  private var top = 0

  /// A screen for texts that `model` helps with.
  package init(model: String, style: Style) { (self.model, self.style) = (model, style) }

  /// The bytes that draw all of it, whatever was there before.
  package mutating func frame(
    _ writer: TerminalWriter, file: String?, columns: Int, rows: Int
  ) -> String {
    // As one picture (mode 2026), with the cursor hidden meanwhile.
    let begin = "\u{1B}[?2026h\u{1B}[?25l\u{1B}[H"
    let end = "\u{1B}[?25h\u{1B}[?2026l"
    guard columns >= Self.least.columns, rows >= Self.least.rows else {
      return begin + "\u{1B}[2J" + visible(writer.words.tooSmall.fitting(max(1, columns))) + end
    }
    let height = rows - 2
    if writer.showsHelp {
      let lines =
        [title(writer, file, columns)] + writer.words.help.map { visible($0.fitting(columns)) }
      return begin + drawn(lines, rows: rows) + end
    }
    let characters = writer.text.characters
    top = TextLayout.start(
      characters, cursor: writer.text.cursor, earlier: min(top, characters.count), columns: columns,
      count: height)
    let layout = TextLayout(
      characters, from: top, cursor: writer.text.cursor, columns: columns, count: height)
    var lines = layout.rows.prefix(height).map { row in
      visible(characters[row.start..<row.end])
    }
    let (row, column) = layout.cursor
    if style.hasColor, !writer.ghost.isEmpty, lines.indices.contains(row) {
      let room = columns - 1 - column
      lines[row] += "\u{1B}[2m" + visible(writer.ghost.fitting(room)) + "\u{1B}[22m"
    }
    lines += Array(repeating: "", count: height - lines.count)
    let place = "\u{1B}[\(row + 2);\(column + 1)H"
    let all = [title(writer, file, columns)] + lines + [bottom(writer, columns)]
    return begin + drawn(all, rows: rows) + place + end
  }

  private func drawn(_ lines: [String], rows: Int) -> String {
    let lines = lines.prefix(rows) + Array(repeating: "", count: max(0, rows - lines.count))
    return lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
  }

  private func title(_ writer: TerminalWriter, _ file: String?, _ columns: Int) -> String {
    let words = writer.words
    let name = file?.split(separator: "/").last.map(String.init) ?? words.untitled
    let dot = style.isUnicode ? " · " : " - "
    let mark = writer.isModified ? (columns >= 50 ? dot + words.modified : " *") : ""
    let left = visible(" " + name + mark)
    let share = words.saved(words.percent(writer.savedShare))
    let right = visible((columns >= 50 ? model + dot : "") + share + " ")
    let space = columns - left.columns - right.columns
    let line =
      space >= 1
      ? left + String(repeating: " ", count: space) + right
      : String((left + " " + right).fitting(columns))
    return style.hasColor ? "\u{1B}[7m\(line)\u{1B}[27m" : line
  }

  private func bottom(_ writer: TerminalWriter, _ columns: Int) -> String {
    let words = writer.words
    let question: String? =
      switch writer.question {
      case .leaving: words.leaving
      case .changedOnDisk: words.changedOnDisk
      case .recovery: words.recovered
      case .fileName(let name): words.fileName + name
      case nil: writer.message
      }
    if let question { return String(visible(question).fitting(columns)) }
    var line = ""
    for (place, candidate) in writer.slots.places.enumerated() {
      guard let candidate else { continue }
      let item = " \(place + 1) \(visible(candidate.word)) "
      guard line.columns + item.columns <= columns else { break }
      line += item
    }
    let hints = line.columns + words.hints.columns + 2 <= columns ? words.hints : words.shortHints
    let space = columns - line.columns - hints.columns - 1
    return space >= 1 ? line + String(repeating: " ", count: space) + hints : String(line)
  }

  /// Characters as they may be shown: none that a terminal would obey.
  private func visible(_ characters: some Sequence<Character>) -> String {
    String(
      characters.flatMap { character -> String in
        if character == "\t" { return " " }
        if character.isControl { return style.isUnicode ? "␦" : "?" }
        if character.isBare { return style.isUnicode ? "◌" + String(character) : "?" }
        return style.isUnicode || character.isASCII ? String(character) : "?"
      })
  }
}
