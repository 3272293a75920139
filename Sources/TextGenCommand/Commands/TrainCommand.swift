import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLayers

/// `textgen train`: trains a language model on texts and writes a checkpoint.
struct TrainCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: CommandAbstract.train.text,
    discussion: CommandDiscussion.train.text)

  @OptionGroup(title: GroupTitle.corpus.text)
  var corpus: CorpusArguments
  @OptionGroup(title: GroupTitle.run.text)
  var runOptions: RunOptions
  @OptionGroup(title: GroupTitle.optimization.text)
  var optimization: OptimizationOptions
  @OptionGroup(title: GroupTitle.network.text)
  var network: NetworkOptions
  @OptionGroup(title: GroupTitle.general.text)
  var engine: EngineOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    do throws(TrainingFailure) {
      try options.check(resuming: runOptions.resume)
    } catch {
      throw ValidationError(error)
    }
  }

  func run() throws {
    let engine = try engine.makeEngine()
    let page = try runOptions.report.file(keeping: corpus.texts)
    let before = DefaultModel()
    guard let run = try begin(engine) else { return }
    var session = TrainingSession(run, isJSON: runOptions.json)
    do {
      try session.run()
    } catch let code as ExitCode {
      if !run.keepsEarlierRun { try write(page, of: run.folder) }
      throw code
    }
    try write(page, of: run.folder)
    DefaultModel().sayChange(from: before)
  }

  /// The run that the options ask for; nil where it is over, which is said.
  private func begin(_ engine: Engine) throws(TrainingFailure) -> TrainingRun? {
    do {
      return try TrainingRun(
        options, in: runOptions.output ?? options.folder, resumes: runOptions.resume,
        replaces: runOptions.overwrite, engine: engine, catalog: .ofProgram
      ) { $0.say() }
    } catch {
      guard case .finished = error else { throw error }
      Conversation.say(error.sentence)
      return nil
    }
  }

  /// What the command line asks for.
  var options: TrainingOptions {
    var options = TrainingOptions(corpus: corpus.corpus)
    options.network = network.network
    options.optimization = optimization.optimization
    options.ngrams = optimization.ngrams(of: corpus.ngramCorpus)
    options.budget = optimization.budget
    options.startingModel = runOptions.from
    options.blend = runOptions.blend
    options.seed = optimization.seed
    options.saveInterval = runOptions.saveInterval
    return options
  }

  private func write(_ page: OutputFile?, of folder: String) throws {
    guard let page else { return }
    try ReportOptions.write(
      TrainingReport(of: folder, language: runOptions.report.language).page, to: page)
  }
}
