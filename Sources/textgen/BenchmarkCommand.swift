import ArgumentParser
import Compute
import LanguageModeling
import Layers
import Tokenization
import Training

/// `textgen benchmark`: measures this machine.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure the speed of this machine.",
    usage: "",
    discussion: """
      USAGE: textgen benchmark [options]

        --cell C              lstm, gru, elman, elman-relu (default: lstm)
        --layers N            recurrent layers (default: 2)
        --hidden-size N       units of a layer (default: 512)
        --embedding-size N    floats of a token (default: 128)
        --vocabulary-size N   tokens (default: 128)
        --batch-size N        streams side by side (default: 64)
        --sequence-length N   steps of a window (default: 100)
        --corpus FILE         text to encode (default: 12 MB made from corpora/)
        --threads N           1 to 1024 (default: all cores)
        --json                one JSON object on stdout

      Training is measured on random tokens: forward, backward, clipping and the Adam step, the
      state carried from window to window; generation on one stream; medians of several repeats.
      """)

  @Option(parsing: .unconditional, help: .hidden)
  var cell: CellKind = .lstm
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...64))
  var layers = 2
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var hiddenSize = 512
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var embeddingSize = 128
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1 << 20))
  var vocabularySize = 128
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var batchSize = 64
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1_000_000))
  var sequenceLength = 100
  @Option(parsing: .unconditional, help: .hidden, completion: .file())
  var corpus: String?
  @OptionGroup(visibility: .hidden)
  var engineOptions: EngineOptions
  @Option(parsing: .unconditional, help: .hidden)
  var precision: TrainingPrecision = .float32
  @Flag(help: .hidden)
  var tieEmbeddings = false
  @Flag(help: .hidden)
  var json = false

  func run() throws {
    let engine = try engineOptions.makeEngine()
    let configuration = NetworkConfiguration(
      cell: cell, layerCount: layers, vocabularySize: vocabularySize,
      embeddingSize: embeddingSize, hiddenSize: hiddenSize, tiesEmbeddings: tieEmbeddings)
    try configuration.validate()
    let training = TrainingConfiguration(batchSize: batchSize, sequenceLength: sequenceLength)
    try MemoryNeed(configuration, training).check()
    let text = try EncodingSample(file: corpus)

    Conversation.say("training steps …")
    let step = StepMeasurement(
      configuration, batchSize: batchSize, sequenceLength: sequenceLength,
      precision: precision.asked ?? .automatic(on: engine.instructionSet), engine: engine)
    let peak = ResourceUsage.peakResidentBytes
    Conversation.say("generation …")
    let generation = generationSpeed(configuration, engine: engine)
    if text != nil { Conversation.say("encoding …") }
    let report = BenchmarkReport(
      configuration: configuration, training: training, engine: engine, step: step,
      generationTokensPerSecond: generation, peakResidentBytes: peak,
      encoding: text?.speeds ?? [:], encodedBytes: text?.byteCount ?? 0)
    try StandardStream.output.write(json ? report.json + "\n" : report.table)
  }
}
