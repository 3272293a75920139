extension PointMap {
  package func draw(in drawing: inout Drawing) {
    let top = drawing.heading(title) + 8
    let width = drawing.width
    let frame = Box(x: 8, y: top, width: width - 16, height: min(max(width * 0.7, 300), 620))
    let inner = Box(
      x: frame.x + 28, y: frame.y + 22, width: frame.width - 56, height: frame.height - 44)
    let places = places(in: inner)
    guard !places.isEmpty else { return drawing.empty(language, from: top) }
    drawing.line(
      [
        Point(frame.x, frame.y), Point(frame.right, frame.y), Point(frame.right, frame.bottom),
        Point(frame.x, frame.bottom), Point(frame.x, frame.y),
      ], Drawing.Stroke(.grid))
    let size = width < 560 ? 11.0 : 13
    let labels = places.map { place in
      place.item.label.cut(frame.width * 0.4, size: size)
    }
    let markers = places.map { Box(x: $0.place.x - 5, y: $0.place.y - 5, width: 10, height: 10) }
    let boxes = LabelPlacement(
      markers, sizes: labels.map { Point($0.width(size), size * 1.15) }, in: frame,
      gap: Point(3, 2)
    ).readable
    for (box, place) in zip(boxes, places) {
      if let box { drawLeader(from: place, to: box, in: &drawing) }
    }
    for place in places { drawing.marker(place.group, at: place.place, hint: place.item.label) }
    for (box, label) in zip(boxes, labels) {
      guard let box else { continue }
      var style = TextStyle(size, .ink, anchor: .middle)
      style.hasHalo = true
      drawing.text(label, at: Point(box.center.x, box.bottom - size * 0.28), style)
    }
    let entries = groups.enumerated().map { (series: $0.offset, name: $0.element) }
    drawing.height = frame.bottom + 8
    guard !entries.isEmpty else { return }
    drawing.height = drawing.legend(entries, lines: false, from: frame.bottom + 8) + 4
  }

  /// Joins a point and a label that lies apart from it.
  private func drawLeader(
    from item: (item: Item, group: Int, place: Point), to box: Box, in drawing: inout Drawing
  ) {
    let place = item.place
    let nearest = Point(
      min(max(place.x, box.x), box.right), min(max(place.y, box.y), box.bottom))
    let (dx, dy) = (nearest.x - place.x, nearest.y - place.y)
    guard dx * dx + dy * dy > 100 else { return }
    drawing.line([place, nearest], Drawing.Stroke(.series(item.group)))
  }
}
