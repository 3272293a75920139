import TextGenTokenization

/// Texts to be written after one prompt.
package struct WritingRequest: Sendable, Hashable {
  /// What the texts go on from.
  package var prompt: Prompt
  /// The number of texts, at least 0.
  package var count: Int
  /// Text number i depends on the seed and on i, not on the number of texts.
  package var seed: UInt64
  /// How tokens are drawn.
  package var sampling: SamplingOptions
  /// Where each text ends.
  package var conditions: StopConditions
  /// What is noted of each token; nil for nothing.
  package var notes: TokenNotes?

  /// A request; `validate` says whether its options are legal.
  package init(
    _ prompt: Prompt, count: Int = 1, seed: UInt64, sampling: SamplingOptions = SamplingOptions(),
    conditions: StopConditions = StopConditions(characters: 500), notes: TokenNotes? = nil
  ) {
    precondition(count >= 0, "\(count) texts asked for, at least 0 expected")
    self.prompt = prompt
    self.count = count
    self.seed = seed
    self.sampling = sampling
    self.conditions = conditions
    self.notes = notes
  }

  /// Refuses options outside their legal ranges.
  ///
  /// - Throws: `OptionError`, which names the option, the value and the range.
  package func validate() throws(OptionError) {
    try sampling.validate()
    try conditions.validate()
  }

  /// The texts before their first tokens; the options must be valid.
  func writers(_ tokenizer: any Tokenizer) -> [TextWriter<FreeText>] {
    let chain = sampling.processors(
      forbidding: ForbiddenTokens(tokenizer.unknown.map { [$0] } ?? []))
    return (0..<count).map { index in
      TextWriter(
        index: index, seed: seed, prompt: prompt, chain: chain, sampler: sampling.sampler,
        conditions: conditions, rule: nil, notes: notes)
    }
  }
}
