/// Running text in lines of characters of equal width, broken after spaces where possible.
struct TextFlow: Sendable {
  /// A character as it is drawn.
  struct Sign: Sendable {
    let text: String
    let columns: Int
    /// The number of the piece that the character is part of.
    let piece: Int
    let isSpace: Bool
  }

  private let columns: Int
  private let isUnicode: Bool
  private(set) var lines: [[Sign]] = [[]]

  /// An empty text in lines of at most `columns` columns.
  init(columns: Int, isUnicode: Bool) {
    precondition(columns >= 2, "\(columns) columns are fewer than 2")
    self.columns = columns
    self.isUnicode = isUnicode
  }

  /// Adds a character; a line end is drawn as a sign, and the next character starts a line.
  mutating func add(_ character: Character, piece: Int) {
    let isNewline = character.isNewline
    let isSpace = character.isWhitespace && !isNewline
    let text =
      isNewline
      ? character.visible(isUnicode: isUnicode)
      : isSpace ? " " : character.printable(isUnicode: isUnicode)
    let sign = Sign(text: text, columns: text.columns, piece: piece, isSpace: isSpace)
    var line = lines.removeLast() + [sign]
    if line.reduce(0, { $0 + $1.columns }) > columns {
      // The word that does not fit moves to the next line, unless it fills the whole line.
      let space = line.dropLast().lastIndex { $0.isSpace }
      let start = space.map { $0 + 1 } ?? line.count - 1
      lines.append(Array(line[..<start]))
      line = Array(line[start...])
    }
    lines.append(line)
    if isNewline { lines.append([]) }
  }
}
