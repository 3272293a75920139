import TextGenLanguageModeling
import TextGenTokenization

/// The model that a new run starts from.
struct StartingPoint {
  /// The folder of the checkpoint, or its file.
  let path: String
  /// The model; a quantized one gives its rounded weights.
  let file: ModelFile
  /// What the run remembers of it; of two models, both names and the blended weights.
  let model: StartingModel

  /// The model that `name` means in `catalog`, with `blend` in its weights.
  ///
  /// - Throws: `ModelError` and `CheckpointError` where a model is missing or cannot be used,
  ///   `TrainingFailure.unlikeBlend` where two do not go together.
  init(_ name: String, blending blend: TrainingOptions.Blend?, in catalog: ModelCatalog) throws {
    path = try catalog.path(of: name)
    var file = try ModelFile(contentsOf: path)
    var names = [Self.lastName(of: path)]
    if let blend {
      let other = try catalog.path(of: blend.model)
      guard let blended = try file.blended(with: ModelFile(contentsOf: other), share: blend.share)
      else {
        throw TrainingFailure.unlikeBlend(
          model: ModelFile.location(of: path), other: ModelFile.location(of: other))
      }
      file = blended
      names.append(Self.lastName(of: other))
    }
    self.file = file
    model = StartingModel(name: names.joined(separator: "+"), file)
  }

  private static func lastName(of path: String) -> String {
    let last = path.split(separator: "/").last {
      $0 != "." && $0 != ".." && $0 != ModelFile.fileName
    }
    return last.map(String.init) ?? path
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
