import ArgumentParser
import TextGenCompute
import TextGenFigures
import TextGenLaboratory

/// `textgen compare`: trains several models on equal terms and says what each can do.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Train several models on equal terms and compare them.",
    usage: "",
    discussion: """
      USAGE: textgen compare CORPUS… [options]   files, folders of .txt and .md, - for stdin

        --models A,B,…       any of the following (default: all; unigram is always there):
          \(words(Contender.self))
        --parameters N       of each network, within 2 % (default: 1,000,000, or what is
                             nearest to it for a transformer)
        --budget B           of each network: minutes=M, or tokens=N; tokens alone is one pass
                             over the training part (default: minutes=1)
        --probe-share P      probe sentences by all training text, 0 to 0.9 (default: 0.1)
        --probe-items N      pairs of questions for each distance, 1 to 200 (default: 100)
        --unit U  --vocabulary-size N    character, word, subword (default: character)
        --sequence-length N  --dropout P   of all networks (default: by corpus size)
        --optimizer O  --clip-norm C       muon, adam, sgd (default: what suits each; 1)
        --output DIR         where models and figures go (default: comparisons/<corpus>)
        --report FILE.html   the whole as a page that needs no network (default: report.html
                             in the folder, where each picture lies as .svg, too)
        --language L         of the report: pt, en (default: pt)
        --encoding NAME      of the corpus (default: utf-8)
        --json               one JSON object on stdout
        --seed N  --threads N            (default: 0, all cores)

      Of the corpus eighteen of twenty blocks of lines are for training, one for validation and
      one for the test. The same command goes on where an interrupted comparison stopped. Each
      model lies in a folder of its own: textgen sample --model comparisons/NAME/lstm
      """)

  @Argument(help: .hidden, completion: .file())
  var corpora: [String] = []
  @OptionGroup(visibility: .hidden)
  var options: ComparisonOptions
  @Option(
    parsing: .unconditional, help: .hidden, completion: .directory, transform: filledText)
  var output: String?
  @OptionGroup(visibility: .hidden)
  var report: ReportOptions
  @Option(parsing: .unconditional, help: .hidden)
  var encoding: String?
  @Flag(help: .hidden)
  var json = false
  /// Trains and measures one model of the plan in the folder: what the command runs for each.
  @Option(parsing: .unconditional, help: .private, transform: choice)
  var contender: Contender?
  @OptionGroup(visibility: .hidden)
  var engine: EngineOptions

  func validate() throws {
    if corpora.isEmpty, contender == nil {
      throw ValidationError("there is no CORPUS; name a text file, a folder of them, or -")
    }
  }

  func run() throws {
    let engine = try engine.makeEngine()
    let path = output ?? "comparisons/" + corpusName(corpora)
    if let contender {
      return try ContenderRun(contender, in: path, engine: engine).run()
    }
    let page = try report.file(keeping: corpora)
    let comparison = try Comparison(corpora, encoding: encoding, options, folder: path)
    let results = try comparison.run(threads: engine.threadCount)
    let summary = ComparisonSummary(comparison.plan, results)
    let report = ComparisonReport(summary, language: report.language, folder: path)
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
    if json { return try StandardStream.output.writeLine(json: summary.json) }
    let canvas = TerminalCanvas(standardOutput: TerminalStyle(.output))
    let drawings = charts.prefix(2).map { $0.text(canvas) + "\n" }
    try StandardStream.output.write(TerminalText(unescaped: drawings.joined()))
    try StandardStream.output.write(summary.text)
  }
}
