/// Pieces of words as tokens, made by merging frequent pairs (byte-pair encoding, Sennrich et al.
/// 2016).
///
/// Merging begins with code points; those without a token of their own fall back to their bytes, of
/// which each is a token, so nothing is unknown.
package struct SubwordTokenizer: Tokenizer, GrowingTokenizer {
  package let vocabulary: Vocabulary
  /// The pairs that are merged, by rank.
  let merges: BytePairMerges

  /// The tokenizer that merges by `merges`, with the count of each token.
  init(merges: BytePairMerges, counts: [Int]) {
    vocabulary = Vocabulary(merges.table, counts: counts)
    self.merges = merges
  }

  package var unit: TokenUnit { .subword }

  package var lineBreak: TokenID { TokenID(UInt8.lineFeed) }

  package var unknown: TokenID? { nil }

  package func encoding(of text: String) -> Encoding { encodingByPieces(of: text) }

  package func surface(of token: TokenID, after previous: TokenID?) -> [UInt8] {
    vocabulary.bytes(of: token)
  }

  package var surfacesDependOnPrevious: Bool { false }

  /// The cost of the code points of `spelling`, each one of 1,114,112; no token needs it.
  package func spellingBits(of spelling: String) -> Double {
    Double(spelling.unicodeScalars.count) * bitsPerUnknownCodePoint
  }

  package func makeEncoder() -> any PieceEncoder { Encoder(merges: merges) }

  package var record: TokenizerRecord? {
    TokenizerRecord(
      unit: .subword, tokens: merges.alphabet, counts: vocabulary.counts,
      merges: merges.pairs.flatMap { [Int($0.first), Int($0.second)] })
  }

  /// The tokenizer with more code points, each made by merging its bytes after all other merges.
  ///
  /// No new pair crosses a code point, so all text that needed no bytes is cut as before. Code points
  /// of three or four bytes also make tokens of their first two or three.
  func appending(_ added: [CountedToken]) -> any Tokenizer {
    var merges = merges
    var counts = vocabulary.counts
    for letter in added {
      var tokens = merges.encode(letter.bytes, letter.bytes.indices)
      while tokens.count > 1 {
        let pair = BytePairMerges.Pair(first: tokens[0], second: tokens[1])
        tokens.replaceSubrange(0..<2, with: [merges.add(pair)])
      }
      counts += Array(repeating: 0, count: merges.tokenCount - counts.count)
      if let token = tokens.first { counts[Int(token)] += letter.count }
    }
    return SubwordTokenizer(merges: merges, counts: counts)
  }

  private struct Encoder: PieceEncoder {
    private let merges: BytePairMerges
    private var scanner = SubwordScanner()
    private var stretches = ByteStringTable()
    private var ends: [Int] = []
    private var tokens: [TokenID] = []
    /// The most stretches remembered, some 50 MB; a full memory is emptied.
    private static let largestMemory = 500_000

    init(merges: BytePairMerges) { self.merges = merges }

    mutating func append(_ piece: [UInt8], to encoding: inout Encoding) {
      var added: [TokenID] = []
      added.reserveCapacity(piece.count / 2)
      scanner.scan(piece) { range in
        let index = stretches.insert(piece, range)
        if index == ends.count {
          tokens += merges.encode(piece, range)
          ends.append(tokens.count)
        }
        let start = index == 0 ? 0 : ends[index - 1]
        for place in start..<ends[index] { added.append(tokens[place]) }
      } single: { range in
        added += merges.codePointTokens(piece, range)
      }
      encoding.tokens += added
      if ends.count > Self.largestMemory {
        stretches = ByteStringTable()
        ends = []
        tokens = []
      }
    }
  }
}
