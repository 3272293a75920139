/// Colours for things that have no order, and that people with any colour vision tell apart.
///
/// Found by a search for the greatest least distance of two colours as seen with normal vision and
/// without one kind of cone (Machado, Oliveira and Fernandes 2009): at least 20 in CIELAB, and 5 in
/// lightness, for prints in grey. Each has a contrast of at least 3 to its background, as WCAG 2.2 asks
/// of graphics. Markers and dashes tell series apart without any colour.
package enum Palette {
  /// The colours on a white background.
  package static let onLight: [Colour] = [
    0x424FE9, 0x5A0508, 0x458246, 0x750586, 0x664B01, 0x34A2B1, 0x35363B, 0x968401,
  ].map { Colour($0) }

  /// The colours on a dark background.
  package static let onDark: [Colour] = [
    0x6C67F2, 0xAD4C44, 0x74F2AB, 0xF5408E, 0xF3BE2C, 0x12A3DA, 0xE7EBF0, 0xB0B45F,
  ].map { Colour($0) }

  /// The colours on a background that may be either, such as that of a terminal.
  ///
  /// Nil is the terminal's own colour of text. What can be seen on white and on black has little room:
  /// the least distance is 17, and lightness tells nothing.
  static func onAny(_ index: Int) -> Colour? {
    let colours: [Colour?] = [
      Colour(0x5272A7), Colour(0xDD1900), Colour(0x729D6E), Colour(0xC458E7), Colour(0x8E643C),
      Colour(0x479BAF), nil, Colour(0xA69244),
    ]
    return colours[index % colours.count]
  }
}
