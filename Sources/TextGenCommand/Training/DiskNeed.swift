import TextGenLanguageModeling
import TextGenLayers
import TextGenTraining

/// The room on the disk that a run takes at least, so that a full disk is found before the training.
struct DiskNeed {
  private let size: CheckpointSize
  private let folder: String

  /// The need of a run in `folder`.
  init(_ configuration: NetworkConfiguration, _ training: TrainingConfiguration, folder: String) {
    size = CheckpointSize(configuration, training)
    self.folder = folder
  }

  /// Refuses a disk that is too full.
  ///
  /// - Throws: `Failure` that says what is needed and what there is.
  func check() throws {
    let files = [ModelFile.fileName, TrainingFile.fileName].map { folder + "/" + $0 }
    let needed = size.freeBytesNeeded(
      replacing: files.reduce(0) { $0 + (FileSystem.byteCount($1) ?? 0) })
    guard let free = FileSystem.freeByteCount(at: folder), free < needed else { return }
    throw Failure(
      "saving this run takes about \(megabytes(needed)) in \(folder), but only \(megabytes(free)) "
        + "are free there; make room, or name a folder on another disk with --output")
  }

  private func megabytes(_ bytes: Int) -> String {
    fixed(Double(bytes) / 1e6, bytes < 10_000_000 ? 1 : 0) + " MB"
  }
}
