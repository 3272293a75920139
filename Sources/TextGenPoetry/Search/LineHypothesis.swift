import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// What a beginning of a line is worth, in nats.
struct LineScore: Sendable {
  /// The natural logarithm of its probability.
  var logProbability = 0.0
  /// The same with what its words are worth besides, and with noise.
  var drawn = 0.0
}

/// The beginning of a line, whole words.
struct LineHypothesis<ModelState: Sendable>: Sendable {
  /// The model's state before `pending`.
  var model: ModelState
  /// The last token, which the model hasn't read; nil before the first word.
  var pending: TokenID?
  var rule: LineMeasure
  var words: [WordID] = []
  /// The sign behind the last word.
  var sign: Sign?
  var text = ""
  var tokenCount = 0
  /// What it is worth.
  var score = LineScore()
  /// The noisy score with the best that the rest can have.
  var rank = 0.0
  /// How many words without a meaning of their own stand at its end.
  var weakWords = 0
  /// The sentence so far, which may have begun lines before.
  var sentence = SentenceMeasure()

  /// What has been heard since the last word.
  var pause: Pause { sign?.pause ?? .space }

  /// The beginning with `word` more, after the state `model` and the token `pending`.
  func adding(
    _ id: WordID, _ spelling: String, _ word: VerseLexicon.Traits, _ rule: LineMeasure,
    model: ModelState, pending: TokenID, tokenCount: Int, score: LineScore
  ) -> LineHypothesis {
    var next = self
    next.words.append(id)
    next.text += text.isEmpty ? spelling.capitalizedFirst : " " + spelling
    next.weakWords = word.isContent ? 0 : weakWords + 1
    next.sign = nil
    _ = next.sentence.add(word)
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
  let score: LineScore
  /// Whether it leads to a word that is tried though the model may not think of it.
  var isWanted = false

  /// What it is kept by.
  var rank: Double { score.drawn + (isWanted ? Self.worthOfWanted : 0) }

  private static var worthOfWanted: Double { 6 }
}

extension UnfinishedWord {
  /// No letter yet after `hypothesis`, which has this place in the beam.
  init(_ hypothesis: LineHypothesis<ModelState>, at place: Int) {
    self.init(
      origin: place, node: 0, model: hypothesis.model, token: 0, tokenCount: 0,
      score: hypothesis.score)
  }
}

/// A line that is done.
struct FoundLine<ModelState: Sendable>: Sendable {
  let text: String
  let words: [WordID]
  /// The state that has read the line, but not its line break.
  let model: ModelState
  let tokenCount: Int
  /// What it is worth, with noise.
  let score: Double
  /// The sentence at its end.
  var sentence = SentenceMeasure()
}
