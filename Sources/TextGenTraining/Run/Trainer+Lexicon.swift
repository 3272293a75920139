import TextGenLanguageModeling
import TextGenWords

extension Trainer {
  /// The words that a run on `corpus` knows which starts from `model`: those of both.
  ///
  /// Nil where the model does not say which words it knows: with those of a small text alone, all
  /// others would be strange to it.
  ///
  /// - Throws: `CheckpointError` where the lexicon of the model, called `name`, is damaged.
  static func lexicon(
    _ corpus: Corpus, _ model: ModelFile, name: String?
  ) throws(CheckpointError) -> Lexicon? {
    guard model.lexicon != nil, let own = corpus.lexicon else { return nil }
    return try model.lexicon(joining: own, path: name ?? ModelFile.fileName)
  }

  /// The words that the run in `folder` knows: those of its corpus or, where it started from a model,
  /// what its own model says, as the other one may be gone.
  ///
  /// - Throws: `CheckpointError` where the model in the folder is damaged.
  static func lexicon(
    _ corpus: Corpus, _ training: TrainingConfiguration, folder: String
  ) throws(CheckpointError) -> Lexicon? {
    guard training.startingModel != nil else { return corpus.lexicon }
    guard FileSystem.exists(ModelFile.location(of: folder)) else { return nil }
    return try ModelFile.lexicon(contentsOf: folder)
  }
}
