import TextGenVerse

/// Words that are tried though the model may not think of them.
struct WantedWords: Sendable {
  var words: Set<WordID> = []
  /// The nodes of the tries of a lexicon that lead to them.
  var head: Set<Int> = []
  var inner: Set<Int> = []

  /// No word.
  init() {}

  /// The given ones of `spelled`.
  init(_ words: Set<WordID>, _ spelled: SpelledLexicon) {
    self.words = words
    head = spelled.head.nodes(to: words)
    inner = spelled.inner.nodes(to: words)
  }

  /// Adds those of `other`.
  mutating func add(_ other: WantedWords) {
    words.formUnion(other.words)
    head.formUnion(other.head)
    inner.formUnion(other.inner)
  }
}
