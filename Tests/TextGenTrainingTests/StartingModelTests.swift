import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// Runs that start from the weights of a trained model.
struct StartingModelTests {
  /// The old text in other words, with characters that it lacks.
  private static let text = String(
    repeating:
      "O gato dorme na rua?\nChove na casa branca; chove?\nA rua é branca; o gato dorme.\n",
    count: 6)

  /// A model trained on `TinyRun.text`.
  private func base(_ cell: CellKind = .lstm, steps: Int = 120) throws -> ModelFile {
    try withFolder { folder in
      var run = TinyRun(architecture: .recurrent(cell), hiddenSize: 16)
      run.training.dropout = 0
      run.training.budget = TrainingBudget(steps: steps)
      _ = try run.trainer(folder).run { _ in }
      return try ModelFile(contentsOf: folder)
    }
  }

  private func corpus(_ base: ModelFile) throws -> Corpus {
    try Corpus(
      training: [Self.text], validationFraction: 0.2, tokenizer: .extended(base.tokenizer))
  }

  private func trainer(
    _ base: ModelFile, _ corpus: Corpus, steps: Int, ngramOrder: Int = 3, folder: String?,
    threads: Int = 1
  ) throws -> Trainer {
    var configuration = base.configuration
    configuration.vocabularySize = corpus.tokenizer.vocabulary.count
    var training = TinyRun().training
    training.ngramOrder = ngramOrder
    training.budget = TrainingBudget(steps: steps)
    training.startingModel = StartingModel(name: "base", base)
    return try Trainer(
      corpus, configuration, training, startingFrom: base, name: "tiny",
      engine: Engine(threadCount: threads), folder: folder)
  }

  /// The network's parameters before the first step.
  private func firstParameters(_ base: ModelFile, _ corpus: Corpus) -> [Float] {
    var configuration = base.configuration
    configuration.vocabularySize = corpus.tokenizer.vocabulary.count
    var generator = SeededGenerator(seed: 3)
    return ParameterLayout(configuration).parameters(
      growing: base.parameters, of: ParameterLayout(base.configuration), using: &generator)
  }

