import ArgumentParser
import TextGenGeneration

/// How tokens are drawn when a model writes; what is left open is as `SamplingOptions` has it.
struct DrawingOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .temperature))
  var temperature: SamplingSetting.Value?
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .topK))
  var topK: SamplingSetting.Value?
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .topP))
  var topP: SamplingSetting.Value?
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .minP))
  var minP: SamplingSetting.Value?
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .typicalP))
  var typicalP: SamplingSetting.Value?
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .mirostat))
  var mirostat: SamplingSetting.Value?
  @Option(parsing: .unconditional, help: .hidden, transform: value(of: .repetitionPenalty))
  var repetitionPenalty: SamplingSetting.Value?

  /// The settings in the order in which they are declared, with the values that were given.
  private var values: [(setting: SamplingSetting, value: SamplingSetting.Value?)] {
    [
      (.temperature, temperature), (.topK, topK), (.topP, topP), (.minP, minP),
      (.typicalP, typicalP), (.mirostat, mirostat), (.repetitionPenalty, repetitionPenalty),
    ]
  }

  /// The options of the sampler.
  var sampling: SamplingOptions {
    var options = SamplingOptions()
    for (setting, value) in values {
      if let value { options[setting] = value }
    }
    return options
  }

  /// The lines of help on all settings, without the last line end.
  static var help: String {
    SamplingSetting.all.map { setting in
      let lines = setting.help.split(separator: "\n")
      let option = "  --\(setting.name) \(setting.placeholder)"
      let margins = [option] + lines.dropFirst().map { _ in "" }
      return zip(margins, lines).map { margin, line in
        margin + String(repeating: " ", count: max(1, 27 - margin.count)) + line
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The name of each option, and whether it is given.
  var given: [(name: String, isGiven: Bool)] {
    values.map { ("--" + $0.setting.name, $0.value != nil) }
  }
}

/// A reader of the values of `setting`.
private func value(
  of setting: SamplingSetting
) -> @Sendable (String) throws -> SamplingSetting.Value {
  { text in
    if setting.isCount { return .count(try wholeNumber(in: 0...Int.max)(text)) }
    return .number(try number(setting.range.phrase, where: setting.range.contains)(text))
  }
}
