import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTokenization

@testable import TextGenTraining

/// Runs on shares of a corpus, on further n-grams, and runs that train nothing.
struct ShareTests {
  private static func text(_ subject: String, blocks: Int) -> String {
    (0..<blocks).map { block in
      (0..<40).map { "\(subject) \(block) dorme na casa número \($0) da rua.\n" }.joined()
    }.joined(separator: "\n")
  }

  private static let texts = [text("O gato", blocks: 6), text("A chuva", blocks: 3)]

  private static func corpus(
    _ factors: [Double] = [0.5, 2], ngramTexts: [String] = [],
    tokenizer: CorpusTokenizer = .learned(.character)
  ) throws -> Corpus {
    try Corpus(
      training: texts, validation: [text("O cão", blocks: 1)],
      shares: factors.enumerated().map {
        CorpusShare(path: "text \($0.offset + 1)", factor: $0.element)
      }, ngramTexts: ngramTexts, tokenizer: tokenizer)
  }

  private static func training(steps: Int, coldTexts: Int = 0) -> TrainingConfiguration {
    var training = TinyRun().training
    training.sequenceLength = 300
    training.batchSize = 6
    training.coldTextCount = coldTexts
    training.budget = TrainingBudget(steps: steps)
    return training
  }

  private static func trainer(
    _ corpus: Corpus, _ training: TrainingConfiguration, folder: String?, threads: Int = 1
  ) throws -> Trainer {
    try Trainer(
      corpus, TinyRun().configuration(corpus), training, name: "shares",
      engine: Engine(threadCount: threads), folder: folder)
  }

  private static func resumed(_ folder: String, _ corpus: Corpus) throws -> Trainer {
    try Trainer(
      resuming: folder, corpus, budget: nil, name: "shares", engine: Engine(threadCount: 2))
  }

  @Test(arguments: [0, 2])
  func `a run on shares is resumed to the bit, in any epoch`(_ coldTexts: Int) throws {
    let corpus = try Self.corpus()
    let training = Self.training(steps: 34, coldTexts: coldTexts)
    var epochs: [Double] = []
    let whole = try withFolder { folder in
      _ = try Self.trainer(corpus, training, folder: folder).run { event in
        if case .step(let step) = event { epochs.append(step.epoch) }
      }
      return try TrainingFile(contentsOf: folder)
    }
    #expect(epochs.contains(1) && epochs.contains(2), "\(epochs)")
    let ends = try [1.0, 2].map { try #require(epochs.firstIndex(of: $0)) + 1 }
    let parts = try withFolder { folder in
      // In the middle of the first epoch, at its end, after it, and one step before the next end.
      for stop in [ends[0] - 2, ends[0], ends[0] + 1, ends[1] - 1] {
        let request = StopRequest()
        let trainer =
          try stop == ends[0] - 2
          ? Self.trainer(corpus, training, folder: folder) : Self.resumed(folder, Self.corpus())
        _ = try trainer.run(stop: request) { event in
          if case .step(let step) = event, step.step == stop { request.make() }
        }
      }
      _ = try Self.resumed(folder, Self.corpus()).run { _ in }
      return try TrainingFile(contentsOf: folder)
    }
    #expect(whole.state.parameters == parts.state.parameters)
    #expect(whole.state.firstMoment == parts.state.firstMoment)
    #expect(whole.state.states == parts.state.states)
    #expect(whole.state.progress.epoch == parts.state.progress.epoch)
    #expect(whole.state.progress.window == parts.state.progress.window)
    #expect(whole.state.progress.step == 34 && parts.state.progress.step == 34)
  }

  @Test func `each epoch of a run reads its own text`() throws {
    let corpus = try Self.corpus([0.5, 0.5])
    let training = Self.training(steps: 1)
    let readings = try (0..<3).map { try EpochReading(corpus, training, epoch: $0) }
    for (epoch, reading) in readings.enumerated() {
      let text = corpus.text(ofEpoch: epoch, seed: training.seed)
      let stream = (0..<reading.batches.windowCount).flatMap { window in
        let batch = reading.batches.window(window)
        return (0..<batch.sequenceLength).map { batch.inputs[$0 * batch.batchSize] }
      }
      #expect(stream == text.tokens.tokens(in: 0..<reading.batches.streamLength))
      #expect(reading.statistics == text.statistics)
    }
  }

  @Test func `other shares are another corpus on resuming`() throws {
    try withFolder { folder in
      _ = try Self.trainer(try Self.corpus(), Self.training(steps: 2), folder: folder).run { _ in }
      for other in [
        try Self.corpus([0.5]), try Self.corpus([]), try Self.corpus(ngramTexts: ["O rato.\n"]),
      ] {
        #expect(throws: CorpusError.otherThanOfRun(folder: folder)) {
          try Self.resumed(folder, other)
        }
      }
    }
  }

