import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLayers

/// The one network that a benchmark is asked for; what is left open is a network of two layers of 512.
struct BenchmarkOptions: ParsableArguments {
  @OptionGroup
  var shape: ShapeOptions
  @Option(BenchmarkText.vocabularySize, .count, transform: wholeNumber(in: 1...1 << 20))
  var vocabularySize: Int?
  @Option(BenchmarkText.batchSize, .count, transform: wholeNumber(of: .batchSize))
  var batchSize: Int?
  @Option(BenchmarkText.sequenceLength, .count, transform: wholeNumber(of: .sequenceLength))
  var sequenceLength: Int?
  @Option(BenchmarkText.streams, .count, transform: wholeNumber(in: 1...65_536))
  var streams: Int?
  @Option(BenchmarkText.precision)
  var precision: ProductPrecision?

  /// Refuses what no network can be, or cannot be measured at.
  func validate(only activity: Activity?) throws {
    if precision == .int8, activity != .generation {
      throw ValidationError(UsageMessage.int8Trains)
    }
  }

  /// The case that the options ask for; nil where none is given.
  var given: BenchmarkCase? {
    let numbers = [vocabularySize, batchSize, sequenceLength, streams]
    guard shape.network.isGiven || precision != nil || numbers.contains(where: { $0 != nil })
    else { return nil }
    let configuration = shape.network.configuration(
      vocabularySize: vocabularySize ?? 128, layers: 2, hiddenSize: 512, embeddingSize: 128)
    return BenchmarkCase(
      configuration: configuration, batchSize: batchSize ?? 64,
      sequenceLength: sequenceLength ?? 100, streams: streams ?? 1, precision: precision ?? .float32
    )
  }
}
