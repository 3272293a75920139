/// The background that a figure is drawn for.
package enum Theme: Sendable, CaseIterable {
  /// A white background.
  case light
  /// A background that is nearly black.
  case dark
  /// Light or dark, as the reader's device prefers: needs a viewer that knows CSS variables.
  case adaptive
}

/// What a colour is for; the theme decides which colour that is.
package enum Paint: Sendable, Hashable {
  /// The background.
  case paper
  /// Text that is read first.
  case ink
  /// Text that is read second, and axes.
  case muted
  /// Lines that only guide the eye.
  case grid
  /// The series of a number, from 0.
  case series(Int)
  /// A colour that is the same in every theme.
  case fixed(Colour)
}

extension Theme {
  /// The value of a CSS property for `paint`, without its opacity.
  func css(_ paint: Paint) -> String {
    if case .fixed(let colour) = paint { return colour.hex }
    let name = paint.name
    guard self != .adaptive else { return "var(--\(name))" }
    return variables.first { $0.name == name }?.colour.hex ?? "#000000"
  }

  /// The declarations of every colour as a CSS variable.
  var declarations: String {
    variables.map { "--\($0.name):\($0.colour.hex);" }.joined()
  }

  /// Rules that make the variables follow the reader's device, and light on paper.
  static var styleSheet: String {
    """
    :root{color-scheme:light dark;\(light.declarations)}
    @media (prefers-color-scheme:dark){:root{\(dark.declarations)}}
    @media print{:root{color-scheme:light;\(light.declarations)}}
    """
  }

  private var variables: [(name: String, colour: Colour)] {
    let isDark = self == .dark
    let series = isDark ? Palette.onDark : Palette.onLight
    let plain: [(Paint, UInt32)] = [
      (.paper, isDark ? 0x15181C : 0xFFFFFF), (.ink, isDark ? 0xECECEC : 0x1A1A1A),
      (.muted, isDark ? 0xA9B0B8 : 0x565C63), (.grid, isDark ? 0x343A41 : 0xDDE0E4),
    ]
    return plain.map { ($0.name, Colour($1)) }
      + series.enumerated().map { (Paint.series($0).name, $1) }
  }
}

extension Paint {
  fileprivate var name: String {
    switch self {
    case .paper: "paper"
    case .ink, .fixed: "ink"
    case .muted: "muted"
    case .grid: "grid"
    case .series(let index): "series-\(index % Palette.onLight.count)"
    }
  }

  /// How opaque the paint is.
  var opacity: Double {
    if case .fixed(let colour) = self { colour.opacity } else { 1 }
  }
}