  @Test func `shares that may leave an epoch too little are refused`() throws {
    let corpus = try Self.corpus([0.1, 0.1])
    let error = #expect(throws: CorpusError.self) {
      try Self.trainer(corpus, Self.training(steps: 1), folder: nil)
    }
    #expect(
      error?.description.hasPrefix("by the shares an epoch may have as few as 0 tokens") == true)
  }

  @Test func `n-grams are counted once in each text, whatever the shares`() throws {
    let plain = try Self.corpus([])
    let shared = try Self.corpus(tokenizer: .given(plain.tokenizer))
    let counted = try [plain, shared].map {
      try #require(CountedNGrams($0, order: 3, megabytes: nil)).model
    }
    #expect(counted[0].levels == counted[1].levels && counted[0].single == counted[1].single)
  }

  @Test func `further texts count as those of the corpus do`() throws {
    let tokenizer = try Self.corpus([]).tokenizer
    let more = "O rato roeu a rolha.\nA rua dorme"
    let beside = try Corpus(
      training: ["O gato dorme"], ngramTexts: [more], tokenizer: .given(tokenizer))
    let together = try Corpus(training: ["O gato dorme", more], tokenizer: .given(tokenizer))
    let alone = try Corpus(training: ["O gato dorme"], tokenizer: .given(tokenizer))
    let levels = try [beside, together, alone].map {
      try #require(CountedNGrams($0, order: 4, megabytes: nil)).model.levels
    }
    #expect(levels[0] == levels[1] && levels[0] != levels[2])
  }

  @Test func `a run of no steps keeps the weights, counts n-grams and fits their gate`() throws {
    let base = try withFolder { folder in
      var run = TinyRun()
      run.training.ngramOrder = 3
      run.training.budget = TrainingBudget(steps: 30)
      _ = try run.trainer(folder).run { _ in }
      return try ModelFile(contentsOf: folder)
    }
    let corpus = try Self.corpus(
      [], ngramTexts: ["O rato roeu a rolha.\n"], tokenizer: .given(base.tokenizer))
    var training = Self.training(steps: 0)
    training.ngramOrder = 4
    try withFolder { folder in
      var validations = 0
      let end = try Trainer(
        corpus, base.configuration, training, startingFrom: base, name: "counts",
        engine: Engine(), folder: folder
      ).run { event in
        if case .step = event { Issue.record("a step was made") }
        if case .validation = event { validations += 1 }
      }
      #expect(end.reason == .steps && end.steps == 0 && validations == 1)
      let model = try ModelFile(contentsOf: folder)
      #expect(model.parameters == base.parameters)
      #expect(model.companion?.model.order == 4)
      #expect(
        model.companion?.gate != MixtureGate() && model.companion?.gate != base.companion?.gate)
      #expect(model.information.steps == 0)
      #expect(
        model.information.validationBitsPerCharacter == end.bestBitsPerCharacter
          && end.bestBitsPerCharacter != nil)
      #expect(try Self.resumed(folder, corpus).isFinished)
    }
  }
}
