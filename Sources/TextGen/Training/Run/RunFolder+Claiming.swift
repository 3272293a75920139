import TextGenLanguageModeling
import TextGenSafeTensors
import TextGenTraining

extension RunFolder {
  /// Refuses to begin a run, which may start from the model at `start`, in place of what must stay.
  ///
  /// A model or a run that is there is replaced only where `replaces` says so, and then at the first save of
  /// the new one.
  func refuseNewRun(
    startingFrom start: String?, replaces: Bool, _ catalog: ModelCatalog
  ) throws(TrainingFailure) {
    if let start, FileSystem.isSameFile(ModelFile.location(of: start), model) {
      throw .replacesStart(model: model)
    }
    if catalog.isBundled(file: model), !hasState { throw .replacesBundled(model: model) }
    let found = [model, state].filter(FileSystem.exists)
    if !found.isEmpty, !replaces {
      throw .folderTaken(folder: path, by: contents, canResume: hasState)
    }
    for file in found where !Self.isCheckpoint(file) { throw .foreignFile(path: file) }
    if hasLog, FileSystem.byteCount(log) != 0, !RunLog(of: self).isOfRun {
      throw .foreignLog(path: log)
    }
  }

  private var contents: TrainingFailure.Contents {
    guard hasModel else { return .unfinishedRun }
    guard FileSystem.isRegularFile(model), let found = try? ModelSummary(contentsOf: model) else {
      return .unreadableModel
    }
    return .model(corpus: found.information.corpus, steps: found.information.steps)
  }

  private static func isCheckpoint(_ path: String) -> Bool {
    guard FileSystem.isRegularFile(path), let file = try? SafeTensorsFile(path: path) else {
      return false
    }
    return (try? CheckpointMetadata(file)) != nil
  }
}
