/// A rule that a text must keep, with a state of its own for every text.
///
/// The state is a value, as a model's state is: a search copies both to fork a text, drops both to give
/// one up, and goes back to an earlier pair where a text has come to nothing.
///
///     var state = rule.makeState()
///     for piece in pieces {
///       guard let next = rule.state(after: piece, in: state) else { break }  // a veto
///       state = next
///     }
///     return rule.isComplete(state)
///
/// A rule reads text as it comes, cut anywhere between two code points: a piece may be a letter whose
/// accent follows in the next one, a part of a word, several words, or hold a line break. What it says
/// must not depend on the cuts.
package protocol TextConstraint: Sendable {
  /// What the rule knows of one text.
  associatedtype State: Sendable

  /// The state before the first character, at the beginning of a line.
  func makeState() -> State

  /// The state after `text`, which follows and is not empty; nil, a veto, where no text that goes on so
  /// keeps the rule.
  ///
  /// A rule need not foresee every dead end: a search that comes to one goes back.
  func state(after text: String, in state: State) -> State?

  /// Whether the text keeps the rule if it ends here.
  func isComplete(_ state: State) -> Bool

  /// The texts that may follow in `state`, as far as the rule knows them without trying.
  func continuations(of state: State) -> TextContinuations
}

extension TextConstraint {
  /// Nothing is known of what may follow.
  package func continuations(of state: State) -> TextContinuations { .open(trying: []) }
}

/// What may follow in a text that keeps a rule, as far as it's known without trying.
package enum TextContinuations: Sendable, Hashable {
  /// Whatever meets with no veto; the texts should be tried though a model may not think of them.
  case open(trying: [String])
  /// What begins with one of the texts. Where there is none, the text has to end.
  case only([String])

  /// Whether nothing may follow.
  package var isEnd: Bool { self == .only([]) }

  /// The texts that are known to fit.
  package var texts: [String] {
    switch self {
    case .open(let texts), .only(let texts): texts
    }
  }
}

/// The rule of texts that keep none: no value of it exists, so none of this is ever called.
package enum FreeText: TextConstraint {
  /// Never called.
  package func makeState() { switch self {} }

  /// Never called.
  package func state(after text: String, in state: Void) -> Void? { switch self {} }

  /// Never called.
  package func isComplete(_ state: Void) -> Bool { switch self {} }
}

/// Why no text was found that keeps a rule.
package struct ConstraintFailure: Error, Sendable, Hashable {
  /// The longest beginning that kept the rule and had no continuation.
  package var beginning: String
  /// The texts with which it could have gone on, as far as the rule says so.
  package var wanted: [String]
  /// How often the search came to a text without continuation.
  package var deadEnds: Int
}
