import TextGenVerse

/// The words of meaning of a lexicon, with what is known of the company that they keep.
struct NearWords: Sendable {
  let vectors = ThemeVectors.portuguese
  private let known: [(id: WordID, vector: Int)]
  private let numbers: [Int32]

  init(_ lexicon: VerseLexicon) {
    let vectors = vectors
    let numbers = lexicon.words.map { $0.isContent ? vectors.number(of: $0.text) : nil }
    self.numbers = numbers.map { Int32($0 ?? -1) }
    known = numbers.enumerated().compactMap { index, number in
      number.map { (id: WordID(index), vector: $0) }
    }
  }

  /// Calls `body` with each word, and how near it is to `direction`.
  func forEach(toward direction: ArraySlice<Float>, _ body: (WordID, Float) -> Void) {
    for (id, vector) in known { body(id, vectors.closeness(of: vector, to: direction)) }
  }

  /// The direction of `words` together; nil where too few of them are known.
  func direction(of words: [WordID]) -> ArraySlice<Float>? {
    let known = words.lazy.map { Int(numbers[Int($0)]) }.filter { $0 >= 0 }
    return known.count >= Self.leastWords ? vectors.direction(of: Array(known)) : nil
  }

  private static let leastWords = 2
}
