package import TextGenProsody

/// Why no poem was found.
package struct PoemFailure: Error, Sendable, Hashable {
  /// What stood in the way.
  package enum Reason: Sendable, Hashable {
    /// No class of words is left that has as many as the lines need, or so many that rhyme with the last
    /// word of the first line.
    case rhyme(needed: Int, known: Int)
    /// The first line can't be read in its metre: the count that fits best, nil where it can't be read.
    case firstLine(found: Int?, asked: Int)
    /// The first line, which is given, breaks the rule, so that no poem with it keeps its form.
    case givenLine(Violation.Rule)
    /// No word of the model begins with the letter.
    case acrostic(letter: String)
    /// The search came to its limit; the line is that at which it failed most often.
    case steps

    /// Its name in reports.
    package var name: String {
      switch self {
      case .rhyme: "rhyme"
      case .firstLine, .givenLine: "first-line"
      case .acrostic: "acrostic"
      case .steps: "steps"
      }
    }
  }

  package var reason: Reason
  /// The line, from 1.
  package var line: Int
  /// The tokens that the model has read.
  package var steps: Int
  /// The plans of rhymes that were tried.
  package var plans: Int

  package init(reason: Reason, line: Int, steps: Int, plans: Int) {
    self.reason = reason
    self.line = line
    self.steps = steps
    self.plans = plans
  }
}
