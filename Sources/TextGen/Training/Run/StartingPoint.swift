import TextGenLanguageModeling
import TextGenTokenization

/// The model that a new run starts from.
struct StartingPoint {
  /// The folder of the checkpoint, or its file.
  let path: String
  /// The model; a quantized one gives its rounded weights.
  let file: ModelFile
  /// What the run remembers of it.
  let model: StartingModel

  /// The model that `name` means in `catalog`.
  ///
  /// - Throws: `ModelError` and `CheckpointError` where it is missing or cannot be used.
  init(_ name: String, in catalog: ModelCatalog) throws {
    path = try catalog.path(of: name)
    file = try ModelFile(contentsOf: path)
    let last = path.split(separator: "/").last {
      $0 != "." && $0 != ".." && $0 != ModelFile.fileName
    }
    model = StartingModel(name: last.map(String.init) ?? path, file)
  }

  /// Refuses options that say otherwise than the model.
  func check(_ options: TrainingOptions) throws(TrainingFailure) {
    let location = ModelFile.location(of: path)
    if let difference = RunDifference.find(options, file) {
      throw .differsFromStart(model: location, difference)
    }
    let count = file.tokenizer.vocabulary.count
    if let size = options.corpus.vocabularySize, size < count {
      throw .vocabularyTooSmall(model: location, tokens: count, limit: size)
    }
  }
}
