import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLayers

/// `textgen benchmark`: measures this machine.
struct BenchmarkCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: CommandAbstract.benchmark.text,
    discussion: CommandDiscussion.benchmark.text)

  @OptionGroup(title: GroupTitle.work.text)
  var measurement: MeasurementOptions
  @OptionGroup(title: GroupTitle.network.text)
  var options: BenchmarkOptions
  @OptionGroup(title: GroupTitle.general.text)
  var engineOptions: EngineOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  mutating func validate() throws { try options.validate(only: measurement.only) }

  func run() throws {
    let engine = try engineOptions.makeEngine()
    let given = options.given
    if let given {
      try given.configuration.validate()
      try MemoryNeed(given.configuration, given.training).check()
    }
    if let against = measurement.against {
      let comparison = try PeerComparison(
        against, rows(given, engine), seconds: measurement.seconds, engine: engine)
      return try write(comparison.json, comparison.table)
    }
    // A file that cannot be read is found out before anything is measured.
    let named = try measurement.corpus.flatMap { try EncodingSample(file: $0) }
    if let given { return try measure(given, named, engine) }
    var suite = try BenchmarkSuite(rows(nil, engine), seconds: measurement.seconds, engine: engine)
    if let text = try text(named) { suite.encode(text) }
    try write(suite.json, suite.table)
  }

  /// The one network that was asked for.
  private func measure(
    _ subject: BenchmarkCase, _ named: EncodingSample?, _ engine: Engine
  ) throws {
    let load = OtherLoad()
    let run = BenchmarkRun(subject, activities, seconds: measurement.seconds, engine: engine)
    OtherLoad.warn(load.cores, about: BenchmarkMessage.thisNetwork.text)
    var encoding = EncodingResult()
    if let text = try text(named) {
      Conversation.say(BenchmarkMessage.encoding)
      encoding = text.measured()
    }
    let report = BenchmarkReport(run: run, engine: engine, encoding: encoding)
    try write(report.json, report.table)
  }

  private var activities: [Activity] { measurement.only.map { [$0] } ?? Activity.allCases }

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
    guard measurement.only == nil else { return nil }
    return try named ?? EncodingSample(file: nil)
  }

  private func write(_ json: @autoclosure () -> String, _ table: @autoclosure () -> String) throws {
    if measurement.json { return try StandardStream.output.writeLine(json: json()) }
    try StandardStream.output.write(table())
  }
}
