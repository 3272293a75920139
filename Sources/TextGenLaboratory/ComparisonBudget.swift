/// What every network of a comparison gets the same of.
package enum ComparisonBudget: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Tokens, repeats counted; nil for one pass over the training part.
  case tokens(Int?)
  /// Minutes of training.
  case minutes(Double)

  /// The budget that a text such as `tokens`, `tokens=2000000`, `minutes` or `minutes=0.5` describes; nil
  /// for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts[0], parts.count) {
    case ("tokens", 1): self = .tokens(nil)
    case ("minutes", 1): self = .minutes(1)
    case ("tokens", 2):
      guard let count = Int(parts[1]), (1...1_000_000_000_000).contains(count) else { return nil }
      self = .tokens(count)
    case ("minutes", 2):
      guard let minutes = Double(parts[1]), minutes > 0, minutes <= 1e6 else { return nil }
      self = .minutes(minutes)
    default: return nil
    }
  }

  /// The budget for a text of so many characters where none is asked for: time to read it a few times
  /// over, at most a minute.
  package init(suitedTo characters: Int) {
    self =
      switch characters {
      case ..<150_000: .minutes(0.2)
      case ..<600_000: .minutes(0.5)
      default: .minutes(1)
      }
  }

  /// The seconds that a training takes; nil where that depends on the machine.
  package var seconds: Double? {
    if case .minutes(let minutes) = self { 60 * minutes } else { nil }
  }

  /// The text that describes it.
  package var description: String {
    switch self {
    case .tokens(nil): "tokens"
    case .tokens(let count?): "tokens=\(count)"
    case .minutes(let minutes): "minutes=\(minutes)"
    }
  }
}
