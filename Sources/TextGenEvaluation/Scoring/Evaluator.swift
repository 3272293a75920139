import TextGenGeneration
package import TextGenLanguageModeling
package import TextGenTokenization
package import TextGenWords

/// Measures a model on text that it has not seen.
///
///     let evaluator = Evaluator(model: model, tokenizer: tokenizer, name: "machado")
///     let report = evaluator.evaluate(text) { print($0.stage, $0.share) }
///
/// Text is brought into NFC with LF as its line end first, so that twins of one text in other forms
/// have the same measures. For speed, a text of at least 8 · `warmup` tokens is cut into up to
/// `maximumPieces` pieces, scored side by side: the state of each but the first begins with a line
/// break and reads the `warmup` tokens before its piece, 1,000 unless said otherwise, which are not
/// charged there. Every token is charged exactly once.
package struct Evaluator<Model: AutoregressiveModel>: Sendable {
  let model: Model
  let tokenizer: any Tokenizer
  let lexicon: Lexicon?
  private let name: String
  private let options: EvaluationOptions

  /// An evaluator of `model`, called `name` in reports, which reads the tokens of `tokenizer` and
  /// suggests words of `lexicon` first.
  package init(
    model: Model, tokenizer: any Tokenizer, lexicon: Lexicon? = nil, name: String,
    options: EvaluationOptions = EvaluationOptions()
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.lexicon = lexicon
    self.name = name
    self.options = options
  }

  /// The measures on `text`; `progress` is told now and then how far the work is.
  package func evaluate(
    _ text: String, progress: (EvaluationProgress) -> Void = { _ in }
  ) -> EvaluationReport {
    let scalars = Array(TextNormalizer.normalize(text).text.unicodeScalars)
    let clock = ContinuousClock()
    let start = clock.now
    let cost = TextCost(
      tokenCosts(of: text) { progress(EvaluationProgress(stage: .scoring, share: $0)) })
    let seconds = (clock.now - start) / .seconds(1)
    let typing = write(scalars) { progress(EvaluationProgress(stage: .typing, share: $0)) }
    return EvaluationReport(
      model: name, characterCount: scalars.count,
      wordCount: WordScanner(scalars).reduce(0) { count, _ in count + 1 }, cost: cost,
      scoringSeconds: seconds, typing: typing)
  }

  /// What each token of `text` costs: the one measure behind reports, blocks and surprise.
  func tokenCosts(of text: String, progress: (Double) -> Void = { _ in }) -> TokenCosts {
    let encoding = tokenizer.encoding(of: text)
    let scorer = TextScorer(
      model: model, lineBreak: tokenizer.lineBreak, maximumPieces: options.maximumPieces,
      warmup: options.warmup)
    return TokenCosts(
      encoding,
      logProbabilities: scorer.logProbabilities(of: encoding.tokens, progress: progress),
      tokenizer: tokenizer)
  }

  private func write(
    _ scalars: [Unicode.Scalar], progress: (Double) -> Void
  ) -> TypingResult? {
    guard options.wordLimit > 0 else { return nil }
    let predictor = WordPredictor(
      model: model, tokenizer: tokenizer, lexicon: lexicon, options: options.search)
    var context = predictor.makeContext()
    return Typist().write(
      scalars, wordLimit: options.wordLimit, with: &context, progress: progress)
  }
}
