import TextGenProsody
import TextGenVerse

/// What makes it doubtful that a text is Portuguese verse at all.
struct ScanAdvice {
  private var lines = 0
  private var longLines = 0
  private var words = 0
  private var knownWords = 0

  /// Counts the lines and words of `poem`.
  mutating func add(_ poem: ScannedPoem) {
    for line in poem.lines {
      // A line that can't be read says nothing of its length.
      if line.unread == nil || line.unread == .tooLong { lines += 1 }
      if line.unread == .tooLong || line.reading?.count ?? 0 > Self.longestLine { longLines += 1 }
      for word in line.text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        words += 1
        if WordFrequency.portuguese.knows(String(word)) { knownWords += 1 }
      }
    }
  }

  /// What to say of it, if anything.
  func warnings(file: String) -> [ScanMessage] {
    var found: [ScanMessage] = []
    if longLines > 0, longLines * 2 >= lines {
      found.append(.prose(file: file, longLines, of: lines))
    }
    if words >= Self.fewestWords, knownWords * 2 < words {
      found.append(.otherLanguage(file: file, share: Double(knownWords) / Double(words)))
    }
    return found
  }

  /// No line of verse that has a name has more syllables.
  private static let longestLine = 16
  /// Fewer tell little of a language.
  private static let fewestWords = 12
}
