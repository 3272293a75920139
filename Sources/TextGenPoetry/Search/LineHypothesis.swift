import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// The beginning of a line, whole words.
struct LineHypothesis<ModelState: Sendable, RuleState: Sendable & Hashable>: Sendable {
  /// The model's state before `pending`.
  var model: ModelState
  /// The last token, which the model hasn't read; nil before the first word.
  var pending: TokenID?
  var rule: RuleState
  var words: [WordID] = []
  /// The sign behind the last word.
  var sign: Sign?
  var text = ""
  var tokenCount = 0
  /// The natural logarithm of its probability, with noise and what its words are worth besides.
  var score = 0.0
  /// The score with the best that the rest can have.
  var rank = 0.0

  /// What has been heard since the last word.
  var pause: Pause { sign?.pause ?? .space }

  /// The beginning with `word` more, after the state `model` and the token `pending`.
  func adding(
    _ word: WordID, spelled text: String, _ rule: RuleState, model: ModelState, pending: TokenID,
    tokenCount: Int, score: Double
  ) -> LineHypothesis {
    var next = self
    next.words.append(word)
    next.text += self.text.isEmpty ? text.capitalizedFirst : " " + text
    next.sign = nil
    (next.rule, next.model, next.pending) = (rule, model, pending)
    next.tokenCount += tokenCount
    next.score = score
    return next
  }
}

/// A word that is being spelled after a beginning of a line.
struct UnfinishedWord<ModelState: Sendable>: Sendable {
  /// The beginning, by its place in the beam.
  let origin: Int
  /// The node of the trie that the word has come to.
  let node: Int
  var model: ModelState
  let token: TokenID
  let tokenCount: Int
  let score: Double
}

/// A line that is done.
struct FoundLine<ModelState: Sendable>: Sendable {
  let text: String
  let words: [WordID]
  /// The state that has read the line, but not its line break.
  let model: ModelState
  let tokenCount: Int
  let score: Double
}
