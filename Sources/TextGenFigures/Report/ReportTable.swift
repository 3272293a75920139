/// A table of a report. The first column names the rows and stays in sight where a narrow screen scrolls;
/// what matters most comes next to it.
package struct ReportTable: Sendable {
  /// What the table is, in a few words.
  package let caption: String
  /// What is to be seen in it, and what to look for.
  package let reading: Report.Reading
  /// The names of the columns.
  package let header: [String]
  /// The cells, row by row.
  package private(set) var rows: [[String]]
  /// The columns whose cells are numbers, aligned at their ends.
  package let numberColumns: Set<Int>

  /// A table whose rows each have a cell for each name in `header`.
  package init(
    _ caption: String, _ reading: Report.Reading, header: [String], rows: [[String]] = [],
    numberColumns: Set<Int> = []
  ) {
    for column in numberColumns {
      precondition(header.indices.contains(column), "no column \(column) among \(header.count)")
    }
    self.caption = caption
    self.reading = reading
    self.header = header
    self.numberColumns = numberColumns
    self.rows = []
    for row in rows { add(row) }
  }

  /// Adds a row, which has a cell for each column.
  package mutating func add(_ row: [String]) {
    precondition(
      row.count == header.count, "a row of \(row.count) cells for \(header.count) columns")
    rows.append(row)
  }
}

extension ReportTable {
  /// The table as HTML, after `prefix` in its caption, in a box that scrolls sideways.
  func html(prefix: String) -> String {
    let caption = (prefix + caption).escaped
    let reading = reading.text.escaped
    let head = header.enumerated().map { column, name in
      "<th scope=\"col\"\(kind(column))>\(name.escaped)</th>"
    }.joined()
    let body = rows.map { "<tr>\(cells($0))</tr>\n" }.joined()
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table>
      <caption><span>\(caption). \(reading)</span></caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table></div>
      """
  }

  private func cells(_ row: [String]) -> String {
    row.enumerated().map { column, cell in
      column == 0
        ? "<th scope=\"row\"\(kind(column))>\(cell.escaped)</th>"
        : "<td\(kind(column))>\(cell.escaped)</td>"
    }.joined()
  }

  private func kind(_ column: Int) -> String {
    numberColumns.contains(column) ? " class=\"number\"" : ""
  }
}