  @Test(arguments: CellKind.allCases)
  func `new tokens leave the old ones their shares, and take little`(_ cell: CellKind) throws {
    let base = try base(cell)
    let corpus = try corpus(base)
    let old = base.tokenizer.vocabulary.count
    #expect(corpus.statistics.addedTokens == 2)
    var configuration = base.configuration
    configuration.vocabularySize += 2
    let models = [
      NetworkModel(base.configuration, parameters: base.parameters, engine: Engine()),
      NetworkModel(
        configuration, parameters: firstParameters(base, corpus), engine: Engine()),
    ]
    let tokens = [base.tokenizer.lineBreak] + base.tokenizer.encode("Chove na rua e o gato")
    var states = models.map { $0.makeState() }
    for token in tokens {
      for index in models.indices { models[index].feed([token], to: &states[index]) }
      let before = models[0].logProbabilities(after: [states[0]])[0]
      let after = models[1].logProbabilities(after: [states[1]])[0]
      // All shares of old tokens shrink by the same factor: what they leave to the new ones, at most
      // as many shares as there are new tokens, and what their noise adds.
      let lost = before[0] - after[0]
      #expect(lost >= 0 && lost < logf(1 + 2 / Float(old)) + 0.02)
      for id in 0..<old { #expect(abs(before[id] - after[id] - lost) < 1e-4) }
    }
  }

  @Test func `weights of two models with one beginning are blended`() throws {
    let (first, second) = (try base(steps: 20), try base(steps: 60))
    let blend = try #require(first.blended(with: second, share: 0.25))
    for (value, (own, other)) in zip(blend.parameters, zip(first.parameters, second.parameters)) {
      #expect(abs(value - (0.75 * own + 0.25 * other)) < 1e-6)
    }
    #expect(first.blended(with: second, share: 0)?.parameters == first.parameters)
    #expect(blend.precision == .float32 && blend.tokenizer.vocabulary.count > 2)
    #expect(first.blended(with: try base(.gru, steps: 1), share: 0.5) == nil)
  }

  @Test func `a model to start from is worth more than as many steps`() throws {
    let base = try base()
    let corpus = try corpus(base)
    func best(_ trainer: Trainer) throws -> Double {
      try #require(try trainer.run { _ in }.bestBitsPerCharacter)
    }
    let from = try best(trainer(base, corpus, steps: 40, ngramOrder: 0, folder: nil))
    var configuration = base.configuration
    configuration.vocabularySize = corpus.tokenizer.vocabulary.count
    var training = TinyRun().training
    training.budget = TrainingBudget(steps: 40)
    let alone = try best(
      Trainer(corpus, configuration, training, name: "tiny", engine: Engine(), folder: nil))
    #expect(from < alone)
  }

  @Test(arguments: [1, 2])
  func `a run that started from a model is resumed to the bit`(_ threads: Int) throws {
    let base = try base(steps: 20)
    let corpus = try corpus(base)
    let whole = try withFolder { folder in
      _ = try trainer(base, corpus, steps: 24, folder: folder).run { _ in }
      return (try TrainingFile(contentsOf: folder), try ModelFile(contentsOf: folder))
    }
    let parts = try withFolder { folder in
      let request = StopRequest()
      _ = try trainer(base, corpus, steps: 24, folder: folder, threads: threads).run(
        stop: request
      ) { event in
        if case .step(let step) = event, step.step == 13 { request.make() }
      }
      let model = try ModelFile(contentsOf: folder)
      let text = try Corpus(
        training: [Self.text], validationFraction: 0.2, tokenizer: .given(model.tokenizer))
      _ = try Trainer(
        resuming: folder, text, budget: nil, name: "tiny", engine: Engine(threadCount: threads)
      ).run { _ in }
      return (try TrainingFile(contentsOf: folder), try ModelFile(contentsOf: folder))
    }
    #expect(whole.0.state.parameters == parts.0.state.parameters)
    #expect(whole.0.state.firstMoment == parts.0.state.firstMoment)
    #expect(whole.0.state.secondMoment == parts.0.state.secondMoment)
    #expect(whole.0.state.states == parts.0.state.states)
    #expect(whole.1.parameters == parts.1.parameters)
    for (training, model) in [whole, parts] {
      #expect(training.training.startingModel == StartingModel(name: "base", base))
      #expect(model.information.startingModel == training.training.startingModel)
      #expect(model.tokenizer.vocabulary == corpus.tokenizer.vocabulary)
    }
  }

  @Test func `a model tells of the runs that led to it, the last first`() throws {
    let first = try base(steps: 2)
    let corpus = try corpus(first)
    let second = try withFolder { folder in
      _ = try trainer(first, corpus, steps: 3, folder: folder).run { _ in }
      return try ModelFile(contentsOf: folder)
    }
    let third = try withFolder { folder in
      let text = try Corpus(
        training: [Self.text], validationFraction: 0.2, tokenizer: .extended(second.tokenizer))
      _ = try trainer(second, text, steps: 4, folder: folder).run { _ in }
      return try ModelFile(contentsOf: folder)
    }
    let runs = try #require(third.information.startingModel).runs
    #expect(runs.map(\.steps) == [3, 2])
    #expect(runs.map(\.startingModel?.name) == ["base", nil])
    #expect(runs.first?.startingModel?.runs == [])
  }

  @Test func `two equal runs write equal files`() throws {
    let files = try (0..<2).map { _ in
      try withFolder { folder in
        _ = try TinyRun().trainer(folder).run { _ in }
        return try Data(contentsOf: URL(filePath: folder + "/" + ModelFile.fileName))
      }
    }
    #expect(files[0] == files[1])
  }

  @Test func `weights that differ are another model of the same name`() throws {
    let (first, second) = (try base(steps: 1), try base(steps: 2))
    #expect(StartingModel(name: "base", first) == StartingModel(name: "base", first))
    #expect(StartingModel(name: "base", first) != StartingModel(name: "base", second))
  }

  @Test func `a run from a model learns slowly, in the model's shape`() throws {
    let base = try base(steps: 1)
    let new = AutomaticConfiguration(tokenCount: 50_000, unit: .character)
    let gentle = AutomaticConfiguration(tokenCount: 50_000, startingFrom: base)
    #expect(gentle.hiddenSize == 16 && gentle.layerCount == 1 && gentle.embeddingSize == 5)
    #expect(gentle.optimizer == new.optimizer)
    for optimizer in OptimizerKind.allCases {
      #expect(gentle.learningRate(of: optimizer) < new.learningRate(of: optimizer))
    }
    #expect(gentle.dropout == new.dropout && gentle.batchSize == new.batchSize)
  }
}
