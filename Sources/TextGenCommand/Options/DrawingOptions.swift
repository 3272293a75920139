import ArgumentParser
import TextGenGeneration

/// How tokens are drawn when a model writes; what is left open is as in `SamplingOptions.usual`.
struct DrawingOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, DrawingText.temperature, .number, transform: value(of: .temperature))
  var temperature: SamplingSetting.Value?
  @Option(DrawingText.topK, .count, transform: value(of: .topK))
  var topK: SamplingSetting.Value?
  @Option(DrawingText.topP, .share, transform: value(of: .topP))
  var topP: SamplingSetting.Value?
  @Option(DrawingText.minP, .share, transform: value(of: .minP))
  var minP: SamplingSetting.Value?
  @Option(DrawingText.typicalP, .share, transform: value(of: .typicalP))
  var typicalP: SamplingSetting.Value?
  @Option(DrawingText.mirostat, .number, transform: value(of: .mirostat))
  var mirostat: SamplingSetting.Value?
  @Option(DrawingText.repetitionPenalty, .number, transform: value(of: .repetitionPenalty))
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
    var options = SamplingOptions.usual
    for (setting, value) in values {
      if let value { options[setting] = value }
    }
    return options
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
    return .number(try number(setting.range)(text))
  }
}

/// The help of these options, beside them so that a new sampler is described in one place.
enum DrawingText: Translated {
  case temperature, topK, topP, minP, typicalP, mirostat, repetitionPenalty

  var english: String {
    switch self {
    case .temperature: "0 is greedy, below 1 careful, above 1 wild (default: 0.8)."
    case .topK: "Only the n best tokens; 0 is off (default: 0)."
    case .topP: "Only the best tokens that share p of the probability, 0 to 1 (default: 1)."
    case .minP:
      "Only tokens with p times the probability of the best one; 0 is off (default: 0.02)."
    case .typicalP:
      "Only tokens near the mean surprise that share p of the probability, 0 to 1 (default: 1)."
    case .mirostat: "Steer the surprise to so many bits per token; 0 is off (default: 0)."
    case .repetitionPenalty:
      "Divide the weight of the last 64 tokens by this; 1 is off (default: 1)."
    }
  }

  var portuguese: String {
    switch self {
    case .temperature: "0 escolhe o melhor; abaixo de 1 é prudente, acima ousado (padrão: 0.8)."
    case .topK: "Só os n melhores tokens; 0 desliga (padrão: 0)."
    case .topP: "Só os melhores tokens que somam a probabilidade p, de 0 a 1 (padrão: 1)."
    case .minP:
      "Só tokens com pelo menos p vezes a probabilidade do melhor; 0 desliga (padrão: 0.02)."
    case .typicalP:
      "Só tokens de surpresa perto da média que somam a probabilidade p, de 0 a 1 (padrão: 1)."
    case .mirostat: "Leva a surpresa a tantos bits por token; 0 desliga (padrão: 0)."
    case .repetitionPenalty:
      "Enfraquece por este fator os últimos 64 tokens; 1 desliga (padrão: 1)."
    }
  }
}
