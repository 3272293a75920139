/// The number of a token in a vocabulary, from 0 to its count less 1.
package typealias TokenID = Int32

/// What one token stands for.
package enum TokenUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// A grapheme cluster; rare clusters fall back to their code points.
  case character
  /// An ICU word, after the Portuguese joins; one space between words is implied.
  case word
  /// A piece of an ICU word, learned by byte-pair merges (Sennrich et al. 2016); bytes are the fallback.
  case subword
}

/// Text to token ids and back.
///
/// Every tokenizer normalises first (NFC, line ends to LF, no byte order mark), and
/// `decode(encode(x)) == normalized(x)` for every text without unknown tokens.
package protocol Tokenizer: Sendable {
  /// What one token stands for.
  var unit: TokenUnit { get }

  /// The tokens, their ids and their counts in the training text.
  var vocabulary: Vocabulary { get }

  /// The id of a single line feed, which every vocabulary holds.
  ///
  /// A text begins as a line begins: a model is fed this token before the first token of a text.
  var lineBreak: TokenID { get }

  /// The id that stands for what the vocabulary lacks; nil when nothing can be lacking.
  var unknown: TokenID? { get }

  /// The tokens of `text`, and the spelling of each unknown one.
  func encoding(of text: String) -> Encoding

  /// The UTF-8 bytes that `token` adds to a text in which it follows `previous`.
  ///
  /// A single token may hold a part of a code point; only the whole sequence is valid UTF-8.
  /// The unknown token shows as U+FFFD.
  func surface(of token: TokenID, after previous: TokenID?) -> [UInt8]

  /// Whether the surface of some token depends on the token before it.
  var surfacesDependOnPrevious: Bool { get }

  /// The cost in bits of writing out `spelling`, which the model saw as one unknown token.
  func spellingBits(of spelling: String) -> Double

  /// An encoder for one text that comes in pieces.
  func makeEncoder() -> any PieceEncoder

  /// All that it takes to make this tokenizer again; nil when it cannot be stored.
  var record: TokenizerRecord? { get }
}

/// Encodes one text piece by piece, in one thread.
package protocol PieceEncoder {
  /// Appends the tokens of `piece`, normalised UTF-8 that goes on where the last piece ended.
  ///
  /// The cut between two pieces must be one that no token crosses: `TextPieces` finds them.
  mutating func append(_ piece: [UInt8], to encoding: inout Encoding)
}

/// The tokens of a text.
package struct Encoding: Sendable, Hashable {
  /// The ids, in order.
  package var tokens: [TokenID]
  /// The spellings of the unknown tokens, in order: one for each unknown id in `tokens`.
  package var unknownSpellings: [String]

  /// An encoding of `tokens`, of which those that are unknown are spelled `unknownSpellings`.
  package init(tokens: [TokenID] = [], unknownSpellings: [String] = []) {
    self.tokens = tokens
    self.unknownSpellings = unknownSpellings
  }
}

extension Tokenizer {
  /// An encoder that treats each piece as a text of its own; tokenizers with context replace it.
  package func makeEncoder() -> any PieceEncoder { ContextFreeEncoder(tokenizer: self) }

  /// True, which is always safe.
  package var surfacesDependOnPrevious: Bool { true }

  /// No record.
  package var record: TokenizerRecord? { nil }

  /// The ids of the tokens of `text`.
  package func encode(_ text: String) -> [TokenID] { encoding(of: text).tokens }

  /// The text that `tokens` spell.
  package func decode(_ tokens: some Sequence<TokenID>) -> String {
    var bytes: [UInt8] = []
    var previous: TokenID?
    for token in tokens {
      bytes += surface(of: token, after: previous)
      previous = token
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Tokenizer {
  /// The tokens of `text`, normalised and encoded piece by piece.
  func encodingByPieces(of text: String) -> Encoding {
    var encoding = Encoding()
    var pieces = TextPieces(Array(text.utf8))
    var piece: [UInt8] = []
    var encoder = makeEncoder()
    while pieces.next(into: &piece) { encoder.append(piece, to: &encoding) }
    return encoding
  }
}

/// Encodes each piece by itself.
private struct ContextFreeEncoder<Base: Tokenizer>: PieceEncoder {
  let tokenizer: Base

  mutating func append(_ piece: [UInt8], to encoding: inout Encoding) {
    let added = tokenizer.encoding(of: String(decoding: piece, as: UTF8.self))
    encoding.tokens += added.tokens
    encoding.unknownSpellings += added.unknownSpellings
  }
}
