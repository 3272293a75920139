import Glibc

/// The measures of one model on one text.
package struct EvaluationReport: Sendable, Hashable {
  /// The name of the model.
  package var model: String
  /// What the model's products multiply, by its name; nil where it is not known.
  package var precision: String?
  /// The NFC code points of the text, its line ends included.
  package var characters: Int
  /// The words of the text: those of `WordScanner`.
  package var words: Int
  /// The total of -log2 p by characters; infinite when a token cannot come, nil for an empty text.
  package var bitsPerCharacter: Double?
  /// 2 to the power of total bits by words; nil for a text without words.
  package var perplexityPerWord: Double?
  /// The share of words among the first k candidates before their first letter, by k.
  package var recall: [Int: Double]?
  /// (characters - keys) / characters, by k.
  package var keystrokeSavings: [Int: Double]?
  /// The share of tokens that the vocabulary lacks, from 0 to 1.
  package var unknownRate: Double
  /// The number of tokens whose probability is 0, which makes the bits infinite.
  package var impossibleTokens: Int
  /// The characters that the model scores in a second, encoding included.
  package var charactersPerSecond: Double
  /// The time that one list of words takes.
  package var listMilliseconds: ListMilliseconds?
  /// Bits per character of the lines, each read alone; nil when that was not measured.
  package var coldBitsPerCharacter: Double?
  /// How the model fills blanks; nil when it filled none.
  package var cloze: ClozeReport?
  /// The measures of what the model writes; nil when it wrote nothing.
  package var samples: SampleReport?

  /// The report of a text that costs `cost`; `typing` is nil when nothing was typed.
  init(
    model: String, characterCount: Int, wordCount: Int, cost: TextCost, scoringSeconds: Double,
    typing: TypingResult?
  ) {
    self.model = model
    characters = characterCount
    words = wordCount
    bitsPerCharacter = cost.bitsPerCharacter(characterCount)
    perplexityPerWord = wordCount == 0 ? nil : exp2(cost.bits / Double(wordCount))
    recall = typing?.recall
    keystrokeSavings = typing?.keystrokeSavings
    unknownRate = cost.unknownRate
    impossibleTokens = cost.impossibleCount
    charactersPerSecond = scoringSeconds > 0 ? Double(characterCount) / scoringSeconds : 0
    listMilliseconds = typing?.listMilliseconds
  }
}
