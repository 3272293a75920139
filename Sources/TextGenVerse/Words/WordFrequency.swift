/// How common a Portuguese word is, as far as a poet has to know.
///
/// A model's file says how common its tokens are, which tells little of a word: what many words begin with
/// may look like a common word.
package struct WordFrequency: Sendable {
  /// That of texts in modern Portuguese.
  package static let portuguese = WordFrequency()

  private let filters = [WordEvidence.commonest, WordEvidence.common, WordEvidence.rare].map {
    WordFilter(base64: $0)
  }

  /// The least natural logarithm of the probability of the words of each filter.
  private static let floors = [-9.5, -11.4, -12.8]

  /// Whether texts have `word`.
  package func knows(_ word: String) -> Bool { filters.last?.contains(word) == true }

  /// The natural logarithm of the probability of `word`, the nearest to `guess` that it can have; nil where
  /// no text has it.
  package func logProbability(of word: String, near guess: Double) -> Double? {
    guard let band = filters.firstIndex(where: { $0.contains(word) }) else { return nil }
    let ceiling = band == 0 ? 0 : Self.floors[band - 1]
    return min(ceiling, max(Self.floors[band], guess))
  }
}
