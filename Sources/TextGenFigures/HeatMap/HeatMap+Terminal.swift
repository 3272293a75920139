extension HeatMap {
  package func text(_ terminal: TerminalCanvas) -> String {
    let heading = terminal.heading(title)
    guard !isEmpty else { return heading + terminal.line(language.noData) }
    let key = key
    let layout = CellLayout(self, terminal)
    let count = layout.columnsPerBand
    let bands = stride(from: 0, to: columnLabels.count, by: count).map { start in
      band(start..<min(start + count, columnLabels.count), layout, key, terminal)
    }
    let gaps = hasGaps && terminal.colours == .none
    let note = gaps ? terminal.line("\(layout.gap) = \(language.noValue)") : ""
    return heading + bands.joined(separator: "\n")
      + terminal.legend(key, signs: layout.signs, language) + note
  }

  private func band(
    _ columns: Range<Int>, _ layout: CellLayout, _ key: ColourKey, _ terminal: TerminalCanvas
  ) -> String {
    let head = layout.headHeight
    let lineCount = (rowLabels.count + layout.rowsPerLine - 1) / layout.rowsPerLine
    var grid = CharacterGrid(columns: terminal.width, rows: head + lineCount)
    for (place, column) in columns.enumerated() {
      let x = layout.left + place * layout.cellWidth
      putLabel(layout.columnLabels[column], at: x, layout, in: &grid)
      for line in 0..<lineCount {
        let row = line * layout.rowsPerLine
        if terminal.colours == .none {
          let sign = layout.sign(key.level(values[row][column], of: layout.signs.count))
          grid.put(sign, row: head + line, column: x)
        } else {
          let next = row + 1 < rowLabels.count ? values[row + 1][column] : .nan
          putCell(
            key.colour(values[row][column]), layout.rowsPerLine == 2 ? key.colour(next) : nil,
            row: head + line, column: x, layout, in: &grid)
        }
      }
    }
    for line in 0..<lineCount {
      grid.put(layout.rowLabels[line * layout.rowsPerLine], row: head + line, column: 0)
    }
    return grid.text(terminal)
  }

  private func putLabel(
    _ label: String, at column: Int, _ layout: CellLayout, in grid: inout CharacterGrid
  ) {
    guard layout.isUpright else { return grid.put(label, row: 0, column: column) }
    for (row, character) in label.enumerated() {
      grid.put(String(character), row: layout.headHeight - label.count + row, column: column)
    }
  }

  /// Draws a cell, or two below each other as half blocks.
  private func putCell(
    _ upper: Colour?, _ lower: Colour?, row: Int, column: Int, _ layout: CellLayout,
    in grid: inout CharacterGrid
  ) {
    guard layout.rowsPerLine == 2 else {
      return grid.put(layout.cell(" "), row: row, column: column, paper: upper)
    }
    // The upper half is drawn in the colour of the text, unless only the lower one is drawn.
    if let upper {
      grid.put(layout.cell("▀"), row: row, column: column, ink: upper, paper: lower)
    } else if let lower {
      grid.put(layout.cell("▄"), row: row, column: column, ink: lower)
    }
  }
}

/// Where the parts of a heat map lie in a terminal.
private struct CellLayout {
  let left: Int
  let cellWidth: Int
  let columnsPerBand: Int
  /// Two where a line shows two rows as half blocks.
  let rowsPerLine: Int
  let headHeight: Int
  let isUpright: Bool
  let columnLabels: [String]
  let rowLabels: [String]
  /// The signs for values from low to high, where there are no colours.
  let signs: [String]
  /// The sign for no value.
  let gap: String

  init(_ map: HeatMap, _ terminal: TerminalCanvas) {
    let isUnicode = terminal.isUnicode
    let labels = map.columnLabels.map { label in
      label.visible(isUnicode: isUnicode).cut(columns: 8, isUnicode: isUnicode)
    }
    rowLabels = map.rowLabels.map { label in
      label.printable(isUnicode: isUnicode).cut(columns: terminal.width / 3, isUnicode: isUnicode)
    }
    left = (rowLabels.map(\.columns).max() ?? 0) + 1
    let widest = labels.map(\.columns).max() ?? 1
    // No narrower than a wide character, no wider than labels beside each other need.
    let least = labels.contains { $0.contains { $0.columns > 1 } } ? 2 : 1
    let room = terminal.width - left
    cellWidth = min(max(room / map.columnLabels.count, least), max(widest + 1, 2))
    // Bands of about equal length, as few as there can be.
    let fitting = max(room / cellWidth, 1)
    let bandCount = (map.columnLabels.count + fitting - 1) / fitting
    columnsPerBand = (map.columnLabels.count + bandCount - 1) / bandCount
    isUpright = widest > cellWidth
    headHeight = isUpright ? labels.map(\.count).max() ?? 1 : 1
    columnLabels = labels
    let isHalved = terminal.colours != .none && isUnicode && map.rowLabels.count > 24
    rowsPerLine = isHalved ? 2 : 1
    signs = (isUnicode ? "▁▂▃▄▅▆▇█" : "0123456789").map(String.init)
    gap = isUnicode ? "·" : "."
  }

  /// A cell full of `character`.
  func cell(_ character: String) -> String { String(repeating: character, count: cellWidth) }

  /// The sign of a level.
  func sign(_ level: Int?) -> String { level.map { signs[$0] } ?? gap }
}
