import Compute
package import LanguageModeling
package import Layers
import NGrams
import SafeTensors
package import Tokenization

/// `training.safetensors`: all that it takes to go on with a run, consistent by itself.
package struct TrainingFile {
  /// The name of the file in a checkpoint's folder.
  package static let fileName = "training.safetensors"

  private enum Key {
    static let training = "training"
    static let progress = "progress"
    static let corpus = "corpus_fingerprint"
    static let optimizerSteps = "optimizer_steps"
    static let firstMoment = "adam.first_moment."
    static let secondMoment = "adam.second_moment."
    static let states = "recurrent_states"
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

  init(
    configuration: NetworkConfiguration, training: TrainingConfiguration,
    tokenizer: any Tokenizer, corpusFingerprint: UInt64, state: TrainingState
  ) {
    self.configuration = configuration
    self.training = training
    self.tokenizer = tokenizer
    self.corpusFingerprint = corpusFingerprint
    self.state = state
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
    let progress = try metadata.decode(TrainingProgress.self, Key.progress)
    let optimizerSteps = try metadata.decode(Int.self, Key.optimizerSteps)
    guard progress.step >= 0, progress.epoch >= 0, progress.window >= 0, optimizerSteps >= 0,
      (1...65_536).contains(training.batchSize), (1...1_000_000).contains(training.sequenceLength),
      training.dropout >= 0, training.dropout < 1,
      training.ngramOrder == 0 || (2...NGramModel.maximumOrder).contains(training.ngramOrder),
      (0...1000).contains(training.weightDecay), training.ngramMegabytes.map({ $0 > 0 }) ?? true
    else {
      throw .mismatch(path: file.name, detail: "its counts are outside their legal ranges")
    }
    guard training.precision != .int8 else {
      throw .invalidMetadata(
        path: file.name, key: Key.training, detail: "no network is trained in int8")
    }
    let layout = ParameterLayout(configuration)
    let width = NetworkState.rowCount(configuration)
    do {
      try file.verifyChecksum()
      try file.requireFinite()
      let values = try file.floats(named: Key.states, shape: [training.batchSize, width])
      let shape = configuration
      let states = stride(from: 0, to: values.count, by: width).compactMap {
        NetworkState(row: values[$0..<$0 + width], shape)
      }
      state = TrainingState(
        progress: progress, parameters: try file.parameters(layout),
        firstMoment: try file.parameters(layout, prefix: Key.firstMoment),
        secondMoment: try file.parameters(layout, prefix: Key.secondMoment),
        optimizerSteps: optimizerSteps, states: states)
    } catch {
      throw .file(detail: error.description)
    }
    guard state.states.count == training.batchSize else {
      throw .mismatch(path: file.name, detail: "its states hold what no text leaves behind")
    }
  }

  /// Writes the file into `folder`, replacing it atomically.
  func write(to folder: String) throws(CheckpointError) {
    var metadata = CheckpointMetadata.texts(configuration, tokenizer, training.precision)
    metadata[Key.training] = jsonText(training)
    metadata[Key.progress] = jsonText(state.progress)
    metadata[Key.corpus] = jsonText(corpusFingerprint)
    metadata[Key.optimizerSteps] = jsonText(state.optimizerSteps)
    var writer = SafeTensorsWriter(metadata: metadata)
    let layout = ParameterLayout(configuration)
    writer.add(state.parameters, layout)
    writer.add(state.firstMoment, layout, prefix: Key.firstMoment)
    writer.add(state.secondMoment, layout, prefix: Key.secondMoment)
    writer.add(
      Key.states, shape: [state.states.count, NetworkState.rowCount(configuration)],
      state.states.flatMap { $0.row(configuration) })
    try writeCheckpoint(writer, to: folder + "/" + Self.fileName)
  }
}
