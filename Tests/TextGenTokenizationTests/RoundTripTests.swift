import Testing
import TextGenTokenization

struct RoundTripTests {
  private func tokenizer(_ unit: TokenUnit, _ texts: [String]) -> any Tokenizer {
    var trainer = TokenizerTrainer(
      unit: unit, minimumCount: 1, maximumSize: unit == .subword ? 1_000 : 100_000)
    for text in texts { trainer.add(text) }
    return trainer.finish()
  }

  private func texts(seed: UInt64, count: Int) -> [String] {
    var random = RandomText(seed: seed)
    return (0..<count).map { _ in random.next(upTo: 12) }
  }

  @Test(arguments: TokenUnit.allCases)
  func `surfaces differ after other tokens only where the tokenizer says so`(unit: TokenUnit) {
    let tokenizer = tokenizer(unit, texts(seed: 3, count: 20))
    let tokens = (0..<TokenID(tokenizer.vocabulary.count))
    let differ = tokens.contains { token in
      tokens.contains { previous in
        tokenizer.surface(of: token, after: previous)
          != tokenizer.surface(of: token, after: tokenizer.lineBreak)
      }
    }
    #expect(differ == tokenizer.surfacesDependOnPrevious)
  }

  @Test(arguments: TokenUnit.allCases)
  func `decoding the encoding gives the normalised text`(unit: TokenUnit) {
    let texts = texts(seed: 1, count: 2_000)
    let tokenizer = tokenizer(unit, texts)
    for text in texts {
      let encoding = tokenizer.encoding(of: text)
      let normalized = TextNormalizer.normalize(text).text
      #expect(encoding.unknownSpellings.isEmpty)
      #expect(
        tokenizer.decode(encoding.tokens).utf8.elementsEqual(normalized.utf8),
        "\(text.debugDescription)")
    }
  }

  @Test(arguments: TokenUnit.allCases)
  func `unknown tokens come with their spellings`(unit: TokenUnit) {
    let tokenizer = tokenizer(unit, ["a casa é d'água — 9,5 : ( ) … 👍"])
    for text in texts(seed: 2, count: 1_000) {
      let encoding = tokenizer.encoding(of: text)
      let unknowns = encoding.tokens.count { $0 == tokenizer.unknown }
      #expect(unknowns == encoding.unknownSpellings.count)
      var spellings = encoding.unknownSpellings[...]
      var bytes: [UInt8] = []
      var previous: TokenID?
      for token in encoding.tokens {
        var surface = tokenizer.surface(of: token, after: previous)
        if token == tokenizer.unknown {
          surface = surface.dropLast(3) + Array((spellings.popFirst() ?? "").utf8)
        }
        bytes += surface
        previous = token
      }
      #expect(
        bytes.elementsEqual(TextNormalizer.normalize(text).text.utf8), "\(text.debugDescription)")
    }
  }

  @Test(arguments: TokenUnit.allCases, [1, 2, 3, 5, 8, 21])
  func `pieces have the tokens of the whole`(unit: TokenUnit, size: Int) {
    let texts = texts(seed: 3, count: 300)
    let tokenizer = tokenizer(unit, texts.filter { $0.utf8.count % 2 == 0 })
    for text in texts {
      var encoding = Encoding()
      var pieces = TextPieces(Array(text.utf8), size: size)
      var piece: [UInt8] = []
      var encoder = tokenizer.makeEncoder()
      while pieces.next(into: &piece) { encoder.append(piece, to: &encoding) }
      #expect(encoding == tokenizer.encoding(of: text), "\(text.debugDescription)")
    }
  }
}
