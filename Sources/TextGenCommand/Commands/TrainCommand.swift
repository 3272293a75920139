import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLayers

/// `textgen train`: trains a language model on texts and writes a checkpoint.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a language model on UTF-8 text.",
    usage: "",
    discussion: """
      USAGE: textgen train CORPUS… [options]     files, folders of .txt and .md, - for stdin

        --output DIR             the checkpoint (default: checkpoints/<name of the corpus>)
        --from MODEL             start from its weights, shape, unit and tokens, such as portugues
        --share PATH=F           an epoch reads F of a file or folder of the corpus: 0.16 another
                                 sixth each time, 2 all of it twice; all texts mixed (default: 1)
        --unit U                 token: character, word, subword (default: character)
        --architecture A         unigram, recurrent, window, bag, transformer (default: recurrent)
        --cell C                 \(words(CellKind.self)) (default: lstm)
        --context-length N  --heads N   (default: a window of 8, 128 tokens seen by heads of 64)
        --layers N  --hidden-size N  --embedding-size N  --dropout P  --batch-size N
        --sequence-length N      P from 0 to below 1 (default: all by corpus size and --minutes)
        --cold-share P           texts of a batch that begin at a line without memory (default: 0)
        --tie-embeddings  --recurrent-initialization I   one matrix for input and output tokens;
                                 uniform, orthogonal, identity (default: two matrices; uniform)
        --ngram-order N          n-grams beside it: 2 to 16, 0 (default: 12; subwords 5; words 4)
        --ngram-megabytes M      what they may take; the least useful go (default: no limit)
        --ngram-corpus PATH      more text, only for n-grams; --steps 0 --from MODEL trains nothing
        --optimizer O  --learning-rate R  muon, adam, sgd (default: muon, 1e-2; cells but lstm: 5e-3)
        --schedule S             of the rate: cosine, constant, linear (default: cosine)
        --clip-norm C  --weight-decay W    of the gradient; of weights by the rate (default: 1; 0)
        --epochs N  --steps N  --minutes M   any of them ends the run (default: early stopping)
        --validation FILE  --validation-fraction F   held out (default: 0.05: ends or short files)
        --vocabulary-size N      tokens (default: 8192 characters, 20000 words, 4000 subwords)
        --minimum-count N        rarer tokens are left out (default: 2; characters 2 to 5)
        --resume  --overwrite    go on exactly where the last run stopped; replace its model
        --json  --report FILE.html  --language L   events on stdout; the run as a page, pt or en
        --precision P  --encoding E   auto, float32, bfloat16; the corpus's (default: auto, utf-8)
        --seed N  --threads N  --save-interval S   (default: 0, all cores, 10 seconds)
      """)

  @OptionGroup(visibility: .hidden)
  var corpus: CorpusArguments
  @OptionGroup(visibility: .hidden)
  var network: NetworkOptions
  @OptionGroup(visibility: .hidden)
  var optimization: OptimizationOptions
  @OptionGroup(visibility: .hidden)
  var engine: EngineOptions
  @Option(
    parsing: .unconditional, help: .hidden, completion: .directory, transform: filledText)
  var output: String?
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var from: String?
  @OptionGroup(visibility: .hidden)
  var report: ReportOptions
  @Flag(help: .hidden)
  var resume = false
  @Flag(help: .hidden)
  var overwrite = false
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("of seconds from 0 to 1e9") { $0 >= 0 && $0 <= 1e9 })
  var saveInterval: Double?
  @Flag(help: .hidden)
  var json = false

  func validate() throws {
    if from != nil, network.recurrentInitialization != nil {
      throw ValidationError(
        "--recurrent-initialization is for random weights, but --from names the weights to start "
          + "from; leave one of them out")
    }
    if !corpus.ngramCorpus.isEmpty, optimization.ngramOrder == 0 {
      throw ValidationError(
        "--ngram-corpus is text for n-grams, but --ngram-order is 0; leave one of them out")
    }
    if options.trainsNothing, from == nil, !resume {
      throw ValidationError(
        "--steps 0 trains nothing and only counts n-grams beside a model; name the model with --from, "
          + "or give more steps")
    }
    if options.trainsNothing, options.corpus.limitsVocabulary {
      throw ValidationError(
        "--steps 0 keeps the tokens of the model; leave out --vocabulary-size and --minimum-count")
    }
    if resume, overwrite {
      throw ValidationError(
        "--resume goes on with the run in the folder, --overwrite replaces it; leave one of them "
          + "out")
    }
  }

  func run() throws {
    let engine = try engine.makeEngine()
    let page = try report.file(keeping: corpus.texts)
    let before = DefaultModel()
    guard let run = try begin(engine) else { return }
    var session = TrainingSession(run, isJSON: json)
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
        options, in: output ?? options.folder, resumes: resume, replaces: overwrite,
        engine: engine, catalog: .ofProgram
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
    options.startingModel = from
    options.seed = optimization.seed
    options.saveInterval = saveInterval
    return options
  }

  private func write(_ page: OutputFile?, of folder: String) throws {
    guard let page else { return }
    try ReportOptions.write(
      TrainingReport(of: folder, language: report.language).page, to: page)
  }
}
