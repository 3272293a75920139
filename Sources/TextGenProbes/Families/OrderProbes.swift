/// Probes of word order: the two contexts of a pair are the same words, marks and characters, and
/// opposite continuations are right after them.
///
/// A model that sees the line as a bag of words or of characters gives both the same answer.
enum OrderProbes {
  static func pair(
    _ turn: Int, in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    switch turn % 3 {
    case 0: Verdict.pair(in: half, using: &generator)
    case 1: Comparison.pair(in: half, using: &generator)
    default: Succession.pair(in: half, using: &generator)
    }
  }
}

extension ProbePair {
  /// A pair of `kind` whose distance is the number of words of a context.
  init(
    order kind: ProbeKind, _ first: String, _ second: String, continuations: (String, String)
  ) {
    self.init(kind, distance: first.wordCount, first, second, continuations: continuations)
  }
}
