import Tokenization

/// The tokens of one part of a corpus, growing text by text.
struct CorpusPart {
  /// The tokens.
  private(set) var tokens: TokenSequence
  /// What is known of them.
  private(set) var statistics = CorpusPartStatistics()
  /// What normalisation changed.
  private(set) var normalization = NormalizationChanges()
  /// Whether there is any character but white space.
  private(set) var hasText = false
  private let tokenizer: any Tokenizer
  private var endsLine = true

  /// A part without tokens of `tokenizer`.
  init(tokenizer: any Tokenizer) {
    self.tokenizer = tokenizer
    tokens = TokenSequence(vocabularySize: tokenizer.vocabulary.count)
  }

  /// Appends `range` of a text in UTF-8, on a line of its own.
  mutating func append(_ text: [UInt8], _ range: Range<Int>) {
    var encoder = tokenizer.makeEncoder()
    var pieces = TextPieces(text, in: range)
    var piece: [UInt8] = []
    while pieces.next(into: &piece) {
      if !endsLine { appendLineBreak() }
      endsLine = true
      append(piece, with: &encoder)
    }
    if let last = piece.last { endsLine = last == 0x0A }
    normalization += pieces.changes
  }

  private mutating func appendLineBreak() {
    tokens.append(tokenizer.lineBreak)
    statistics.tokens += 1
    statistics.characters += 1
  }

  private mutating func append(_ piece: [UInt8], with encoder: inout any PieceEncoder) {
    var encoding = Encoding()
    encoder.append(piece, to: &encoding)
    tokens.append(contentsOf: encoding.tokens)
    statistics.tokens += encoding.tokens.count
    statistics.characters += codePointCount(piece)
    statistics.unknownTokens += encoding.unknownSpellings.count
    for spelling in encoding.unknownSpellings {
      statistics.unknownSpellingBits += tokenizer.spellingBits(of: spelling)
    }
    if !hasText { hasText = piece.contains { !Self.isWhiteSpace($0) } }
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
