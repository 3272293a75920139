import TextGenCompute
package import TextGenLanguageModeling
package import TextGenLayers
import TextGenNGrams
import TextGenSafeTensors
package import TextGenTokenization

/// `training.safetensors`: all that it takes to go on with a run, consistent by itself.
package struct TrainingFile {
  /// The name of the file in a checkpoint's folder.
  package static let fileName = "training.safetensors"

  private enum Key {
    static let training = "training"
    static let corpus = "corpus_fingerprint"
  }

  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// How it is trained.
  package let training: TrainingConfiguration
  /// The tokenizer of the corpus.
  package let tokenizer: any Tokenizer
  /// The corpus that the run began with.
  package let corpusFingerprint: UInt64
  /// Where the run stands.
  package let state: TrainingState
  /// The run at its last validation, where a rollback goes; nil where it stands there.
  package let snapshot: TrainingState?

  init(
    configuration: NetworkConfiguration, training: TrainingConfiguration,
    tokenizer: any Tokenizer, corpusFingerprint: UInt64, state: TrainingState,
    snapshot: TrainingState?
  ) {
    self.configuration = configuration
    self.training = training
    self.tokenizer = tokenizer
    self.corpusFingerprint = corpusFingerprint
    self.state = state
    self.snapshot = snapshot
  }

  /// Reads the file of the checkpoint in `folder`.
  ///
  /// - Throws: `CheckpointError` where the file is missing, damaged, altered or newer.
  package init(contentsOf folder: String) throws(CheckpointError) {
    let file = try openCheckpoint(folder, fileName: Self.fileName)
    let metadata = try CheckpointMetadata(file)
    configuration = try metadata.configuration()
    tokenizer = try metadata.tokenizer(for: configuration)
    training = try metadata.decode(TrainingConfiguration.self, Key.training)
    corpusFingerprint = try metadata.decode(UInt64.self, Key.corpus)
    guard training.precision != .int8 else {
      throw .invalidMetadata(
        path: file.name, key: Key.training, detail: "no network is trained in int8")
    }
    do {
      try file.verifyChecksum()
      try file.requireFinite()
    } catch {
      throw .file(.format(error))
    }
    let reader = StateReader(
      file: file, metadata: metadata, training: training, configuration: configuration)
    state = try reader.state(.current)
    snapshot =
      file.metadata[StatePart.snapshot.progressKey] == nil ? nil : try reader.state(.snapshot)
  }

  /// Writes the file into `folder`, replacing it atomically.
  func write(to folder: String) throws(CheckpointError) {
    var metadata = CheckpointMetadata.texts(configuration, tokenizer, training.precision)
    metadata[Key.training] = jsonText(training)
    metadata[Key.corpus] = jsonText(corpusFingerprint)
    if training.schedule != .cosine {
      metadata[CheckpointKey.version] = "\(CheckpointVersion.schedules)"
    } else if training.optimizer != .adam {
      metadata[CheckpointKey.version] = "\(CheckpointVersion.partialMoments)"
    }
    var writer = SafeTensorsWriter(metadata: metadata)
    writer.add(state, .current, training, configuration)
    if let snapshot { writer.add(snapshot, .snapshot, training, configuration) }
    try writeCheckpoint(writer, to: folder + "/" + Self.fileName)
  }
}
