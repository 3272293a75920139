public import LanguageModeling
public import Tokenization

/// Predicts words with a model: holds what all its contexts share.
public struct WordPredictor<Model: AutoregressiveModel>: Sendable {
  let model: Model
  let tokenizer: any Tokenizer
  let table: SurfaceTable
  /// How far searches go unless a call says otherwise.
  public var options: WordSearchOptions

  /// A predictor; the surfaces of the vocabulary are sorted once, here.
  public init(
    model: Model, tokenizer: any Tokenizer, options: WordSearchOptions = WordSearchOptions()
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.options = options
    table = SurfaceTable(tokenizer, count: model.vocabularySize)
  }

  /// The context of an empty text.
  public func makeContext() -> PredictionContext<Model> { PredictionContext(self) }
}
