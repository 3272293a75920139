package import TextGenLanguageModeling
package import TextGenTokenization

/// Writes texts with a model: prompt in, chunks of text out.
///
///     let generator = try TextGenerator(model: model, tokenizer: tokenizer, options: options)
///     for chunk in generator.texts(after: "Era uma vez", count: 2, seed: 7) {
///       show(chunk.text, ofText: chunk.index)
///     }
///
/// Text number i draws from its own random generator, a function of the seed and of i, so it is
/// the same whatever the number of texts. The unknown token is never written.
///
/// A text may have a rule to keep (`TextConstraint`): tokens that break it are not written, and where none
/// is left the text goes back to an earlier token. It fails after a limited number of such dead ends.
package struct TextGenerator<Model: AutoregressiveModel>: Sendable {
  private let model: Model
  private let tokenizer: any Tokenizer
  private let chain: [any LogitsProcessor]
  private let sampler: any TokenSampler
  private let conditions: StopConditions

  /// A generator of texts that end at `conditions`.
  ///
  /// - Throws: `OptionError` when an option or a condition is outside its legal range.
  package init(
    model: Model, tokenizer: any Tokenizer, options: SamplingOptions = SamplingOptions(),
    conditions: StopConditions = StopConditions(characters: 500)
  ) throws(OptionError) {
    try options.validate()
    try conditions.validate()
    let unknown = tokenizer.unknown.map { [$0] } ?? []
    self.init(
      model: model, tokenizer: tokenizer,
      chain: options.processors(forbidding: ForbiddenTokens(unknown)),
      sampler: options.sampler, conditions: conditions)
  }

  /// A generator with a chain and a sampler of the caller's own; `conditions` must be valid.
  package init(
    model: Model, tokenizer: any Tokenizer, chain: [any LogitsProcessor],
    sampler: any TokenSampler, conditions: StopConditions
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.chain = chain
    self.sampler = sampler
    self.conditions = conditions
  }

  /// The chunks of `count` texts, at least 0, that follow `prompt`, as they are written.
  package func texts(
    after prompt: String, count: Int = 1, seed: UInt64
  ) -> TextStream<Model, FreeText> {
    texts(after: prompt, count: count, seed: seed, rule: nil)
  }

  /// The one text that follows `prompt`, when it has ended.
  package func text(after prompt: String, seed: UInt64) -> GeneratedText {
    let results = texts(after: prompt, seed: seed).compactMap(\.result)
    return results.first ?? GeneratedText(text: "", tokens: [], stopped: .end)
  }

  /// The chunks of `count` texts, at least 0, each of which keeps `constraint` in what follows `prompt`: a
  /// chunk a text, as soon as it is done or has failed.
  package func texts<Constraint: TextConstraint>(
    keeping constraint: Constraint, after prompt: String = "", count: Int = 1, seed: UInt64
  ) -> TextStream<Model, Constraint> {
    texts(after: prompt, count: count, seed: seed, rule: KeptRule(constraint))
  }

  /// The one text that follows `prompt` and keeps `constraint`, when it is done or has failed.
  package func text(
    keeping constraint: some TextConstraint, after prompt: String = "", seed: UInt64
  ) -> GeneratedText {
    let results = texts(keeping: constraint, after: prompt, seed: seed).compactMap(\.result)
    return results.first ?? GeneratedText(text: "", tokens: [], stopped: .end)
  }

  private func texts<Constraint: TextConstraint>(
    after prompt: String, count: Int, seed: UInt64, rule: KeptRule<Constraint>?
  ) -> TextStream<Model, Constraint> {
    precondition(count >= 0, "\(count) texts asked for, at least 0 expected")
    let prompt = Prompt(prompt, tokenizer: tokenizer)
    var state = model.makeState()
    model.feed(Array(prompt.tokens.prefix(1)), to: &state)
    model.learn(Array(prompt.tokens.dropFirst()), state: &state)
    let writers = (0..<count).map { index in
      TextWriter(
        index: index, seed: seed, prompt: prompt, chain: chain, sampler: sampler,
        conditions: conditions, rule: rule)
    }
    return TextStream(model: model, tokenizer: tokenizer, writers: writers, state: state)
  }
}
