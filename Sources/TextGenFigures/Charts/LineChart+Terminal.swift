extension LineChart {
  package func text(_ terminal: TerminalCanvas) -> String {
    let heading = terminal.heading(title)
    let numbers = terminal.numbers(language)
    let yTicks = ChartFrame.ticks(yScale, max(terminal.height / 3, 2), numbers)
    let left = min(yTicks.map(\.label.columns).max() ?? 0, terminal.width / 3)
    var dots = DotGrid(
      columns: terminal.width - left - 1, rows: terminal.height, isUnicode: terminal.isUnicode)
    let projection = Projection(x: xScale, y: yScale, box: dots.box)
    guard hasData(projection) else { return heading + terminal.line(language.noData) }
    for index in series.indices {
      for line in projection.lines(series[index].points) { dots.draw(line, series: sign(index)) }
    }
    var grid = CharacterGrid(columns: terminal.width, rows: terminal.height + 2)
    drawAxes(&grid, left: left, yTicks, terminal)
    draw(references, dots, projection, left: left, in: &grid, terminal)
    for index in series.indices {
      drawIntervals(index, dots, projection, left: left, in: &grid, terminal)
    }
    for row in 0..<dots.rows {
      for column in 0..<dots.columns {
        guard let sign = dots.sign(row: row, column: column) else { continue }
        grid.put(
          sign.text, row: row, column: left + 1 + column, ink: Palette.onAny(sign.series))
      }
    }
    drawMarkers(dots, projection, left: left, in: &grid, terminal)
    let caption = x.caption.printable(isUnicode: terminal.isUnicode)
    let indent = max(left + 1, (terminal.width + left - caption.columns) / 2)
    let isLong = indent + caption.columns > terminal.width
    return heading + terminal.line(y.caption) + grid.text(terminal)
      + terminal.line(isLong ? caption : String(repeating: " ", count: indent) + caption)
      + legend(terminal)
  }

  /// Upright lines for the bands at the markers.
  private func drawIntervals(
    _ index: Int, _ dots: DotGrid, _ projection: Projection, left: Int,
    in grid: inout CharacterGrid, _ terminal: TerminalCanvas
  ) {
    guard !series[index].band.isEmpty else { return }
    for mark in marks(index, projection) {
      let interval = series[index].band[mark.index]
      let x = series[index].points[mark.index].x
      let ends = projection.lines([Point(x, interval.low), Point(x, interval.high)]).first
      guard let ends, let low = ends.first, let high = ends.last else { continue }
      let (bottom, column) = dots.cell(low)
      for row in min(dots.cell(high).row, bottom)...bottom {
        grid.put(
          terminal.isUnicode ? "┊" : ":", row: row, column: left + 1 + column,
          ink: Palette.onAny(sign(index)))
      }
    }
  }

  private func drawAxes(
    _ grid: inout CharacterGrid, left: Int, _ yTicks: [ChartFrame.Tick], _ terminal: TerminalCanvas
  ) {
    let isUnicode = terminal.isUnicode
    let bottom = terminal.height
    for row in 0..<bottom { grid.put(isUnicode ? "│" : "|", row: row, column: left) }
    for tick in yTicks {
      let row = Int(((1 - tick.share) * Double(bottom - 1)).rounded())
      let label = tick.label.cut(columns: left, isUnicode: isUnicode)
      grid.put(label.padded(left, leading: true), row: row, column: 0)
      grid.put(isUnicode ? "┤" : "+", row: row, column: left)
    }
    let length = grid.columns - left - 1
    grid.put(
      (isUnicode ? "└" : "+") + String(repeating: isUnicode ? "─" : "-", count: length),
      row: bottom, column: left)
    var free = 0
    for tick in ChartFrame.ticks(xScale, max(length / 12, 3), terminal.numbers(language)) {
      let column = left + 1 + Int((tick.share * Double(length - 1)).rounded())
      let width = tick.label.columns
      let start = min(max(column - width / 2, 0), grid.columns - width)
      guard start >= free else { continue }
      grid.put(isUnicode ? "┬" : "+", row: bottom, column: column)
      grid.put(tick.label, row: bottom + 1, column: start)
      free = start + width + 2
    }
  }

  private func draw(
    _ references: [Reference], _ dots: DotGrid, _ projection: Projection, left: Int,
    in grid: inout CharacterGrid, _ terminal: TerminalCanvas
  ) {
    for reference in references {
      guard let share = share(reference, projection) else { continue }
      let sign = sign(reference, terminal)
      switch reference.place {
      case .y:
        let row = dots.cell(Point(0, (1 - share) * dots.box.height)).row
        grid.put(String(repeating: sign, count: dots.columns), row: row, column: left + 1)
      case .x:
        let column = left + 1 + dots.cell(Point(share * dots.box.width, 0)).column
        for row in 0..<dots.rows { grid.put(sign, row: row, column: column) }
      }
    }
  }

  private func drawMarkers(
    _ dots: DotGrid, _ projection: Projection, left: Int, in grid: inout CharacterGrid,
    _ terminal: TerminalCanvas
  ) {
    for index in series.indices {
      let marker = marker(index, terminal)
      for mark in marks(index, projection) {
        let (row, column) = dots.cell(mark.place)
        grid.put(marker, row: row, column: left + 1 + column, ink: Palette.onAny(sign(index)))
      }
    }
  }

  private func legend(_ terminal: TerminalCanvas) -> String {
    let curves = series.enumerated().map { index, curve in
      (marker(index, terminal), Palette.onAny(sign(index)), curve.name)
    }
    return terminal.legend(curves + references.map { (sign($0, terminal), nil, $0.label) })
  }

  private func marker(_ index: Int, _ terminal: TerminalCanvas) -> String {
    Marker(series: sign(index)).sign(isUnicode: terminal.isUnicode)
  }

  /// The sign of a line to compare with.
  private func sign(_ reference: Reference, _ terminal: TerminalCanvas) -> String {
    switch reference.place {
    case .x: terminal.isUnicode ? "╎" : ":"
    case .y: terminal.isUnicode ? "╌" : "."
    }
  }
}
