/// Rows of cells that are printed in columns as wide as their widest cell; a cell is one line, in which
/// what would act on a terminal is spelled out.
struct TextTable {
  private var rows: [[String]] = []
  /// Columns whose cells are aligned at their ends: numbers.
  private let trailing: Set<Int>

  /// A table without rows.
  init(trailing: Set<Int> = []) { self.trailing = trailing }

  /// Adds a row.
  mutating func add(_ cells: String...) { add(cells) }

  /// Adds a row.
  mutating func add(_ cells: [String]) { rows.append(cells.map { VisibleText.spelled($0) }) }

  /// The rows, a line each, without spaces at the ends of lines.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let spaces = String(repeating: " ", count: widths[column] - cell.count)
      return trailing.contains(column) ? spaces + cell : cell + spaces
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
