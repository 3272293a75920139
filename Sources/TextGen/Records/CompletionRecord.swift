import TextGenLanguageModeling

/// A completion as `complete --json` writes it: the names of the properties are the keys.
package struct CompletionRecord: Encodable {
  package let model: String
  package let text: String
  private let positions: [Position]
  package let completed: String

  /// What `model` made of `text`.
  package init(model: String, text: String, _ completion: TextCompletion) {
    self.model = model
    self.text = text
    positions = completion.positions.map(Position.init)
    completed = completion.completed
  }

  /// One JSON object.
  package var json: String { resultText(self) }

  private struct Position: Encodable {
    let offset: Int
    let candidates: [Word]
    /// The probability of a space after the text, where a mark is listed: a factor of all words'.
    let space: Double?
    /// False where the list is cut short; absent elsewhere.
    let complete: Bool?

    init(_ position: TextCompletion.Position) {
      offset = position.offset
      candidates = position.candidates.map(Word.init)
      space = position.spaceProbability
      complete = position.isCutShort ? false : nil
    }
  }

  private struct Word: Encodable {
    let word: String
    let probability: Double
    /// True for punctuation; absent for words.
    let mark: Bool?

    init(_ candidate: Candidate) {
      word = candidate.word
      probability = candidate.probability
      mark = candidate.isMark ? true : nil
    }
  }
}
