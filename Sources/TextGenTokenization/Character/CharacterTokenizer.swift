/// Grapheme clusters as tokens; clusters too rare for a token fall back to their code points, and
/// code points too rare for one are unknown.
package struct CharacterTokenizer: Tokenizer, GrowingTokenizer {
  package let vocabulary: Vocabulary
  package let lineBreak: TokenID
  /// Tokens of code points below `tableSize`, -1 where there is none.
  private let singles: [TokenID]
  /// Covers Latin, Greek, Cyrillic, punctuation and most symbols: 40 KB, of which text uses little.
  private static let tableSize = 0x2800
  private static let unknownID: TokenID = 0

  /// The tokenizer over `clusters`, each at least one code point and among them the line feed,
  /// with the counts of the unknown token and of each cluster.
  init(clusters: [[UInt8]], counts: [Int]) {
    vocabulary = Vocabulary(specials: ["<unk>"], tokens: clusters, counts: counts)
    var singles = [TokenID](repeating: -1, count: Self.tableSize)
    for (index, cluster) in clusters.enumerated() {
      let (value, length) = codePoint(of: cluster, at: 0)
      if length == cluster.count, value < Self.tableSize {
        singles[Int(value)] = TokenID(index + 1)
      }
    }
    self.singles = singles
    lineBreak = singles[Int(UInt8.lineFeed)]
    precondition(lineBreak >= 0, "\(clusters.count) tokens without a line feed")
  }

  package var unit: TokenUnit { .character }

  package var unknown: TokenID? { Self.unknownID }

  package func encoding(of text: String) -> Encoding { encodingByPieces(of: text) }

  package func surface(of token: TokenID, after previous: TokenID?) -> [UInt8] {
    token == Self.unknownID ? utf8(of: 0xFFFD) : vocabulary.bytes(of: token)
  }

  package var surfacesDependOnPrevious: Bool { false }

  /// The cost of the code points of `spelling`, each one of 1,114,112.
  package func spellingBits(of spelling: String) -> Double {
    Double(spelling.unicodeScalars.count) * bitsPerUnknownCodePoint
  }

  package func makeEncoder() -> any PieceEncoder { Encoder(tokenizer: self) }

  package var record: TokenizerRecord? {
    TokenizerRecord(
      unit: .character, tokens: (1..<TokenID(vocabulary.count)).map { vocabulary[$0] },
      counts: vocabulary.counts)
  }

  func appending(_ added: [CountedToken]) -> any Tokenizer {
    CharacterTokenizer(
      clusters: (1..<TokenID(vocabulary.count)).map(vocabulary.bytes) + added.map(\.bytes),
      counts: vocabulary.counts + added.map(\.count))
  }

  /// The token of one code point, at `range` of `text`.
  @inline(__always)
  private func token(of value: UInt32, _ text: [UInt8], _ range: Range<Int>) -> TokenID? {
    if value < UInt32(Self.tableSize) {
      let token = singles[Int(value)]
      return token < 0 ? nil : token
    }
    return vocabulary.id(of: text, range)
  }

  private struct Encoder: PieceEncoder {
    let tokenizer: CharacterTokenizer
    private var scanner = ClusterScanner()

    init(tokenizer: CharacterTokenizer) { self.tokenizer = tokenizer }

    mutating func append(_ piece: [UInt8], to encoding: inout Encoding) {
      var sink = TokenSink(tokenizer: tokenizer)
      swap(&sink.encoding, &encoding)
      scanner.scan(piece, into: &sink)
      swap(&sink.encoding, &encoding)
    }
  }

  /// Looks clusters up.
  private struct TokenSink: ClusterSink {
    let tokenizer: CharacterTokenizer
    var encoding = Encoding()

    init(tokenizer: CharacterTokenizer) { self.tokenizer = tokenizer }

    @inline(__always)
    mutating func append(codePoint value: UInt32, _ text: [UInt8], _ range: Range<Int>) {
      if let token = tokenizer.token(of: value, text, range) {
        encoding.tokens.append(token)
      } else {
        encoding.tokens.append(CharacterTokenizer.unknownID)
        encoding.unknownSpellings.append(String(decoding: text[range], as: UTF8.self))
      }
    }

    mutating func append(cluster text: [UInt8], _ range: Range<Int>) {
      if let token = tokenizer.vocabulary.id(of: text, range) {
        encoding.tokens.append(token)
        return
      }
      var position = range.lowerBound
      while position < range.upperBound {
        let (value, length) = codePoint(of: text, at: position)
        append(codePoint: value, text, position..<position + length)
        position += length
      }
    }
  }
}
