import ArgumentParser
import FoundationEssentials
import TextGenCompute
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenLayers
import TextGenProbes
import TextGenTokenization
import TextGenTraining

/// One model of a comparison: trained, or counted, and measured, in a process of its own.
struct ContenderRun {
  private let contender: Contender
  private let plan: ComparisonPlan
  private let engine: Engine
  /// The comparison's folder, and the model's in it.
  private let home: String
  private let output: OutputFolder

  /// The run of `contender` after the plan in `home`.
  init(_ contender: Contender, in home: String, engine: Engine) throws {
    guard let plan = try ComparisonPlan(in: home), let folder = try OutputFolder.ofComparison(home)
    else {
      throw Failure(ComparisonMessage.noComparison(folder: home))
    }
    self.contender = contender
    self.plan = plan
    self.engine = engine
    self.home = home
    output = folder
  }

  /// The model's folder in the comparison's.
  private var folder: String { output.path + "/" + contender.rawValue }

  /// Trains the model, or goes on where it stopped, measures it and writes its figures.
  ///
  /// A verdict on the model, such as that it diverges, is written in place of figures. Anything else that
  /// goes wrong is thrown: it says nothing of the model.
  ///
  /// - Throws: `ExitCode` where a signal stopped it, after saving.
  func run() throws {
    ParentWatch.begin()
    try output.subfolder(contender.rawValue).create()
    let corpus = try Corpus(
      contentsOf: [home + "/training.txt"],
      options: CorpusOptions(validation: .files([home + "/validation.txt"])),
      tokenizer: .learned(
        TokenUnit(rawValue: plan.unit) ?? .character, maximumSize: plan.vocabularySize))
    var result = ContenderResult(contender)
    do {
      if contender.isNetwork {
        try train(corpus, &result)
      } else {
        try count(corpus, &result)
      }
      result.peakResidentBytes = ResourceUsage.peakResidentBytes
      try measure(&result)
    } catch let verdict as Verdict {
      result.failure = verdict.sentence
    } catch let divergence as Divergence {
      result.failure = ContenderVerdict.notFinite.sentence(
        "\(divergence.step)", "\(divergence.learningRate)")
    }
    try OutputFile(Comparison.resultName(of: contender), in: output).write(jsonText(result) + "\n")
  }

  /// Orders of n-grams of which the best on the validation part is taken.
  private static func orders(_ unit: TokenUnit) -> [Int] {
    switch unit {
    case .character: [4, 6, 8, 12]
    case .subword: [3, 4, 5]
    case .word: [2, 3, 4]
    }
  }

