/// Lines of characters, each with its colours, that are written to a terminal.
struct CharacterGrid: Sendable {
  private struct Cell: Hashable {
    /// Empty in the second column of a wide character.
    var text = " "
    var ink: Colour?
    var paper: Colour?
  }

  let columns: Int
  let rows: Int
  private var cells: [Cell]

  /// A grid of spaces.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// Writes `text`, which is printable, as far as the line goes.
  mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, ink: Colour? = nil, paper: Colour? = nil
  ) {
    guard (0..<rows).contains(row) else { return }
    var column = column
    for character in text {
      let width = character.columns
      guard column + width <= columns else { return }
      if column >= 0 {
        cells[row * columns + column] = Cell(text: String(character), ink: ink, paper: paper)
        for extra in column + 1..<column + max(width, 1) {
          cells[row * columns + extra] = Cell(text: "", ink: ink, paper: paper)
        }
      }
      column += width
    }
  }

  /// Whether nothing is written at a place.
  func isFree(row: Int, column: Int) -> Bool { cells[row * columns + column] == Cell() }

  /// The lines, without spaces at their ends.
  func text(_ terminal: TerminalCanvas) -> String {
    (0..<rows).map { line(cells[$0 * columns..<($0 + 1) * columns], terminal) + "\n" }.joined()
  }

  private func line(_ row: ArraySlice<Cell>, _ terminal: TerminalCanvas) -> String {
    let hasColours = terminal.colours != .none
    let end = row.lastIndex { $0.text != " " || (hasColours && $0.paper != nil) }
    guard let end else { return "" }
    var result = ""
    var current = Cell()
    for cell in row[...end] {
      if cell.ink != current.ink || cell.paper != current.paper {
        result += terminal.sequence(ink: cell.ink, paper: cell.paper)
        current = cell
      }
      result += cell.text
    }
    let isColoured = current.ink != nil || current.paper != nil
    return result + (isColoured ? terminal.sequence(ink: nil, paper: nil) : "")
  }
}
