/// Which words are verbs that make a sentence, and hardly ever anything else.
struct FiniteVerbs: Sendable {
  /// Those of Portuguese: words that follow *não*, *eu*, *quem*, *que* and the like much more often than an
  /// article or a preposition.
  static let portuguese = FiniteVerbs()

  private let filter = WordFilter(base64: VerbEvidence.finite)

  func contains(_ word: String) -> Bool { filter.contains(word) }
}
