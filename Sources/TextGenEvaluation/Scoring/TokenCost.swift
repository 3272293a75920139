import Glibc
import TextGenLanguageModeling
import TextGenTokenization

/// What one token of a text costs. Every figure in bits per character is a sum of these divided by the
/// code points of the text in NFC with LF as its line end.
struct TokenCost: Sendable, Hashable {
  /// The token.
  let token: TokenID
  /// What the text has where the token is unknown; else nil.
  let spelling: String?
  /// -ln p of the token; infinite where it cannot come, or where its probability is no number.
  let nats: Double
  /// What it costs to write out the spelling of an unknown token, on top of the token itself.
  let spellingBits: Double

  /// The whole cost, in bits.
  var bits: Double { nats / log(2) + spellingBits }
}

/// The costs of the tokens of a text, one after the other, without an array of them: texts are long.
struct TokenCosts: Sequence, IteratorProtocol {
  private let tokenizer: any Tokenizer
  private var tokens: Zip2Sequence<[TokenID], [Float]>.Iterator
  private var spellings: [String].Iterator

  /// The costs of `encoding`, the tokens of which have `logProbabilities`, in nats.
  init(_ encoding: Encoding, logProbabilities: [Float], tokenizer: any Tokenizer) {
    precondition(
      encoding.tokens.count == logProbabilities.count,
      "\(logProbabilities.count) log-probabilities for \(encoding.tokens.count) tokens")
    self.tokenizer = tokenizer
    tokens = zip(encoding.tokens, logProbabilities).makeIterator()
    spellings = encoding.unknownSpellings.makeIterator()
  }

  mutating func next() -> TokenCost? {
    guard let (token, logProbability) = tokens.next() else { return nil }
    let spelling = token == tokenizer.unknown ? spellings.next() : nil
    return TokenCost(
      token: token, spelling: spelling,
      nats: logProbability > -.infinity ? -Double(logProbability) : .infinity,
      spellingBits: spelling.map(tokenizer.spellingBits) ?? 0)
  }
}
