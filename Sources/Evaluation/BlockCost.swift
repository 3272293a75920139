import Glibc
import LanguageModeling
import Tokenization

/// What a stretch of text costs with the probabilities of a model.
public struct BlockCost: Sendable, Hashable {
  /// The total of -log2 p, in bits; infinite when a token cannot come.
  public var bits: Double
  /// NFC code points.
  public var characters: Int

  /// A stretch of `characters` code points that costs `bits`.
  public init(bits: Double, characters: Int) {
    self.bits = bits
    self.characters = characters
  }
}

extension Evaluator {
  /// What each stretch of about `length` tokens of `text` costs; their sum is that of the whole text.
  ///
  /// An unknown token is charged its spelling, as in `evaluate`.
  public func costs(
    of text: String, tokensOfBlock length: Int = 200, progress: (Double) -> Void = { _ in }
  ) -> [BlockCost] {
    precondition(length >= 1, "blocks of \(length) tokens")
    let encoding = tokenizer.encoding(of: text)
    let logProbabilities = logProbabilities(of: encoding.tokens, progress: progress)
    var spellings = encoding.unknownSpellings.makeIterator()
    var blocks: [BlockCost] = []
    var previous: TokenID? = tokenizer.lineBreak
    for (place, token) in encoding.tokens.enumerated() {
      if place % length == 0 { blocks.append(BlockCost(bits: 0, characters: 0)) }
      let last = blocks.count - 1
      blocks[last].bits -= Double(logProbabilities[place]) / log(2)
      // Continuation bytes begin no code point.
      blocks[last].characters += tokenizer.surface(of: token, after: previous)
        .count { $0 & 0xC0 != 0x80 }
      if token == tokenizer.unknown, let spelling = spellings.next() {
        blocks[last].bits += tokenizer.spellingBits(of: spelling)
        // The surface shows it as one character.
        blocks[last].characters += spelling.unicodeScalars.count - 1
      }
      previous = token
    }
    return blocks
  }
}
