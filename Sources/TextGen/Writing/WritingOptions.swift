package import TextGenGeneration

/// How a text is written and where it ends.
public struct WritingOptions: Sendable, Hashable {
  /// Divisor of the logits: 0 always takes the best token, below 1 is careful, above 1 wild. 0 or more.
  public var temperature: Double {
    get { sampling.temperature }
    set { sampling.temperature = newValue }
  }
  /// Only so many of the best tokens; 0 for all.
  public var topK: Int {
    get { sampling.topK }
    set { sampling.topK = newValue }
  }
  /// Only the best tokens that together have this probability, from 0 to 1 (all).
  public var topP: Double {
    get { sampling.topP }
    set { sampling.topP = newValue }
  }
  /// Only tokens with this share of the best one's probability, from 0 (all) to 1.
  public var minP: Double {
    get { sampling.minP }
    set { sampling.minP = newValue }
  }
  /// By what the probability of tokens among the last 64 is weakened, above 0; 1 for nothing.
  public var repetitionPenalty: Double {
    get { sampling.repetitionPenalty }
    set { sampling.repetitionPenalty = newValue }
  }
  /// The most characters (grapheme clusters), 0 or more; nil for no such limit.
  public var characters: Int? = 500
  /// The most lines with text, 0 or more; nil for no such limit.
  public var lines: Int?
  /// A text before which it ends, not empty; nil for none.
  public var stop: String?

  /// The usual options: temperature 0.8, min-p 0.02, 500 characters.
  public init() {}

  package private(set) var sampling = SamplingOptions.usual
  /// Values given by names of no setting, or that a setting cannot have.
  private var misfits: [String: Double] = [:]

  package var conditions: StopConditions {
    let most = characters ?? lines.map { $0 * 1000 } ?? 1_000_000
    return StopConditions(
      characters: characters, lines: lines, texts: stop.map { [$0] } ?? [],
      tokens: max(1_000_000, 4 * most))
  }
}

extension WritingOptions {
  /// The names of all settings that say how tokens are drawn, as `textgen sample` has them.
  public static let settingNames = SamplingSetting.all.map(\.name)

  /// A setting that says how tokens are drawn, by its name: `options[setting: "typical-p"] = 0.9`.
  ///
  /// Nil where there is none of that name. A name or a value that is none is refused when a text is written;
  /// nil as a value changes nothing.
  public subscript(setting name: String) -> Double? {
    get { SamplingSetting.all.first { $0.name == name }.map { sampling[$0].number } }
    set {
      guard let newValue else { return }
      let setting = SamplingSetting.all.first { $0.name == name }
      if let setting, let value = setting.value(newValue) {
        sampling[setting] = value
        misfits[name] = nil
      } else {
        misfits[name] = newValue
      }
    }
  }

  /// The first misfit, by name.
  package var failure: OptionFailure? {
    misfits.min { $0.key < $1.key }.map { name, value in
      let isName = Self.settingNames.contains(name)
      return OptionFailure(
        name: name, value: "\(value)",
        range: isName ? "a whole number" : "one of " + Self.settingNames.joined(separator: ", "))
    }
  }
}

/// An option outside its range.
public struct OptionFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the property of `WritingOptions`, or of the setting.
  public var name: String
  /// The value that was given, as text.
  public var value: String
  /// The legal values, in words.
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
