package import TextGenLanguageModeling
package import TextGenTokenization
package import TextGenWords

/// Predicts words with a model: holds what all its contexts share.
package struct WordPredictor<Model: AutoregressiveModel>: Sendable {
  let model: Model
  let tokenizer: any Tokenizer
  let table: SurfaceTable
  /// What says which words there are; nil where every word counts as known.
  let formation: WordFormation?
  /// How far searches go unless a call says otherwise.
  package var options: WordSearchOptions

  /// A predictor; the surfaces of the vocabulary are sorted once, here. Words that are neither in
  /// `lexicon`, if there is one, nor formed from its words, nor written in the text before, are listed
  /// after all others.
  package init(
    model: Model, tokenizer: any Tokenizer, lexicon: Lexicon? = nil,
    options: WordSearchOptions = WordSearchOptions()
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.options = options
    formation = lexicon.map(WordFormation.init)
    table = SurfaceTable(tokenizer, count: model.vocabularySize)
  }

  /// The context of an empty text.
  package func makeContext() -> PredictionContext<Model> { PredictionContext(self) }
}
