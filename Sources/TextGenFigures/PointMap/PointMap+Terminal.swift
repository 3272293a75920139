extension PointMap {
  package func text(_ terminal: TerminalCanvas) -> String {
    let heading = terminal.heading(title)
    let rows = terminal.height * 4 / 3
    // The last place is that of the last character, twice as high as it is wide.
    let inner = Box(x: 1, y: 0, width: Double(terminal.width - 3), height: Double(rows - 1))
    let places = places(in: inner, aspect: 2)
    guard !places.isEmpty else { return heading + terminal.line(language.noData) }
    let markers = places.map { place in
      Box(x: place.place.x.rounded(), y: place.place.y.rounded(), width: 1, height: 1)
    }
    let labels = places.map { place in
      place.item.label.printable(isUnicode: terminal.isUnicode)
        .cut(columns: terminal.width / 2, isUnicode: terminal.isUnicode)
    }
    // Each label has a space after it, so that neighbours do not run together.
    let placement = LabelPlacement(
      markers, sizes: labels.map { Point(Double($0.columns + 1), 1) },
      in: Box(x: 0, y: 0, width: Double(terminal.width), height: Double(rows)), gap: Point(1, 0))
    var grid = CharacterGrid(columns: terminal.width, rows: rows)
    for (box, label) in zip(placement.readable, labels) {
      guard let box else { continue }
      grid.put(label, row: Int(box.y), column: Int(box.x))
    }
    for (marker, place) in zip(markers, places) {
      grid.put(
        Marker(series: place.group).sign(isUnicode: terminal.isUnicode), row: Int(marker.y),
        column: Int(marker.x), ink: Palette.onAny(place.group))
    }
    let legend = groups.enumerated().map { index, name in
      (Marker(series: index).sign(isUnicode: terminal.isUnicode), Palette.onAny(index), name)
    }
    return heading + grid.text(terminal) + terminal.legend(legend)
  }
}
