import TextGenTokenization
import TextGenWords

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
  /// How often each word occurs, where that is counted.
  private(set) var words: WordCounts?
  private let tokenizer: any Tokenizer
  private var endsLine = true

  /// A part without tokens of `tokenizer`, whose words are added to `words`.
  init(tokenizer: any Tokenizer, countingWords words: WordCounts? = nil) {
    self.tokenizer = tokenizer
    self.words = words
    tokens = TokenSequence(vocabularySize: tokenizer.vocabulary.count)
  }

  /// Appends `range` of a text in UTF-8, on a line of its own.
  mutating func append(_ text: [UInt8], _ range: Range<Int>) {
    _ = append(text, blocks: [range])
  }

  /// Appends `ranges` of a text in UTF-8, neighbours that each begin a line, on a line of their own.
  mutating func append(_ text: [UInt8], blocks ranges: [Range<Int>]) -> [CorpusBlock] {
    var encoder = tokenizer.makeEncoder()
    var piece: [UInt8] = []
    return ranges.map { range in
      var pieces = TextPieces(text, in: range)
      var (start, before) = (tokens.count, statistics)
      while pieces.next(into: &piece) {
        if !endsLine {
          appendLineBreak()
          (start, before) = (tokens.count, statistics)
        }
        endsLine = true
        append(piece, with: &encoder)
      }
      if let last = piece.last { endsLine = last == 0x0A }
      normalization += pieces.changes
      return block(from: start, after: before)
    }
  }

  /// The tokens from `start` on, before which the statistics were `before`.
  private func block(from start: Int, after before: CorpusPartStatistics) -> CorpusBlock {
    let lineBreaks = tokens.indices[start...].suffix(2).reversed()
      .prefix { tokens[$0] == tokenizer.lineBreak }.count
    var statistics = statistics
    statistics.tokens -= before.tokens
    statistics.characters -= before.characters
    statistics.unknownTokens -= before.unknownTokens
    statistics.unknownSpellingBits -= before.unknownSpellingBits
    return CorpusBlock(
      tokens: start..<tokens.count, statistics: statistics,
      missingLineBreaks: start == tokens.count ? 0 : 2 - lineBreaks)
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
    words?.add(piece)
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
