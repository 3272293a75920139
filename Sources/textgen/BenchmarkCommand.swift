import ArgumentParser
import Compute
import Layers
import Training

/// `textgen benchmark`: how fast this machine trains.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure this machine.")

  @Option var cell = "lstm"
  @Option var layers = 2
  @Option var hiddenSize = 512
  @Option var embeddingSize = 128
  @Option var vocabularySize = 128
  @Option var batchSize = 64
  @Option var sequenceLength = 100
  @Option var threads = 2
  @Option var isa = "best"

  func run() throws {
    let configuration = NetworkConfiguration(
      cell: CellKind(rawValue: cell)!, layerCount: layers, vocabularySize: vocabularySize,
      embeddingSize: embeddingSize, hiddenSize: hiddenSize)
    let engine = Engine(
      threadCount: threads, instructionSet: InstructionSet(rawValue: isa) ?? .best)
    var benchmark = TrainingBenchmark(
      configuration, batchSize: batchSize, sequenceLength: sequenceLength, engine: engine)
    var times: [Double] = []
    for _ in 0..<12 { times.append(benchmark.step()) }
    times = times.dropFirst(2).sorted()
    let median = times[times.count / 2]
    print(
      "tokens/s \(Double(benchmark.tokensPerStep) / median) GFLOP/s \(benchmark.operationsPerStep / median * 1e-9) s/step \(median)"
    )
  }
}
