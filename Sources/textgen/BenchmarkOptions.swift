import ArgumentParser
import Compute
import Layers

/// The one network that a benchmark is asked for; what is left open is a network of two layers of 512.
struct BenchmarkOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden)
  var cell: CellKind?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...64))
  var layers: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var hiddenSize: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var embeddingSize: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1 << 20))
  var vocabularySize: Int?
  @Flag(help: .hidden)
  var tieEmbeddings = false
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var batchSize: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1_000_000))
  var sequenceLength: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var streams: Int?
  @Option(parsing: .unconditional, help: .hidden)
  var precision: ProductPrecision?

  /// Refuses what no network can be, or cannot be measured at.
  func validate(only activity: Activity?) throws {
    if precision == .int8, activity != .generation {
      throw ValidationError(
        "--precision int8 serves generation alone; add --only generation or give another")
    }
    if tieEmbeddings, let embeddingSize, let hiddenSize, embeddingSize != hiddenSize {
      throw ValidationError(
        "--tie-embeddings needs equal sizes, but --embedding-size is \(embeddingSize) and "
          + "--hidden-size \(hiddenSize); make them equal or leave one out")
    }
  }

  /// The case that the options ask for; nil where none is given.
  var given: BenchmarkCase? {
    let numbers = [
      layers, hiddenSize, embeddingSize, vocabularySize, batchSize, sequenceLength, streams,
    ]
    guard cell != nil || precision != nil || tieEmbeddings || numbers.contains(where: { $0 != nil })
    else { return nil }
    let hidden = hiddenSize ?? (tieEmbeddings ? embeddingSize : nil) ?? 512
    let configuration = NetworkConfiguration(
      cell: cell ?? .lstm, layerCount: layers ?? 2, vocabularySize: vocabularySize ?? 128,
      embeddingSize: embeddingSize ?? (tieEmbeddings ? hidden : 128), hiddenSize: hidden,
      tiesEmbeddings: tieEmbeddings)
    return BenchmarkCase(
      configuration: configuration, batchSize: batchSize ?? 64,
      sequenceLength: sequenceLength ?? 100, streams: streams ?? 1, precision: precision ?? .float32
    )
  }
}
