extension TerminalCanvas {
  /// Signs and their names in as many lines as they need.
  func legend(_ entries: [(sign: String, ink: Colour?, name: String)]) -> String {
    var grid = CharacterGrid(columns: width, rows: entries.count)
    var (row, column) = (0, 0)
    for entry in entries {
      let name = entry.name.printable(isUnicode: isUnicode)
        .cut(columns: width - 2, isUnicode: isUnicode)
      if column > 0, column + 2 + name.columns > width { (row, column) = (row + 1, 0) }
      grid.put(entry.sign, row: row, column: column, ink: entry.ink)
      grid.put(name, row: row, column: column + 2)
      column += 2 + name.columns + 3
    }
    let isEmpty = entries.isEmpty
    return isEmpty ? "" : grid.text(self).split(separator: "\n").map { $0 + "\n" }.joined()
  }

  /// The colours of `key`, or the signs that stand for them, between its lowest and highest value.
  func legend(_ key: ColourKey, signs: [String], _ language: Language) -> String {
    let ends = key.ends(numbers(language))
    var grid = CharacterGrid(columns: width, rows: 1)
    if colours == .none {
      let (first, last) = (signs.first ?? "", signs.last ?? "")
      grid.put("\(first) = \(ends.low)   \(last) = \(ends.high)", row: 0, column: 0)
    } else {
      let left = ends.low.columns + 1
      let count = min(24, max(width - left - 1 - ends.high.columns, 1))
      grid.put(ends.low, row: 0, column: 0)
      for step in 0..<count {
        let colour = key.scale.colour(at: (Double(step) + 0.5) / Double(count))
        grid.put(" ", row: 0, column: left + step, paper: colour)
      }
      grid.put(ends.high, row: 0, column: left + count + 1)
    }
    return line(key.label) + grid.text(self)
  }
}
