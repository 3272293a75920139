import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLayers

/// `textgen benchmark`: measures this machine.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure the speed of this machine.",
    usage: "",
    discussion: """
      USAGE: textgen benchmark [options]

        --cell C              \(words(CellKind.self)) (default: lstm)
        --layers N            recurrent layers (default: 2)
        --hidden-size N       units of a layer (default: 512)
        --embedding-size N    floats of a token (default: 128)
        --vocabulary-size N   tokens (default: 128)
        --tie-embeddings      one matrix for input and output tokens (default: two)
        --batch-size N        streams of a training step (default: 64)
        --sequence-length N   its time steps (default: 100)
        --streams N           texts generated side by side (default: 1)
        --precision P         float32, bfloat16, int8 (generation only) (default: float32)
        --only WHAT           training, generation (default: both)
        --seconds S           of each measurement (default: 4)
        --corpus FILE         text to encode (default: 12 MB made from corpora/)
        --against PEER        torch: measure it in turn, in the Python of $TEXTGEN_PYTHON
        --threads N  --json   1 to 1024 (default: all cores); one JSON object on stdout

      Without an option from --cell to --precision the machine's peak and a table of networks
      are measured, for about three minutes. A training step on random tokens: forward,
      backward, clipping, Adam, the state carried on. Generation draws at temperature 0.8.
      """)

  @OptionGroup(visibility: .hidden)
  var options: BenchmarkOptions
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var only: Activity?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("of seconds above 0 to 3600") { $0 > 0 && $0 <= 3600 })
  var seconds = 4.0
  @Option(parsing: .unconditional, help: .hidden, completion: .file())
  var corpus: String?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var against: Peer?
  @OptionGroup(visibility: .hidden)
  var engineOptions: EngineOptions
  @Flag(help: .hidden)
  var json = false

  mutating func validate() throws {
    try options.validate(only: only)
    guard corpus != nil else { return }
    let others = [("--only", only != nil), ("--against", against != nil)]
    for (option, isGiven) in others where isGiven {
      throw ValidationError(
        "--corpus and \(option) exclude each other: with \(option) no text is encoded")
    }
  }

  func run() throws {
    let engine = try engineOptions.makeEngine()
    let given = options.given
    if let given {
      try given.configuration.validate()
      try MemoryNeed(given.configuration, given.training).check()
    }
    if let against {
      let comparison = try PeerComparison(
        against, rows(given, engine), seconds: seconds, engine: engine)
      return try write(comparison.json, comparison.table)
    }
    // A file that cannot be read is found out before anything is measured.
    let named = try corpus.flatMap { try EncodingSample(file: $0) }
    if let given { return try measure(given, named, engine) }
    var suite = try BenchmarkSuite(rows(nil, engine), seconds: seconds, engine: engine)
    if let text = try text(named) { suite.encode(text) }
    try write(suite.json, suite.table)
  }

  /// The one network that was asked for.
  private func measure(
    _ subject: BenchmarkCase, _ named: EncodingSample?, _ engine: Engine
  ) throws {
    let load = OtherLoad()
    let run = BenchmarkRun(subject, activities, seconds: seconds, engine: engine)
    OtherLoad.warn(load.cores, about: "this network")
    var encoding = EncodingResult()
    if let text = try text(named) {
      Conversation.say("encoding …")
      encoding = text.measured()
    }
    let report = BenchmarkReport(run: run, engine: engine, encoding: encoding)
    try write(report.json, report.table)
  }

  private var activities: [Activity] { only.map { [$0] } ?? Activity.allCases }

  /// What is measured, row by row: of one network, or of all those of the table.
  private func rows(_ subject: BenchmarkCase?, _ engine: Engine) -> [BenchmarkRow] {
    guard let subject else {
      return BenchmarkRow.all(pairs: engine.instructionSet.multipliesPairs)
        .filter { activities.contains($0.activity) }
    }
    return activities.map { BenchmarkRow(name: "", activity: $0, subject) }
  }

  /// The text to encode: none where only networks are measured.
  private func text(_ named: EncodingSample?) throws -> EncodingSample? {
    guard only == nil else { return nil }
    return try named ?? EncodingSample(file: nil)
  }

  private func write(_ json: @autoclosure () -> String, _ table: @autoclosure () -> String) throws {
    if self.json { return try StandardStream.output.writeLine(json: json()) }
    try StandardStream.output.write(table())
  }
}
