import TextGenEvaluation
import TextGenLanguageModeling

extension TextModel {
  /// What each token of `text` costs the model, which reads it from the beginning of a line: its surprise.
  ///
  /// A model that adapts itself learns from the text as it reads it.
  public func score(_ text: String) -> TextScore {
    func score(_ model: some AutoregressiveModel) -> TextScore {
      TextScore(Evaluator(model: model, tokenizer: tokenizer, name: name).surprise(of: text))
    }
    return score(model)
  }
}
