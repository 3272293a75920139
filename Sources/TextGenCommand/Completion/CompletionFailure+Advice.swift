import TextGen

extension CompletionFailure: Advised {
  /// What was found, what was expected, and what to do about it on the command line.
  var sentence: String {
    switch self {
    case .tooManyBlanks: description + "; split it into shorter texts"
    case .candidateCount: description + "; choose another --count"
    }
  }
}
