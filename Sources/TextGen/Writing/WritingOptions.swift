package import TextGenGeneration

/// How a text is written and where it ends.
public struct WritingOptions: Sendable, Hashable {
  /// Divisor of the logits: 0 always takes the best token, below 1 is careful, above 1 wild. 0 or more.
  public var temperature = 0.8
  /// Only so many of the best tokens; 0 for all.
  public var topK = 0
  /// Only the best tokens that together have this probability, from 0 to 1 (all).
  public var topP = 1.0
  /// Only tokens with this share of the best one's probability, from 0 (all) to 1.
  public var minP = 0.0
  /// By what the probability of tokens among the last 64 is weakened, above 0; 1 for nothing.
  public var repetitionPenalty = 1.0
  /// The most characters (grapheme clusters), 0 or more; nil for no such limit.
  public var characters: Int? = 500
  /// The most lines with text, 0 or more; nil for no such limit.
  public var lines: Int?
  /// A text before which it ends, not empty; nil for none.
  public var stop: String?

  /// The usual options: temperature 0.8, 500 characters.
  public init() {}

  package var sampling: SamplingOptions {
    SamplingOptions(
      temperature: temperature, topK: topK, topP: topP, minP: minP,
      repetitionPenalty: repetitionPenalty)
  }

  package var conditions: StopConditions {
    let most = characters ?? lines.map { $0 * 1000 } ?? 1_000_000
    return StopConditions(
      characters: characters, lines: lines, text: stop, tokens: max(1_000_000, 4 * most))
  }
}

/// An option outside its range.
public struct OptionFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The option's name.
  public var name: String
  /// What was given.
  public var value: String
  /// What is legal.
  public var range: String

  /// A failure of the option `name`.
  public init(name: String, value: String, range: String) {
    (self.name, self.value, self.range) = (name, value, range)
  }

  /// One sentence: what was found and what was expected.
  public var description: String { "\(name) is \(value), but must be \(range)" }
}

extension OptionFailure {
  package init(_ error: OptionError) {
    self.init(name: error.option, value: error.value, range: error.range)
  }
}
