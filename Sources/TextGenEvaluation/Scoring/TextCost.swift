import Glibc
import TextGenLanguageModeling
import TextGenTokenization

/// What it costs to write a text with the probabilities of a model.
struct TextCost: Sendable, Hashable {
  /// The total of -log2 p over the text, in bits; infinite when a token cannot come.
  var bits = 0.0
  /// The number of tokens.
  var tokenCount = 0
  /// The number of tokens that stand for what the vocabulary lacks.
  var unknownCount = 0
  /// The number of tokens whose probability is 0, or is no number.
  var impossibleCount = 0

  /// The sum of `costs`.
  init(_ costs: some Sequence<TokenCost>) {
    // Summed in nats and converted once, and the spellings added last: the figure to the bit.
    var nats = 0.0
    var spellings: [Double] = []
    for cost in costs {
      tokenCount += 1
      if cost.spelling != nil {
        unknownCount += 1
        spellings.append(cost.spellingBits)
      }
      if cost.nats < .infinity { nats += cost.nats } else { impossibleCount += 1 }
    }
    bits = impossibleCount > 0 ? .infinity : spellings.reduce(nats / log(2), +)
  }

  /// The share of tokens that are unknown, 0 without tokens.
  var unknownRate: Double { tokenCount == 0 ? 0 : Double(unknownCount) / Double(tokenCount) }

  /// The bits of each of the `characters` NFC code points of the text; nil without any.
  func bitsPerCharacter(_ characters: Int) -> Double? {
    characters == 0 ? nil : bits / Double(characters)
  }
}
