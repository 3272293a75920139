/// The elements of a figure as SVG, in pixels from the upper left corner.
///
/// A figure draws itself from top to bottom and sets the height when it knows it.
package struct Drawing: Sendable {
  /// How a line is drawn.
  package struct Stroke: Sendable {
    /// The colour of the line.
    package var paint: Paint
    /// The width in pixels.
    package var width: Double
    /// The lengths of dashes and gaps; empty for a solid line.
    package var dashes: [Double]

    /// A line of `width` pixels.
    package init(_ paint: Paint, width: Double = 1, dashes: [Double] = []) {
      self.paint = paint
      self.width = width
      self.dashes = dashes
    }
  }

  /// The width in pixels.
  package let width: Double
  /// The height in pixels.
  package var height: Double = 0
  private(set) var elements = ""
  let theme: Theme

  /// An empty drawing.
  package init(width: Double, theme: Theme) {
    precondition((200...20_000).contains(width), "a width of \(width) is outside 200...20000")
    self.width = width
    self.theme = theme
  }

  /// A line through `points`.
  package mutating func line(_ points: [Point], _ stroke: Stroke) {
    guard points.count > 1 else { return }
    let places = points.map { "\(pixels($0.x)),\(pixels($0.y))" }.joined(separator: " ")
    elements += "<polyline points=\"\(places)\" fill=\"none\"\(attributes(stroke))/>\n"
  }

  /// The area inside `points`.
  package mutating func area(_ points: [Point], _ fill: Paint, opacity: Double = 1) {
    let places = points.map { "\(pixels($0.x)),\(pixels($0.y))" }.joined(separator: " ")
    elements += "<polygon points=\"\(places)\"\(attributes(fill, opacity: opacity))/>\n"
  }

  /// An upright rectangle.
  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ fill: Paint, radius: Double = 0
  ) {
    elements += "<rect x=\"\(pixels(x))\" y=\"\(pixels(y))\" width=\"\(pixels(width))\""
    elements += " height=\"\(pixels(height))\"" + (radius > 0 ? " rx=\"\(pixels(radius))\"" : "")
    elements += attributes(fill) + "/>\n"
  }

  /// An outline in the language of the attribute `d`, filled, and drawn around if asked for; `hint`
  /// is shown as its tool tip.
  package mutating func path(
    _ data: String, _ fill: Paint, stroke: Stroke? = nil, hint: String? = nil
  ) {
    elements += "<path d=\"\(data)\"\(attributes(fill))\(stroke.map(attributes) ?? "")"
    elements += hint.map { "><title>\($0.escaped)</title></path>\n" } ?? "/>\n"
  }

  /// Areas of whole pixels without soft edges between them.
  mutating func tiles(_ data: String, _ fill: Paint) {
    elements += "<path shape-rendering=\"crispEdges\" d=\"\(data)\"\(attributes(fill))/>\n"
  }

  /// One line of text, whose line of writing starts, lies centred or ends at `point`.
  package mutating func text(_ text: String, at point: Point, _ style: TextStyle = TextStyle()) {
    let (x, y) = (pixels(point.x), pixels(point.y))
    elements += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(pixels(style.size))\""
    elements += style.attributes + attributes(style.paint)
    if style.isUpright { elements += " transform=\"rotate(-90 \(x) \(y))\"" }
    if style.hasHalo {
      elements += " paint-order=\"stroke\" stroke-linejoin=\"round\""
      elements += attributes(Stroke(.paper, width: 4))
    }
    elements += ">" + text.escaped + "</text>\n"
  }

  private func attributes(_ fill: Paint, opacity: Double = 1) -> String {
    let opacity = opacity * fill.opacity
    let part = opacity < 1 ? " fill-opacity=\"\(pixels(opacity))\"" : ""
    return " fill=\"\(theme.css(fill))\"" + part
  }

  private func attributes(_ stroke: Stroke) -> String {
    let dashes = stroke.dashes.map(pixels).joined(separator: " ")
    return " stroke=\"\(theme.css(stroke.paint))\" stroke-width=\"\(pixels(stroke.width))\""
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }
}

/// A length with at most two decimals, as SVG and CSS write it.
func pixels(_ length: Double) -> String {
  let rounded = (length * 100).rounded() / 100
  guard rounded != rounded.rounded() else { return String(Int(rounded)) }
  return "\(rounded)"
}
