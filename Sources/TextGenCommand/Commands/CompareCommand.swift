import ArgumentParser
import TextGenCompute
import TextGenFigures
import TextGenLaboratory

/// `textgen compare`: trains several models on equal terms and says what each can do.
struct CompareCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: CommandAbstract.compare.text,
    discussion: CommandDiscussion.compare.text)

  @Argument(CorpusArgumentText.corpora, .path, completion: .file())
  var corpora: [String] = []
  @OptionGroup(title: GroupTitle.comparison.text)
  var options: ComparisonOptions
  @OptionGroup(title: GroupTitle.output.text)
  var output: CompareOutputOptions
  @OptionGroup(title: GroupTitle.general.text)
  var engine: EngineOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions
  /// Trains and measures one model of the plan in the folder: what the command runs for each.
  @Option(parsing: .unconditional, help: .private, transform: choice)
  var contender: Contender?

  func validate() throws {
    if corpora.isEmpty, contender == nil { throw ValidationError(UsageMessage.noCorpus) }
  }

  func run() throws {
    let engine = try engine.makeEngine()
    let path = output.output ?? "comparisons/" + corpusName(corpora)
    if let contender {
      return try ContenderRun(contender, in: path, engine: engine).run()
    }
    let page = try output.report.file(keeping: corpora)
    let comparison = try Comparison(corpora, encoding: options.encoding, options, folder: path)
    let results = try comparison.run(threads: engine.threadCount)
    let summary = ComparisonSummary(comparison.plan, results)
    let report = ComparisonReport(summary, language: output.report.language, folder: path)
    let charts = report.charts
    for (name, chart) in charts {
      try OutputFile(name + ".svg", in: comparison.folder).write(
        chart.svg(width: 960, theme: .light))
    }
    try ReportOptions.write(
      report.page, to: page ?? OutputFile(Comparison.pageName, in: comparison.folder))
    try show(summary, charts.map(\.chart))
    try comparison.refuseLack(in: results)
  }

  private func show(_ summary: ComparisonSummary, _ charts: [LineChart]) throws {
    if output.json { return try StandardStream.output.writeLine(json: summary.json) }
    let canvas = TerminalCanvas(standardOutput: TerminalStyle(.output))
    let drawings = charts.prefix(2).map { $0.text(canvas) + "\n" }
    try StandardStream.output.write(TerminalText(unescaped: drawings.joined()))
    try StandardStream.output.write(summary.text)
  }
}
