import TextGenWords

/// The words that a list gives before those that nobody knows: what the training text or a rule of
/// word formation says, and what stands in the text itself, as people use words of their own.
struct KnownWords: Sendable {
  /// The words and the rules; nil where every word counts as known.
  private let formation: WordFormation?
  private var written = WrittenWords()

  /// The words that `formation` knows, before an empty text.
  init(_ formation: WordFormation?) { self.formation = formation }

  /// Adds the words of `text`, which follows the text so far; the last one once it has ended.
  mutating func add(_ text: String) {
    if formation != nil { written.add(text) }
  }

  /// Whether `word` is known.
  func contains(_ word: String) -> Bool {
    guard let formation else { return true }
    return written.contains(word) || formation.knows(word)
      || word.smallForms.contains(where: written.contains)
  }
}
