import Testing
import TextGenGeneration
import TextGenTestSupport

@Suite struct StreamingDecoderTests {
  static let texts = [
    "", "Olá, João!", "e\u{301}a\u{303}o\u{302}", "🇧🇷🇵🇹🇧🇷 ok", "👩‍👩‍👧‍👦👍🏽👩‍🚀",
    "a\nb\n\n\u{301}c", "\u{0915}\u{094D}\u{0937}\u{093F}", "각가\u{1100}\u{1161}\u{11A8}",
    "a" + String(repeating: "\u{301}", count: 40) + "b",
  ]

  /// The pieces that come out when `bytes` go in cut at random places.
  private func pieces(_ bytes: [UInt8], seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var decoder = StreamingDecoder()
    var pieces: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...4, using: &generator)
      pieces.append(decoder.append(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return pieces + [decoder.finish()]
  }

  @Test(arguments: texts) func `no cluster is split`(text: String) {
    for seed in 0..<20 as Range<UInt64> {
      let pieces = pieces(Array(text.utf8), seed: seed)
      #expect(pieces.joined().utf8.elementsEqual(text.utf8))
      #expect(pieces.flatMap { Array($0) }.map(String.init) == text.map(String.init))
      #expect(pieces.map(\.count).reduce(0, +) == text.count)
    }
  }

  @Test(
    arguments: [
      [0xE2, 0x28, 0xA1], [0xFF, 0xFE], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80, 0x41],
      [0xF0, 0x9F, 0x98], [0x80, 0x80, 0x61], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x41], [0x61, 0xCC, 0x81, 0xCC],
    ] as [[UInt8]])
  func `invalid bytes are replaced as in the whole`(bytes: [UInt8]) {
    for seed in 0..<20 as Range<UInt64> {
      let joined = pieces(bytes, seed: seed).joined()
      #expect(joined.utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  @Test func `a line feed and what stands before the last cluster come at once`() {
    var decoder = StreamingDecoder()
    #expect(decoder.append("ab".utf8) == "a")
    #expect(decoder.append("\n".utf8) == "b\n")
    #expect(decoder.append("c".utf8) == "")
    #expect(decoder.append("\u{303}".utf8) == "")
    #expect(decoder.finish() == "c\u{303}")
  }
}
