/// Colours for things that have no order, and that people with any colour vision tell apart.
///
/// The hues are those of Okabe and Ito, "Color Universal Design" (2008,
/// https://jfly.uni-koeln.de/color/); those that would be too pale on white are darkened, so that
/// each has a contrast of at least 3 to its background, as WCAG 2.2 asks of graphics.
public enum Palette {
  /// The colours on a white background.
  public static let onLight: [Colour] = [
    0x0072B2, 0xD55E00, 0x009068, 0xB85C90, 0x8F6A00, 0x2B8CC4, 0x1A1A1A, 0x857A00,
  ].map { Colour($0) }

  /// The colours on a dark background.
  public static let onDark: [Colour] = [
    0x3D9BE0, 0xF07A28, 0x1FB58A, 0xD98DB8, 0xE69F00, 0x7CCBF5, 0xE8E8E8, 0xF0E442,
  ].map { Colour($0) }

  /// The colours on a background that may be either, such as that of a terminal.
  ///
  /// Nil is the terminal's own colour of text.
  static func onAny(_ index: Int) -> Colour? {
    let colours: [Colour?] = [
      Colour(0x2F8FD0), Colour(0xE06A10), Colour(0x14A077), Colour(0xCC79A7), Colour(0xBD8500),
      Colour(0x4FA9DC), nil, Colour(0x9A8F00),
    ]
    return colours[index % colours.count]
  }
}