  private func count(_ corpus: Corpus, _ result: inout ContenderResult) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let model = CountedModel(
      corpus, orders: contender == .ngram ? Self.orders(corpus.tokenizer.unit) : [],
      name: contender.rawValue, engine: engine)
    result.seconds = (clock.now - start) / .seconds(1)
    result.parameters = model.count
    result.tokens = corpus.training.count
    if contender == .ngram { Conversation.say(ComparisonMessage.ngrams(order: model.order)) }
    try OutputFile(ModelFile.fileName, in: output.subfolder(contender.rawValue)).write(model.file)
  }

  private func train(_ corpus: Corpus, _ result: inout ContenderResult) throws {
    let (signals, hook) = (SignalStops(), StepHook())
    let trainer = try trainer(corpus)
    var display = ProgressDisplay(
      tokenizer: corpus.tokenizer, seed: plan.seed, forecast: trainer.forecast)
    let end = try trainer.run(stop: signals.request) { event in
      if case .start(let start) = event {
        Conversation.say(
          ComparisonMessage.network(
            title: start.configuration.architecture.text, parameters: start.parameterCount))
      }
      display.show(event)
      hook?.act(after: event, signals.request)
    }
    display.finish()
    if end.reason == .interrupted { throw ExitCode(signals.exitStatus ?? 130) }
    let training = trainer.training
    result.parameters = trainer.parameterCount
    result.tokens = end.steps * training.batchSize * training.sequenceLength
    result.sequenceLength = training.sequenceLength
    result.seconds = end.seconds
  }

  /// A trainer at the first step, or at the one where the run stopped.
  private func trainer(_ corpus: Corpus) throws -> Trainer {
    if RunFolder(folder).hasState {
      return try Trainer(
        resuming: folder, corpus, budget: nil, name: contender.rawValue, engine: engine)
    }
    let unit = corpus.tokenizer.unit
    let budget = ParameterBudget(
      about: plan.parameters, vocabularySize: corpus.tokenizer.vocabulary.count,
      embeddingSize: unit == .character ? 64 : 128, lineBreak: corpus.tokenizer.lineBreak)
    guard let configuration = budget.configuration(of: contender) else {
      throw Verdict(
        sentence: ContenderVerdict.noNetwork.sentence(
          contender.rawValue, "\(corpus.tokenizer.vocabulary.count)", "\(plan.parameters)"))
    }
    return try Trainer(
      corpus, configuration, try training(corpus, configuration),
      initialization: contender.initialization, name: contender.rawValue, engine: engine,
      folder: folder)
  }

  /// The same batches for all networks, and for each the optimizer, where none is given, and the rate that
  /// suit it.
  private func training(
    _ corpus: Corpus, _ configuration: NetworkConfiguration
  ) throws -> TrainingConfiguration {
    let count = corpus.training.count
    let all = AutomaticConfiguration(tokenCount: count, unit: corpus.tokenizer.unit)
    let own = AutomaticConfiguration(
      tokenCount: count, unit: corpus.tokenizer.unit, configuration.architecture.kind,
      cell: configuration.cell ?? .lstm)
    let length = min(plan.sequenceLength ?? all.sequenceLength, max(1, count - 1))
    let batch = max(1, min(all.batchSize, (count - 1) / length))
    guard let budget = ComparisonBudget(plan.budget) else {
      throw Failure(ComparisonMessage.unknownBudget(plan.budget, folder: home))
    }
    let limit: TrainingBudget =
      switch budget {
      case .minutes(let minutes): TrainingBudget(minutes: minutes)
      case .tokens(nil): TrainingBudget(epochs: 1)
      case .tokens(let tokens?):
        TrainingBudget(steps: max(1, tokens / (batch * length)))
      }
    let optimizer = plan.optimizer ?? own.optimizer
    return TrainingConfiguration(
      batchSize: batch, sequenceLength: length, optimizer: optimizer,
      learningRate: own.learningRate(of: optimizer), clipNorm: plan.clippingLimit,
      dropout: plan.dropout ?? (count < 2_000_000 ? 0.2 : 0),
      precision: .automatic(on: engine.instructionSet), budget: limit, seed: plan.seed)
  }

  private func measure(_ result: inout ContenderResult) throws {
    func text(_ name: String) throws -> String {
      try TextFile(contentsOf: home + "/" + name, encoding: nil).text
    }
    let texts = ComparisonTexts(
      training: try text("training.txt"), validation: try text("validation.txt"),
      test: try text("test.txt"))
    let data = FileManager.default.contents(atPath: home + "/probes.json") ?? Data()
    guard let items = try? JSONDecoder().decode([ProbeItem].self, from: data) else {
      throw Failure(ComparisonMessage.noProbes(file: home + "/probes.json"))
    }
    var line = LiveLine()
    ContenderMeasurement(try ModelFile(contentsOf: folder), engine: engine, seed: plan.seed)
      .measure(texts, items, into: &result) { line.show(ComparisonMessage.measuring($0).text) }
    line.clear()
    if result.bitsPerCharacter.values.contains(where: { !($0.value < Self.divergedBits) }) {
      result.failure = ContenderVerdict.diverged.sentence()
    }
  }

  /// From this many bits per character on, those of a choice among 2^32 characters, a run has diverged.
  private static let divergedBits = 32.0
}

/// Why a model can have no figures in this comparison, however often it is tried.
private struct Verdict: Error {
  let sentence: String
}
