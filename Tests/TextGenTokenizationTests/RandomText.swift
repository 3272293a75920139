import TextGenTestSupport

/// Random texts from pieces that are hard to cut: joined emoji, flags, marks, scripts, spaces.
struct RandomText {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A text of at most `count` pieces.
  mutating func next(upTo count: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &generator) {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        text.unicodeScalars.append(scalar())
      } else {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }
    }
    return text
  }

  /// Any code point.
  private mutating func scalar() -> Unicode.Scalar {
    while true {
      let limits: [UInt32] = [0x300, 0x3000, 0x11_0000]
      let limit = limits[Int.random(in: 0..<3, using: &generator)]
      let value = UInt32.random(in: 0..<limit, using: &generator)
      if let scalar = Unicode.Scalar(value) { return scalar }
    }
  }

  private static let pieces = [
    " ", " ", " ", "  ", "\n", "\r\n", "\r", "\t", "\u{A0}", "\u{3000}", "\u{FEFF}", "\0", "\u{AD}",
    "a", "casa", "água", "a\u{301}gua", "\u{301}", "\u{323}\u{302}", "ção", "É", "fazê-lo",
    "d'água",
    "d’água", "-", "—", "...", "…", ".", ",", ";", "!", "?", "\"", "'", "(", ")", "«", "»", "R$",
    "$",
    "9,5", "1.234,56", "10h30", "7", "1.º", "%", "@", "/", "https://a.pt/b?c=1", "x@y.pt",
    "www.a.b/c",
    "👨‍👩‍👧‍👦", "👍🏽", "🇧🇷", "🇵", "❤️", "\u{200D}", "©", "\u{FE0F}", "שָׁלוֹם", "مَرْحَبًا", "नमस्ते", "क्षि", "ไทย",
    "日本語", "カタカナ", "한국어", "\u{1100}\u{1161}\u{11A8}", "\u{600}", "ﬁ", "Å", "\u{212B}", "\u{2126}",
    "ß",
    "<unk>", "_", "a_b", "&", "\u{200B}", "\u{2028}", "\u{85}", "\u{1D15E}",
  ]
}
