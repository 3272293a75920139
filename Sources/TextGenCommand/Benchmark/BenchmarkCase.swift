import TextGenCompute
import TextGenLayers
import TextGenTraining

/// What a network is measured at.
enum Activity: String, Sendable, CaseIterable, Codable {
  /// Steps of back-propagation through time.
  case training
  /// Drawing token after token.
  case generation
}

/// A network and the work that it is measured at.
struct BenchmarkCase {
  /// The shape of the network.
  var configuration: NetworkConfiguration
  /// Streams of a training step, and its time steps.
  var batchSize, sequenceLength: Int
  /// Streams of generated text.
  var streams: Int
  /// What the products multiply.
  var precision: ProductPrecision

  /// Floating-point operations for each token.
  func operationsPerToken(_ activity: Activity) -> Double {
    switch activity {
    case .training:
      configuration.trainingOperations(batchSize: batchSize, sequenceLength: sequenceLength)
        / Double(batchSize * sequenceLength)
    case .generation: configuration.generationOperations(streams: streams) / Double(streams)
    }
  }

  /// The shape of the training, for what needs it.
  var training: TrainingConfiguration {
    TrainingConfiguration(batchSize: batchSize, sequenceLength: sequenceLength)
  }

  /// The options that ask for this case; the script of a peer understands the same ones.
  func arguments(_ activity: Activity, threads: Int, seconds: Double) -> [String] {
    let sizes = [
      ("--layers", configuration.layerCount), ("--hidden-size", configuration.hiddenSize),
      ("--embedding-size", configuration.embeddingSize),
      ("--vocabulary-size", configuration.vocabularySize), ("--batch-size", batchSize),
      ("--sequence-length", sequenceLength), ("--streams", streams), ("--threads", threads),
    ]
    return ["--only", activity.rawValue] + architectureArguments
      + sizes.flatMap { [$0, String($1)] } + ["--precision", precision.rawValue]
      + ["--seconds", String(seconds)] + (configuration.tiesEmbeddings ? ["--tie-embeddings"] : [])
  }

  private var architectureArguments: [String] {
    let architecture = configuration.architecture
    if let cell = configuration.cell { return ["--cell", cell.rawValue] }
    let numbers = [
      ("--context-length", architecture.contextLength), ("--heads", architecture.headCount),
    ]
    return ["--architecture", architecture.kind.rawValue]
      + numbers.flatMap { name, value in value.map { [name, "\($0)"] } ?? [] }
  }

  /// `LSTM, 2 layers of 512, embedding 128, vocabulary 128`.
  var network: BenchmarkLabel {
    .network(
      title: configuration.architecture.text, layers: configuration.layerCount,
      size: configuration.hiddenSize, embedding: configuration.embeddingSize,
      isTied: configuration.tiesEmbeddings, vocabulary: configuration.vocabularySize)
  }
}
