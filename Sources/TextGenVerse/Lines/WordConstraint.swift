package import TextGenProsody

/// A rule that a line of words must keep, with a state of its own for every beginning of a line.
///
/// The state is a value, as a model's state is, so that a search forks and drops both together. Other than
/// a `TextConstraint` of texts it is asked about whole words, and it says how far a line has come and what
/// the rest can be worth: beginnings that have come equally far can be compared.
package protocol WordConstraint: Sendable {
  associatedtype State: Sendable, Hashable

  /// The state before the first word.
  func makeState() -> State

  /// Whether the rule asks more of the next word inside the line than its shape tells.
  func asksForWords(in state: State) -> Bool

  /// Whether a word with this shape inside a line may follow, as far as its shape tells.
  func admits(shape: Int, _ pause: Pause, in state: State) -> Bool

  /// The state after a word inside the line; nil is a veto.
  func state(after word: WordID, _ pause: Pause, in state: State) -> State?

  /// Whether a word with this shape at the end of a line may end it, as far as its shape tells.
  func ends(shape: Int, _ pause: Pause, in state: State) -> Bool

  /// Whether the line may end with a word.
  func ends(with word: WordID, _ pause: Pause, in state: State) -> Bool

  /// How far a line has come, from 0 to `length`.
  func progress(of state: State) -> Int

  /// The progress after which only the end can follow.
  var length: Int { get }

  /// The best log-probability, in nats, that the rest can have; minus infinity in a dead end.
  func outlook(of state: State) -> Float
}
