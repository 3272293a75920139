package import TextGenTokenization

extension TokenizerTrainer {
  /// A tokenizer that knows all of `text`.
  package static func tokenizer(_ unit: TokenUnit, on text: String) -> any Tokenizer {
    var trainer = TokenizerTrainer(unit: unit, minimumCount: 1)
    trainer.add(text)
    return trainer.finish()
  }
}
