import Glibc
import LanguageModeling
import Tokenization

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

  /// The cost of `encoding`, the tokens of which have `logProbabilities`, in nats.
  ///
  /// An unknown token is charged the probability of the unknown token and, on top of it, its
  /// spelling, so that units with and without unknown tokens can be compared.
  init(_ encoding: Encoding, logProbabilities: [Float], tokenizer: any Tokenizer) {
    precondition(
      encoding.tokens.count == logProbabilities.count,
      "\(logProbabilities.count) log-probabilities for \(encoding.tokens.count) tokens")
    tokenCount = encoding.tokens.count
    unknownCount = encoding.unknownSpellings.count
    var nats = 0.0
    for logProbability in logProbabilities {
      if logProbability > -.infinity {
        nats -= Double(logProbability)
      } else {
        impossibleCount += 1
      }
    }
    bits = encoding.unknownSpellings.reduce(nats / log(2)) {
      $0 + tokenizer.spellingBits(of: $1)
    }
    if impossibleCount > 0 { bits = .infinity }
  }

  /// The share of tokens that are unknown, 0 without tokens.
  var unknownRate: Double { tokenCount == 0 ? 0 : Double(unknownCount) / Double(tokenCount) }
}
