/// A letter that may come next in a word, or what joins its parts, and its probability.
package struct LetterPrediction: Sendable, Hashable {
  package var letter: Character
  /// Its probability, from 0 to 1.
  package var probability: Double
}
