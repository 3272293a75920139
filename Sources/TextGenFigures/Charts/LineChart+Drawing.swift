extension LineChart {
  package func draw(in drawing: inout Drawing) {
    var top = drawing.heading(title) + 4
    let frame = ChartFrame(self, width: drawing.width, top: top)
    guard hasData(frame.projection) else { return drawing.empty(language, from: top) }
    top = drawing.paragraph(y.caption, from: top, TextStyle(12, .muted))
    drawAxes(frame, in: &drawing)
    for index in series.indices { drawBand(index, frame.projection, in: &drawing) }
    for reference in references { draw(reference, frame.projection, in: &drawing) }
    for index in series.indices { drawCurve(index, frame.projection, in: &drawing) }
    let bottom = frame.box.bottom + 44
    guard frame.hasLegend else {
      drawNames(frame, in: &drawing)
      drawing.height = bottom
      return
    }
    let entries = series.indices.map {
      (series: sign($0), name: series[$0].name)
    }
    drawing.height = drawing.legend(entries, lines: true, from: bottom) + 4
  }

  private func drawAxes(_ frame: ChartFrame, in drawing: inout Drawing) {
    let box = frame.box
    for tick in frame.yTicks {
      let y = box.bottom - tick.share * box.height
      drawing.line([Point(box.x, y), Point(box.right, y)], Drawing.Stroke(.grid))
      drawing.text(
        tick.label, at: Point(box.x - 7, y + 4), TextStyle(12, .muted, anchor: .end))
    }
    drawing.line(
      [Point(box.x, box.y), Point(box.x, box.bottom), Point(box.right, box.bottom)],
      Drawing.Stroke(.muted))
    for tick in frame.xTicks {
      let x = box.x + tick.share * box.width
      drawing.line([Point(x, box.bottom), Point(x, box.bottom + 5)], Drawing.Stroke(.muted))
      drawing.text(
        tick.label, at: Point(drawing.centred(x, tick.label, 12), box.bottom + 18),
        TextStyle(12, .muted, anchor: .middle))
    }
    let caption = x.caption.cut(drawing.width - 16, size: 12)
    drawing.text(
      caption, at: Point(drawing.centred(box.center.x, caption, 12), box.bottom + 36),
      TextStyle(12, .muted, anchor: .middle))
  }

  private func drawBand(_ index: Int, _ projection: Projection, in drawing: inout Drawing) {
    let box = projection.box
    let places = zip(series[index].points, series[index].band).map { point, interval in
      let low = projection.place(Point(point.x, interval.low))
      let high = projection.place(Point(point.x, interval.high))
      return low.flatMap { low in high.map { (low: low, high: $0) } }
        .flatMap { (box.x - 1e-6...box.right + 1e-6).contains($0.low.x) ? $0 : nil }
    }
    func inside(_ place: Point) -> Point {
      Point(place.x, min(max(place.y, box.y), box.bottom))
    }
    for run in places.split(whereSeparator: { $0 == nil }) where run.count > 1 {
      // A place for each pixel is enough.
      let step = max(1, run.count / Int(box.width))
      let shown = stride(from: run.startIndex, to: run.endIndex, by: step).compactMap { run[$0] }
      let outline = shown.map { inside($0.high) } + shown.reversed().map { inside($0.low) }
      drawing.area(outline, .series(sign(index)), opacity: 0.16)
    }
  }

  private func drawCurve(_ index: Int, _ projection: Projection, in drawing: inout Drawing) {
    let curve = series[index]
    let dashes = Marker(series: sign(index)).dashes
    let lines = projection.lines(curve.points)
    for line in lines {
      drawing.line(line, Drawing.Stroke(.series(sign(index)), width: 2, dashes: dashes))
    }
    let marks = marks(index, projection).map(\.place)
    let alone = lines.filter { $0.count == 1 }.joined().filter { !marks.contains($0) }
    for place in marks + alone { drawing.marker(sign(index), at: place) }
  }

  private func draw(
    _ reference: Reference, _ projection: Projection, in drawing: inout Drawing
  ) {
    guard let share = share(reference, projection) else { return }
    let box = projection.box
    var style = TextStyle(12, .muted)
    style.hasHalo = true
    let (ends, place, room): ([Point], Point, Double)
    switch reference.place {
    case .y:
      let y = box.bottom - share * box.height
      ends = [Point(box.x, y), Point(box.right, y)]
      // Below the line where there is no room above it.
      place = Point(box.x + 6, y - box.y > 18 ? y - 5 : y + 15)
      room = box.width
    case .x:
      let x = box.x + share * box.width
      ends = [Point(x, box.y), Point(x, box.bottom)]
      // On the side with more room.
      let isLate = share > 0.5
      style.anchor = isLate ? .end : .start
      place = Point(isLate ? x - 6 : x + 6, box.y + 13)
      room = isLate ? x - box.x : box.right - x
    }
    drawing.line(ends, Drawing.Stroke(.muted, width: 1.5, dashes: [2, 3]))
    drawing.text(reference.label.cut(room - 12, size: 12), at: place, style)
  }

  /// Writes the names of the curves beside their ends.
  private func drawNames(_ frame: ChartFrame, in drawing: inout Drawing) {
    let box = frame.box
    let ends = series.map { frame.projection.lines($0.points).last?.last ?? box.center }
    let places = spread(ends.map(\.y), distance: 17, in: box.y + 4...box.bottom - 4)
    for (index, y) in places.enumerated() {
      let end = ends[index]
      if box.right - end.x < 12, abs(end.y - y) > 3 {
        drawing.line(
          [Point(box.right + 2, end.y), Point(box.right + 13, y)],
          Drawing.Stroke(.series(sign(index))))
      }
      drawing.sample(sign(index), line: true, at: Point(box.right + 14, y))
      drawing.text(series[index].name, at: Point(box.right + 42, y + 4), TextStyle(12))
    }
  }
}
