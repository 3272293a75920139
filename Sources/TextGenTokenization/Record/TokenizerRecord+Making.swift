// Records come from files that anyone may have written: every field is checked before it is used.

extension TokenizerRecord {
  /// The newest version of the format.
  private static let newestVersion = 1
  /// More tokens than any vocabulary needs; ids fit into 31 bits with room to spare.
  private static let largestVocabulary = 1 << 20
  /// A token of more bytes is no piece of a text.
  private static let longestToken = 1 << 16
  /// So many of the largest counts that 2^20 of them fit into an integer.
  private static let largestCount = 1 << 42

  /// The tokenizer that the record describes.
  ///
  /// - Throws: `TokenizerRecordError` when the record is of a newer version or contradicts itself.
  package func makeTokenizer() throws(TokenizerRecordError) -> any Tokenizer {
    guard version >= 1 else { throw .invalid(field: "version", reason: "is \(version), not 1") }
    guard version <= Self.newestVersion else {
      throw .newerVersion(found: version, newest: Self.newestVersion)
    }
    guard tokens.count <= Self.largestVocabulary else {
      throw .invalid(
        field: "tokens", reason: "has \(tokens.count) elements, at most \(Self.largestVocabulary)")
    }
    try checkCounts(counts, field: "counts")
    let bytes = tokens.map { Array($0.utf8) }
    try checkTokens(bytes)
    switch unit {
    case .character: return try makeCharacterTokenizer(bytes)
    case .word: return try makeWordTokenizer(bytes)
    case .subword: return try makeSubwordTokenizer(bytes)
    }
  }

  private func makeCharacterTokenizer(
    _ tokens: [[UInt8]]
  ) throws(TokenizerRecordError) -> CharacterTokenizer {
    try checkCountOfCounts(1 + tokens.count)
    try require(.lineFeed, in: tokens, name: "line feed")
    return CharacterTokenizer(clusters: tokens, counts: counts)
  }

  private func makeWordTokenizer(
    _ tokens: [[UInt8]]
  ) throws(TokenizerRecordError) -> WordTokenizer {
    try checkCountOfCounts(WordTokenizer.specials.count + tokens.count)
    try require(.lineFeed, in: tokens, name: "line feed")
    try require(.space, in: tokens, name: "space")
    guard let spelling else { throw .invalid(field: "spelling", reason: "is missing") }
    try checkCounts(spelling.counts, field: "spelling.counts")
    try checkCounts([spelling.wordCount], field: "spelling.wordCount")
    guard spelling.codePoints.count == spelling.counts.count,
      spelling.counts.count <= 0x11_0000,
      zip(spelling.codePoints, spelling.codePoints.dropFirst()).allSatisfy(<),
      spelling.codePoints.last ?? 0 <= 0x10_FFFF
    else {
      throw .invalid(field: "spelling", reason: "does not give one count to each code point")
    }
    return WordTokenizer(tokens: tokens, counts: counts, spelling: SpellingModel(spelling))
  }

  private func makeSubwordTokenizer(
    _ letters: [[UInt8]]
  ) throws(TokenizerRecordError) -> SubwordTokenizer {
    for (index, letter) in letters.enumerated()
    where letter[0] < 0x80 || codePointLength(letter[0]) != letter.count {
      throw .invalid(field: "tokens[\(index)]", reason: "is not one code point outside ASCII")
    }
    guard let numbers = merges, numbers.count % 2 == 0, numbers.count / 2 <= Self.largestVocabulary
    else { throw .invalid(field: "merges", reason: "is not a list of pairs") }
    var merges = BytePairMerges(alphabet: tokens, reserving: numbers.count / 2)
    for index in 0..<numbers.count / 2 {
      let (first, second) = (numbers[2 * index], numbers[2 * index + 1])
      let ids = 0..<merges.tokenCount
      guard ids.contains(first), ids.contains(second) else {
        throw .invalid(
          field: "merges[\(2 * index)]",
          reason: "joins tokens \(first) and \(second) of \(merges.tokenCount)")
      }
      let length = merges.bytes(of: first).count + merges.bytes(of: second).count
      guard length <= BytePairMerges.longestToken else {
        throw .invalid(
          field: "merges[\(2 * index)]",
          reason: "makes a token of \(length) bytes, at most \(BytePairMerges.longestToken)")
      }
      _ = merges.add(BytePairMerges.Pair(first: TokenID(first), second: TokenID(second)))
      guard merges.pairs.count == index + 1 else {
        throw .invalid(field: "merges[\(2 * index)]", reason: "is there twice")
      }
    }
    try checkCountOfCounts(merges.tokenCount)
    return SubwordTokenizer(merges: merges, counts: counts)
  }

  private func checkCountOfCounts(_ expected: Int) throws(TokenizerRecordError) {
    guard counts.count == expected else {
      throw .invalid(
        field: "counts", reason: "has \(counts.count) elements for \(expected) tokens")
    }
  }

  private func checkCounts(_ counts: [Int], field: String) throws(TokenizerRecordError) {
    for (index, count) in counts.enumerated() where !(0...Self.largestCount).contains(count) {
      throw .invalid(field: "\(field)[\(index)]", reason: "is \(count), out of range")
    }
  }

  private func checkTokens(_ tokens: [[UInt8]]) throws(TokenizerRecordError) {
    var table = ByteStringTable()
    for (index, token) in tokens.enumerated() {
      guard (1...Self.longestToken).contains(token.count) else {
        throw .invalid(field: "tokens[\(index)]", reason: "has \(token.count) bytes")
      }
      guard table.insert(token, token.indices) == index else {
        throw .invalid(field: "tokens[\(index)]", reason: "is there twice")
      }
    }
  }

  private func require(
    _ byte: UInt8, in tokens: [[UInt8]], name: String
  ) throws(TokenizerRecordError) {
    guard tokens.contains([byte]) else {
      throw .invalid(field: "tokens", reason: "has no \(name)")
    }
  }
}
