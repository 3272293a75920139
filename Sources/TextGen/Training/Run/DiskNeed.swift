import TextGenLanguageModeling
import TextGenLayers
import TextGenTraining

/// The room on the disk that a run takes at least, so that a full disk is found before the training.
struct DiskNeed {
  private let size: CheckpointSize
  private let folder: RunFolder

  /// The need of a run in `folder`.
  init(
    _ configuration: NetworkConfiguration, _ training: TrainingConfiguration, folder: RunFolder
  ) {
    size = CheckpointSize(configuration, training)
    self.folder = folder
  }

  /// Refuses a disk that is too full.
  func check() throws(TrainingFailure) {
    let replaced = [folder.model, folder.state].reduce(0) {
      $0 + (FileSystem.byteCount($1) ?? 0)
    }
    let needed = size.freeBytesNeeded(replacing: replaced)
    guard let free = FileSystem.freeByteCount(at: folder.path), free < needed else { return }
    throw .disk(folder: folder.path, needed: needed, free: free)
  }
}
