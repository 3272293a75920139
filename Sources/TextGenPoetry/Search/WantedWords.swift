import TextGenVerse

/// Words that are tried though the model may not think of them.
struct WantedWords: Sendable {
  var words: Set<WordID> = []
  /// The nodes of the tries of a lexicon that lead to them.
  var head: Set<Int> = []
  var inner: Set<Int> = []
}
