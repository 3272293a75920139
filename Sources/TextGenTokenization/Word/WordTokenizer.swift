/// Words, numbers and signs as tokens.
///
/// The spaces that print puts between them are implied; other white space, spaces too many and
/// spaces missing are tokens. Words too rare for a token are unknown.
package struct WordTokenizer: Tokenizer, GrowingTokenizer {
  package let vocabulary: Vocabulary
  package let lineBreak: TokenID
  /// The cost of what is unknown.
  let spelling: SpellingModel
  private let space: TokenID
  private let spacings: [Spacing]
  private static let unknownID: TokenID = 0
  /// Says that the space implied here is missing.
  private static let glueID: TokenID = 1
  /// The names of the special tokens.
  static let specials = ["<unk>", "<glue>"]

  /// The tokenizer over `tokens`, among them the line feed and the space, with the counts of the
  /// special tokens and of each token.
  init(tokens: [[UInt8]], counts: [Int], spelling: SpellingModel) {
    vocabulary = Vocabulary(specials: Self.specials, tokens: tokens, counts: counts)
    spacings = [.word, .none] + tokens.map { Spacing(of: $0) }
    self.spelling = spelling
    guard let lineBreak = vocabulary.id(of: [.lineFeed]), let space = vocabulary.id(of: [.space])
    else { preconditionFailure("\(tokens.count) tokens without a line feed or a space") }
    self.lineBreak = lineBreak
    self.space = space
  }

  package var unit: TokenUnit { .word }

  package var unknown: TokenID? { Self.unknownID }

  package func encoding(of text: String) -> Encoding { encodingByPieces(of: text) }

  package func surface(of token: TokenID, after previous: TokenID?) -> [UInt8] {
    let isSpaced =
      previous.map { Spacing.impliesSpace(spacings[Int($0)], spacings[Int(token)]) } ?? false
    let space: [UInt8] = isSpaced ? [.space] : []
    switch token {
    case Self.unknownID: return space + utf8(of: 0xFFFD)
    case Self.glueID: return []
    default: return space + vocabulary.bytes(of: token)
    }
  }

  /// The cost of `spelling` under the code points of the training words that have no token.
  package func spellingBits(of spelling: String) -> Double { self.spelling.bits(of: spelling) }

  package func makeEncoder() -> any PieceEncoder { Encoder(tokenizer: self) }

  package var record: TokenizerRecord? {
    TokenizerRecord(
      unit: .word,
      tokens: (TokenID(Self.specials.count)..<TokenID(vocabulary.count)).map { vocabulary[$0] },
      counts: vocabulary.counts, spelling: spelling.counts)
  }

  /// The tokenizer with more words; the cost of unknown ones stays as it is.
  func appending(_ added: [CountedToken]) -> any Tokenizer {
    let first = TokenID(Self.specials.count)
    return WordTokenizer(
      tokens: (first..<TokenID(vocabulary.count)).map(vocabulary.bytes) + added.map(\.bytes),
      counts: vocabulary.counts + added.map(\.count), spelling: spelling)
  }

  private struct Encoder: PieceEncoder {
    let tokenizer: WordTokenizer
    private var scanner = WordScanner()
    private var tracker = SpacingTracker()

    init(tokenizer: WordTokenizer) { self.tokenizer = tokenizer }

    mutating func append(_ piece: [UInt8], to encoding: inout Encoding) {
      scanner.scan(piece)
      for segment in scanner.segments {
        if segment.kind == .spaces {
          tracker.addSpaces(segment.range.count)
          continue
        }
        let token = tokenizer.vocabulary.id(of: piece, segment.range) ?? WordTokenizer.unknownID
        appendGap(before: tokenizer.spacings[Int(token)], to: &encoding.tokens)
        encoding.tokens.append(token)
        if token == WordTokenizer.unknownID {
          encoding.unknownSpellings.append(String(decoding: piece[segment.range], as: UTF8.self))
        }
      }
      // Spaces at the end of a piece are followed by a line end, by more spaces, or by nothing.
      if tracker.hasSpaces { appendGap(before: .none, to: &encoding.tokens) }
    }

    @inline(__always)
    private mutating func appendGap(before next: Spacing, to tokens: inout [TokenID]) {
      switch tracker.gap(before: next) {
      case .implied: break
      case .glue: tokens.append(WordTokenizer.glueID)
      case .spaces(let count):
        tokens.append(contentsOf: repeatElement(tokenizer.space, count: count))
      }
    }
  }
}
