/// The rows in which a terminal shows a part of a text, broken between words.
struct TextLayout: Sendable {
  /// A row: the characters from `start` to `end`, without the line end.
  struct Row: Sendable, Hashable {
    var start: Int
    var end: Int
  }

  private(set) var rows: [Row] = []
  /// The row and the column of the cursor.
  let cursor: (row: Int, column: Int)

  /// The rows of `characters` from `start` on, which begins one, up to `count` rows after the cursor's.
  init(_ characters: [Character], from start: Int, cursor place: Int, columns: Int, count: Int) {
    var (next, rowsAfter) = (Optional(start), 0)
    while let begin = next, rowsAfter < count || begin <= place {
      let found = Self.row(characters, from: begin, columns: columns)
      if begin > place { rowsAfter += 1 }
      rows.append(found.row)
      next = found.next
    }
    let row = rows.lastIndex { $0.start <= place } ?? 0
    let before = characters[rows[row].start..<min(place, rows[row].end)]
    cursor = (row, before.reduce(0) { $0 + $1.columns })
  }

  /// The row that begins at `start`, and where the next one begins, if there is one.
  ///
  /// One column is kept free, for the cursor at a row's end.
  private static func row(
    _ characters: [Character], from start: Int, columns: Int
  ) -> (row: Row, next: Int?) {
    var (used, index, lastBreak) = (0, start, Int?.none)
    while index < characters.count {
      if characters[index].isNewline { return (Row(start: start, end: index), index + 1) }
      used += characters[index].columns
      if used > max(2, columns - 1) {
        let end = lastBreak ?? max(index, start + 1)
        return (Row(start: start, end: end), end)
      }
      index += 1
      if characters[index - 1] == " " { lastBreak = index }
    }
    return (Row(start: start, end: index), nil)
  }

  /// Where a view of `count` rows begins that shows the cursor: at `earlier`, if that view does.
  static func start(
    _ characters: [Character], cursor place: Int, earlier: Int, columns: Int, count: Int
  ) -> Int {
    if earlier <= place, place - earlier <= columns * count {
      let layout = TextLayout(characters, from: earlier, cursor: place, columns: columns, count: 0)
      if layout.cursor.row < count { return earlier }
    }
    // From the beginning of a line, or from anywhere in one that is longer than the view.
    let reach = max(0, place - columns * count)
    let from =
      reach == 0
      ? 0 : characters[reach..<place].firstIndex(where: \.isNewline).map { $0 + 1 } ?? reach
    let layout = TextLayout(characters, from: from, cursor: place, columns: columns, count: 0)
    return layout.rows[max(0, layout.cursor.row - count * 2 / 3)].start
  }
}
