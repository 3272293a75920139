import Glibc
import TextGenLanguageModeling
import TextGenTokenization

/// What a stretch of text costs with the probabilities of a model.
package struct BlockCost: Sendable, Hashable {
  /// The total of -log2 p, in bits; infinite when a token cannot come.
  package var bits: Double
  /// NFC code points.
  package var characters: Int

  /// A stretch of `characters` code points that costs `bits`.
  package init(bits: Double, characters: Int) {
    self.bits = bits
    self.characters = characters
  }
}

extension Evaluator {
  /// What each stretch of about `length` tokens of `text` costs; their sum is that of the whole text.
  ///
  /// An unknown token is charged its spelling, as in `evaluate`.
  package func costs(
    of text: String, tokensOfBlock length: Int = 200, progress: (Double) -> Void = { _ in }
  ) -> [BlockCost] {
    precondition(length >= 1, "blocks of \(length) tokens")
    var blocks: [BlockCost] = []
    var previous: TokenID? = tokenizer.lineBreak
    for (place, cost) in tokenCosts(of: text, progress: progress).enumerated() {
      if place % length == 0 { blocks.append(BlockCost(bits: 0, characters: 0)) }
      let last = blocks.count - 1
      blocks[last].bits += cost.nats / log(2)
      blocks[last].bits += cost.spellingBits
      // Continuation bytes begin no code point.
      blocks[last].characters += tokenizer.surface(of: cost.token, after: previous)
        .count { $0 & 0xC0 != 0x80 }
      // The surface shows an unknown spelling as one character.
      if let spelling = cost.spelling {
        blocks[last].characters += spelling.unicodeScalars.count - 1
      }
      previous = cost.token
    }
    return blocks
  }
}
