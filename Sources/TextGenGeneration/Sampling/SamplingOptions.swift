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
  /// Penalty on tokens of the recent text, any finite number above 0; 1 changes nothing.
  package var repetitionPenalty: Double
  /// The number of tokens that count as recent, at least 0.
  package var repetitionWindow: Int

  /// Options; those left out are off, and the temperature is 0.8.
  package init(
    temperature: Double = 0.8, topK: Int = 0, topP: Double = 1, minP: Double = 0,
    repetitionPenalty: Double = 1, repetitionWindow: Int = 64
  ) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.minP = minP
    self.repetitionPenalty = repetitionPenalty
    self.repetitionWindow = repetitionWindow
  }

  /// Refuses values outside their legal ranges.
  ///
  /// - Throws: `OptionError`, which names the option, the value and the range.
  package func validate() throws(OptionError) {
    try OptionError.require(
      temperature >= 0 && temperature.isFinite,
      "temperature", temperature, "0 (greedy) or a finite number above 0")
    try OptionError.require(topK >= 0, "top-k", topK, "0 (off) or more")
    try OptionError.require((0...1).contains(topP), "top-p", topP, "0 to 1")
    try OptionError.require((0...1).contains(minP), "min-p", minP, "0 to 1")
    try OptionError.require(
      repetitionPenalty >= 1e-30 && repetitionPenalty <= 1e30,
      "repetition-penalty", repetitionPenalty, "1e-30 to 1e30 (1 is off)")
    try OptionError.require(
      repetitionWindow >= 0, "repetition-window", repetitionWindow, "0 or more")
  }
}

extension SamplingOptions {
  /// The chain that these options, which must be valid, stand for.
  ///
  /// Order: penalty, forbidden tokens, temperature, top-k, top-p, min-p.
  package func processors(forbidding forbidden: ForbiddenTokens) -> [any LogitsProcessor] {
    var chain: [any LogitsProcessor] = []
    if repetitionPenalty != 1, repetitionWindow > 0 {
      chain.append(RepetitionPenalty(Float(repetitionPenalty), window: repetitionWindow))
    }
    if !forbidden.tokens.isEmpty { chain.append(forbidden) }
    guard temperature > 0 else { return chain }
    if temperature != 1 { chain.append(Temperature(temperature)) }
    if topK > 0 { chain.append(TopK(topK)) }
    if topP < 1 { chain.append(TopP(topP)) }
    if minP > 0 { chain.append(MinP(minP)) }
    return chain
  }

  /// The sampler that the temperature asks for.
  package var sampler: any TokenSampler {
    if temperature == 0 { ArgMaxSampler() } else { CategoricalSampler() }
  }
}
