// Parts that several figures share.

extension Drawing {
  /// Draws `title` at the top and gives the height below it.
  mutating func heading(_ title: String) -> Double {
    var style = TextStyle(16)
    style.isBold = true
    return paragraph(title, from: 8, style)
  }

  /// Draws `text` in as many lines as it needs, below `top`, and gives the height below it.
  mutating func paragraph(_ text: String, from top: Double, _ style: TextStyle) -> Double {
    var bottom = top
    let ruler = TextRuler.pixels(style.size * (style.isBold ? 1.14 : 1))
    for line in ruler.wrap(text, to: width - 16) {
      bottom += style.size * 1.35
      self.text(line, at: Point(8, bottom - style.size * 0.3), style)
    }
    return bottom
  }

  /// The middle nearest to `x` of a text that lies inside the margins.
  func centred(_ x: Double, _ text: String, _ size: Double) -> Double {
    let half = text.width(size) / 2 + 8
    return min(max(x, half), max(width - half, half))
  }

  /// Draws that there is nothing to draw.
  mutating func empty(_ language: Language, from top: Double) {
    text(language.noData, at: Point(8, top + 24), TextStyle(13, .muted))
    height = top + 40
  }

  /// Draws the marker of a series, with a tool tip if it has a `hint`.
  mutating func marker(_ series: Int, at point: Point, hint: String? = nil) {
    let marker = Marker(series: series)
    let data = marker.path(point, radius: 4)
    if marker.isHollow {
      path(data, .paper, stroke: Stroke(.series(series), width: 1.5), hint: hint)
    } else {
      path(data, .series(series), stroke: Stroke(.paper, width: 0.75), hint: hint)
    }
  }

  /// Draws the sign of a series: its marker, on a piece of its line if it has one.
  mutating func sample(_ series: Int, line hasLine: Bool, at point: Point) {
    if hasLine {
      line(
        [Point(point.x, point.y), Point(point.x + 24, point.y)],
        Stroke(.series(series), width: 2, dashes: Marker(series: series).dashes))
    }
    marker(series, at: Point(point.x + 12, point.y))
  }

  /// Draws signs and names in as many lines as they need and gives the height below them.
  mutating func legend(
    _ entries: [(series: Int, name: String)], lines: Bool, from top: Double
  ) -> Double {
    var (x, y) = (8.0, top + 12)
    for entry in entries {
      let name = entry.name.cut(width - 52, size: 12)
      let length = 28 + name.width(12)
      if x > 8, x + length > width - 8 { (x, y) = (8, y + 19) }
      sample(entry.series, line: lines, at: Point(x, y))
      text(name, at: Point(x + 28, y + 4), TextStyle(12))
      x += length + 16
    }
    return y + 10
  }

  /// Draws the colours of `key` with round values below them and gives the height below.
  mutating func legend(_ key: ColourKey, _ style: NumberStyle, from top: Double) -> Double {
    let length = min(220, width - 48)
    let left = 20.0
    let y = paragraph(key.label, from: top, TextStyle(12, .muted)) + 4
    let steps = 44
    for step in 0..<steps {
      let colour = key.scale.colour(at: (Double(step) + 0.5) / Double(steps))
      let start = pixels(left + length * Double(step) / Double(steps))
      let width = pixels(length / Double(steps))
      tiles("M\(start) \(pixels(y))h\(width)v12h-\(width)z", .fixed(colour))
    }
    line(
      [
        Point(left, y), Point(left + length, y), Point(left + length, y + 12),
        Point(left, y + 12), Point(left, y),
      ], Stroke(.muted, width: 0.5))
    for tick in key.ticks(5, style) {
      let x = left + tick.share * length
      line([Point(x, y + 12), Point(x, y + 16)], Stroke(.muted))
      text(
        tick.label, at: Point(centred(x, tick.label, 11), y + 28),
        TextStyle(11, .muted, anchor: .middle))
    }
    return y + 34
  }
}
