/// What is measured of passages, whoever wrote them. What was not measured is nil.
package struct WritingMeasures: Sendable, Hashable, Codable {
  /// Their NFC code points.
  package var characters: Int
  /// Their words: those of `WordScanner`, but for one that the end of its passage may have cut.
  package var words: Int
  /// The share of words that occur in the training text, in any case, from 0 to 1.
  package var wordsInTraining: Double?
  /// The share of words that a spelling dictionary accepts, from 0 to 1.
  package var wordsInDictionary: Double?
  /// The share of sequences of eight words that are not in the training text, from 0 to 1.
  package var newEightGrams: Double?
  /// The longest stretch that stands in the training text.
  package var longestCopy: CopiedSpan?
  /// Different sequences of n words by all of them, in any case, by n from 1 to 4: distinct-n of Li
  /// et al. 2016, https://aclanthology.org/N16-1014. A length that no passage has is left out.
  package var distinct: [Int: Double]
  /// The code points of lines; nil without a line that ends within its passage.
  package var lineCharacters: Lengths?
  /// The lines of stanzas; nil without a stanza that ends within its passage.
  package var stanzaLines: Lengths?

  /// The measures of `passages` that need nothing else.
  package init(_ passages: Passages) {
    var index = WordIndex()
    let texts = passages.words(numberedBy: &index)
    characters = passages.characterCount
    words = texts.reduce(0) { $0 + $1.count }
    distinct = [:]
    for length in 1...4 {
      let table = StretchTable(texts, length: length)
      guard !table.numbers.isEmpty else { continue }
      distinct[length] = Double(table.places.count) / Double(table.numbers.count)
    }
    let lengths = LineLengths(passages)
    lineCharacters = Lengths(lengths.lines)
    stanzaLines = Lengths(lengths.stanzas)
  }

  /// Adds what a training text tells.
  package mutating func add(_ comparison: TrainingText.Comparison) {
    wordsInTraining = comparison.knownWords
    newEightGrams = comparison.newEightGrams
    longestCopy = comparison.longestCopy
  }

  /// Adds what a dictionary tells that rejects some of `spellings`, words and their numbers.
  package mutating func add(spellings: [String: Int], rejected: Set<String>) {
    let count = spellings.values.reduce(0, +)
    guard count > 0 else { return }
    let rejectedCount = spellings.reduce(0) { $0 + (rejected.contains($1.key) ? $1.value : 0) }
    wordsInDictionary = Double(count - rejectedCount) / Double(count)
  }

  private enum CodingKeys: String, CodingKey {
    case characters, words, distinct
    case wordsInTraining = "words_in_training"
    case wordsInDictionary = "words_in_dictionary"
    case newEightGrams = "new_eight_grams"
    case longestCopy = "longest_copy"
    case lineCharacters = "line_characters"
    case stanzaLines = "stanza_lines"
  }
}
