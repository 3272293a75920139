extension HeatMap {
  package func draw(in drawing: inout Drawing) {
    var top = (drawing.heading(title) + 6).rounded(.up)
    guard !isEmpty else { return drawing.empty(language, from: top) }
    let frame = HeatMapFrame(self, width: drawing.width)
    let key = key
    for band in frame.bands {
      drawLabels(frame, band, top: top, in: &drawing)
      drawCells(frame, band, top: top + frame.head, key, in: &drawing)
      top += frame.head + Double(rowLabels.count) * frame.cellHeight + 12
    }
    drawing.height = drawing.legend(key, NumberStyle(language), from: top) + 4
    guard hasGaps else { return }
    let box = Box(x: 20, y: drawing.height + 2, width: 12, height: 12)
    outline(box, in: &drawing)
    drawing.text(language.noValue, at: Point(40, box.bottom - 1), TextStyle(11, .muted))
    drawing.height = box.bottom + 8
  }

  private func drawLabels(
    _ frame: HeatMapFrame, _ band: Range<Int>, top: Double, in drawing: inout Drawing
  ) {
    for (place, column) in band.enumerated() {
      let x = frame.left + (Double(place) + 0.5) * frame.cellWidth
      let y = top + frame.head - 5
      var style = TextStyle(11, .ink, anchor: frame.isUpright ? .start : .middle)
      style.isUpright = frame.isUpright
      drawing.text(frame.columnLabels[column], at: Point(frame.isUpright ? x + 4 : x, y), style)
    }
    for row in stride(from: 0, to: rowLabels.count, by: frame.rowStride) {
      let y = top + frame.head + (Double(row) + 0.5) * frame.cellHeight
      drawing.text(
        frame.rowLabels[row], at: Point(frame.left - 5, y + 4),
        TextStyle(11, .muted, anchor: .end))
    }
  }

  /// Draws the cells, all those of one colour as a single outline to keep the document small.
  private func drawCells(
    _ frame: HeatMapFrame, _ band: Range<Int>, top: Double, _ key: ColourKey,
    in drawing: inout Drawing
  ) {
    let levelCount = 65  // odd, so that a diverging scale keeps its middle
    var outlines = Array(repeating: "", count: levelCount)
    let height = pixels(frame.cellHeight)
    for row in rowLabels.indices {
      let y = pixels(top + Double(row) * frame.cellHeight)
      let levels = band.map { key.level(values[row][$0], of: levelCount) }
      var start = 0
      while start < levels.count {
        var end = start + 1
        while end < levels.count, levels[end] == levels[start] { end += 1 }
        if let level = levels[start] {
          let x = pixels(frame.left + Double(start) * frame.cellWidth)
          let width = pixels(Double(end - start) * frame.cellWidth)
          outlines[level] += "M\(x) \(y)h\(width)v\(height)h-\(width)z"
        }
        start = end
      }
    }
    for (level, data) in outlines.enumerated() where !data.isEmpty {
      let colour = key.scale.colour(at: Double(level) / Double(levelCount - 1))
      drawing.tiles(data, .fixed(colour))
    }
    outline(
      Box(
        x: frame.left, y: top, width: Double(band.count) * frame.cellWidth,
        height: Double(rowLabels.count) * frame.cellHeight), in: &drawing)
  }

  private func outline(_ box: Box, in drawing: inout Drawing) {
    drawing.line(
      [
        Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom),
        Point(box.x, box.bottom), Point(box.x, box.y),
      ], Drawing.Stroke(.muted, width: 0.5))
  }
}
