package import TextGenTokenization

/// How the next token is chosen from the model's distribution.
package struct SamplingOptions: Sendable, Hashable {
  /// Divisor of the logits: 0 (greedy) or any finite number above 0.
  package var temperature: Double
  /// Tokens that stay, at least 0; 0 keeps all, and so does a number above V.
  package var topK: Int
  /// Probability that stays, from 0 (the best token alone) to 1 (all).
  package var topP: Double
  /// Share of the best token's probability that a token must have, from 0 (all stay) to 1.
  package var minP: Double
  /// Probability of the most typical tokens that stay, from 0 (the most typical one alone) to 1 (all).
  package var typicalP: Double
  /// The surprise in bits per token that a text is steered to, at least 0; 0 leaves it alone.
  package var mirostat: Double
  /// Penalty on tokens of the recent text, any finite number above 0; 1 changes nothing.
  package var repetitionPenalty: Double
  /// The number of tokens that count as recent, at least 0.
  package var repetitionWindow: Int
  /// What is taken from the logit of a token that the text has, -2 to 2 (`OccurrencePenalty`).
  package var presencePenalty = 0.0
  /// What is taken from it for each time, -2 to 2.
  package var frequencyPenalty = 0.0
  /// What is added to the logits of tokens, -100 to 100 each.
  package var biases: [TokenID: Double] = [:]

  /// Options; those left out are off, and the temperature is 0.8.
  package init(
    temperature: Double = 0.8, topK: Int = 0, topP: Double = 1, minP: Double = 0,
    typicalP: Double = 1, mirostat: Double = 0, repetitionPenalty: Double = 1,
    repetitionWindow: Int = 64
  ) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.minP = minP
    self.typicalP = typicalP
    self.mirostat = mirostat
    self.repetitionPenalty = repetitionPenalty
    self.repetitionWindow = repetitionWindow
  }

  /// What a person gets who asks for nothing: a temperature of 0.8 and a min-p of 0.02, by which the long
  /// tail of tokens that spell no word is cut; `checkpoints/EXPERIMENTS.md` has the figures.
  package static let usual = SamplingOptions(minP: 0.02)
}

extension SamplingSetting {
  /// All settings, in the order in which people read of them.
  package static let all = [
    temperature, topK, topP, minP, typicalP, mirostat, repetitionPenalty,
  ]

  /// Those whose processors weigh tokens, for greedy choice, too, in the order of the chain.
  static let weights = [repetitionPenalty]

  /// Those whose processors shape the distribution that is drawn from, in the order of the chain:
  /// typical sampling measures the entropy of all of it, mirostat reads what all others leave.
  static let shapes = [temperature, typicalP, topK, topP, minP, mirostat]
}

extension SamplingOptions {
  /// The value of a setting.
  package subscript(setting: SamplingSetting) -> SamplingSetting.Value {
    get {
      switch setting.property {
      case .number(let path): .number(self[keyPath: path])
      case .count(let path): .count(self[keyPath: path])
      }
    }
    set {
      switch (setting.property, newValue) {
      case (.number(let path), .number(let number)): self[keyPath: path] = number
      case (.count(let path), .count(let count)): self[keyPath: path] = count
      default: preconditionFailure("\(setting.name) has no value \(newValue)")
      }
    }
  }

  /// Refuses values outside their legal ranges.
  ///
  /// - Throws: `OptionError`, which names the option, the value and the range.
  package func validate() throws(OptionError) {
    for setting in SamplingSetting.all {
      let value = self[setting]
      try OptionError.require(
        setting.range.contains(value.number), setting.name, value, setting.range.description)
    }
    try OptionError.require(
      repetitionWindow >= 0, "repetition-window", repetitionWindow, "0 or more")
    for (name, value) in [
      ("presence-penalty", presencePenalty), ("frequency-penalty", frequencyPenalty),
    ] {
      try OptionError.require((-2...2).contains(value), name, value, "-2 to 2")
    }
    for bias in biases.values {
      try OptionError.require((-100...100).contains(bias), "logit-bias", bias, "-100 to 100")
    }
  }

  /// The chain that these options, which must be valid, stand for; greedy choice, a temperature of 0, has
  /// none of the filters.
  package func processors(forbidding forbidden: ForbiddenTokens) -> [any LogitsProcessor] {
    let first: [any LogitsProcessor] = forbidden.tokens.isEmpty ? [] : [forbidden]
    let shapes = temperature > 0 ? SamplingSetting.shapes : []
    // The weights want log-probabilities, which the adjustments move above 0.
    let weights: [any LogitsProcessor] = SamplingSetting.weights.compactMap { $0.processor(self) }
    return first + weights + adjustments + shapes.compactMap { $0.processor(self) }
  }

  /// Processors that add to logits.
  private var adjustments: [any LogitsProcessor] {
    var processors: [any LogitsProcessor] = []
    if !biases.isEmpty { processors.append(LogitBias(biases)) }
    if presencePenalty != 0 || frequencyPenalty != 0 {
      processors.append(
        OccurrencePenalty(presence: presencePenalty, frequency: frequencyPenalty))
    }
    return processors
  }

  /// The sampler that the temperature asks for.
  package var sampler: any TokenSampler {
    if temperature == 0 { ArgMaxSampler() } else { CategoricalSampler() }
  }
}
