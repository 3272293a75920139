// From the bytes of levels to a model: one pass over each level, which checks what it reads.

/// Decodes the levels of a model, shortest n-grams first; see `EncodedLevel`.
package struct LevelDecoder {
  private let single: [Float]
  private var levels: [NGramModel.Level] = []
  /// The codes of the last level's backoffs, which the families of the next one say the places of.
  private var codes: [UInt8] = []

  /// A decoder of n-grams over the tokens of `single`, their probabilities without a context.
  ///
  /// - Throws: `EncodedLevelError` where there are too many.
  package init(single: [Float]) throws(EncodedLevelError) {
    // Before tokens are read as two bytes each.
    guard single.count <= NGramModel.maximumVocabulary else {
      throw EncodedLevelError(
        "its vocabulary has \(single.count) tokens, expected at most "
          + "\(NGramModel.maximumVocabulary)")
    }
    self.single = single
  }

  /// Reads the next level.
  ///
  /// - Throws: `EncodedLevelError` where its bytes are no families, or do not fit the level before.
  package mutating func add(
    families: Span<UInt8>, probabilities: [UInt8], backoffs: [UInt8]
  ) throws(EncodedLevelError) {
    let read = LevelFamilies(
      families, parents: levels.last.map { $0.tokens.count } ?? 1, codes: codes.span,
      limit: probabilities.count, vocabularySize: single.count)
    try add(
      read, byteCount: families.count, codeCount: codes.count, probabilities: probabilities)
    codes = backoffs
  }

  /// Adds the next level, whose families were read from `byteCount` bytes, and whose parents are the
  /// n-grams of the level before with `codeCount` backoffs.
  ///
  /// - Throws: `EncodedLevelError` where its bytes are no families, or do not fit the level before.
  package mutating func add(
    _ read: LevelFamilies?, byteCount: Int, codeCount: Int, probabilities: [UInt8]
  ) throws(EncodedLevelError) {
    let number = levels.count + 1
    guard let read else { throw EncodedLevelError("level \(number): its families cannot be read") }
    guard read.byteCount == byteCount else {
      throw EncodedLevelError("level \(number): there is something after its families")
    }
    if number > 1 {
      guard codeCount == read.contextCount else {
        throw EncodedLevelError(
          "level \(number - 1): it has \(codeCount) backoffs for \(read.contextCount) contexts")
      }
      levels[number - 2].children = read.starts
      levels[number - 2].backoffs = read.backoffs
    }
    levels.append(
      NGramModel.Level(
        tokens: read.tokens, probabilities: probabilities, backoffs: [], children: []))
  }

  /// The model of all levels.
  ///
  /// - Throws: `EncodedLevelError` where they make none.
  package func model() throws(EncodedLevelError) -> NGramModel {
    // Reading families has made sure of tokens and children.
    let flaw =
      NGramModel.flaw(single: single, order: levels.count)
      ?? levels.indices.lazy.compactMap { index in
        levels[index].countFlaw.map { "level \(index + 1): " + $0 }
      }.first
    if let flaw { throw EncodedLevelError(flaw) }
    return NGramModel(single: single, levels: levels)
  }
}
