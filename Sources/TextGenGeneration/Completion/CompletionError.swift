/// A text that cannot be completed.
package enum CompletionError: Error, Hashable, CustomStringConvertible {
  /// The text has more places than can be filled together.
  case tooManyBlanks(found: Int, limit: Int)
  /// The number of candidates is outside its legal range.
  case candidateCount(found: Int, limit: Int)

  /// One sentence: what was found, what was expected, what to do.
  package var description: String {
    switch self {
    case .tooManyBlanks(let found, let limit):
      "the text has \(found) blanks, but at most \(limit) can be filled together; "
        + "split it into shorter texts"
    case .candidateCount(let found, let limit):
      "\(found) candidates asked for, but the number must be 1 to \(limit)"
    }
  }
}
