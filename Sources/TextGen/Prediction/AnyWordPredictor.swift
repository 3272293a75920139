package import TextGenGeneration
import TextGenLanguageModeling

/// A word predictor with a model of any kind.
package protocol AnyWordPredictor: Sendable {
  /// How far searches go.
  var options: WordSearchOptions { get set }

  /// The context of an empty text.
  func makeAnyContext() -> any AnyPredictionContext

  /// The candidates for each position of `text`, and the text completed.
  func complete(
    _ text: String, count: Int, lastWord: LastWord
  ) throws(CompletionError) -> Completion
}

/// The context of a word predictor with a model of any kind: a copy is a fork.
package protocol AnyPredictionContext: Sendable {
  /// What the model remembers of the text and has learned from it.
  var learned: any Sendable { get }

  mutating func reset()
  mutating func reread(_ text: String)
  mutating func append(_ text: String, within bound: TextBound) -> Bool
  mutating func candidates(prefix: String, count: Int, place: WordPlace) -> WordPredictions
  mutating func candidates(
    prefix: String, count: Int, before right: String, options: CompletionOptions
  ) -> WordPredictions
  func letters(after prefix: String, folds: Bool) -> [LetterPrediction]
}

extension WordPredictor: AnyWordPredictor {
  package func makeAnyContext() -> any AnyPredictionContext { makeContext() }

  package func complete(
    _ text: String, count: Int, lastWord: LastWord
  ) throws(CompletionError) -> Completion {
    try Completer(predictor: self).complete(text, count: count, lastWord: lastWord)
  }
}

extension PredictionContext: AnyPredictionContext {
  package var learned: any Sendable { state }
}
