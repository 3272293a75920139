extension TintedText {
  package func text(_ terminal: TerminalCanvas) -> String {
    let heading = terminal.heading(title)
    guard pieces.contains(where: { !$0.text.isEmpty }) else {
      return heading + terminal.line(language.noData)
    }
    let digits = (0...9).map(String.init)
    let lines = lines(columns: terminal.width, isUnicode: terminal.isUnicode)
    let hasColours = terminal.colours != .none
    let (key, tints) = (key, tints)
    var grid = CharacterGrid(columns: terminal.width, rows: lines.count * (hasColours ? 1 : 2))
    for (index, line) in lines.enumerated() {
      var column = 0
      for sign in line {
        if hasColours {
          // A faint tint is left to the terminal's own background.
          let tint = tints[sign.piece].flatMap { $0.opacity < 0.06 ? nil : $0 }
          let paper = tint?.over(terminal.background)
          grid.put(
            sign.text, row: index, column: column, ink: paper?.readableInk, paper: paper)
        } else {
          let level = key.level(pieces[sign.piece].value, of: 10)
          grid.put(sign.text, row: 2 * index, column: column)
          grid.put(level.map { digits[$0] } ?? " ", row: 2 * index + 1, column: column)
        }
        column += sign.columns
      }
    }
    return heading + grid.text(terminal) + terminal.legend(key, signs: digits, language)
  }
}
