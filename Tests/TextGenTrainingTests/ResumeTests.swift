import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTestSupport
import TextGenTraining

struct ResumeTests {
  /// The state of a whole run, and of one that was interrupted after some steps and resumed.
  private func states(
    _ run: TinyRun, interruptedAfter stops: [Int], threads: Int
  ) throws -> (whole: TrainingFile, parts: TrainingFile) {
    let whole = try withFolder { folder in
      _ = try run.trainer(folder).run { _ in }
      return try TrainingFile(contentsOf: folder)
    }
    let parts = try withFolder { folder in
      for (index, stop) in stops.enumerated() {
        let request = StopRequest()
        let trainer =
          try index == 0
          ? run.trainer(folder, threads: threads) : run.resumed(folder, threads: threads)
        let end = try trainer.run(stop: request) { event in
          if case .step(let step) = event, step.step == stop { request.make() }
        }
        #expect(end.reason == .interrupted)
      }
      let end = try run.resumed(folder, threads: threads).run { _ in }
      #expect(end.reason == .steps)
      return try TrainingFile(contentsOf: folder)
    }
    return (whole, parts)
  }

  @Test(arguments: Architecture.samples, [ProductPrecision.float32, .bfloat16])
  func `a resumed run equals an uninterrupted one to the bit`(
    _ architecture: Architecture, _ precision: ProductPrecision
  ) throws {
    var run = TinyRun(architecture: architecture, layerCount: 2)
    run.training.precision = precision
    let isGated = architecture == .recurrent(.lstm)
    run.training.optimizer = isGated || architecture.kind == .transformer ? .muon : .adam
    let (whole, parts) = try states(run, interruptedAfter: [1, 9, 17], threads: 2)
    #expect(whole.state.parameters == parts.state.parameters)
    #expect(whole.state.firstMoment == parts.state.firstMoment)
    #expect(whole.state.secondMoment == parts.state.secondMoment)
    #expect(whole.state.states == parts.state.states)
    #expect(whole.state.progress.bestLoss == parts.state.progress.bestLoss)
    #expect(whole.state.progress.step == 24)
    #expect(parts.training.precision == precision)
  }

  @Test func `a resumed run draws the cold texts of an uninterrupted one`() throws {
    var run = TinyRun()
    let withoutThem = try states(run, interruptedAfter: [2], threads: 1).whole
    run.training.coldTextCount = 2
    let (whole, parts) = try states(run, interruptedAfter: [2, 11], threads: 2)
    #expect(whole.state.parameters == parts.state.parameters)
    #expect(whole.state.states == parts.state.states)
    #expect(parts.training.coldTextCount == 2)
    #expect(whole.state.parameters != withoutThem.state.parameters)
  }

  @Test func `a resumed run keeps its schedule, which other versions do not know`() throws {
    var run = TinyRun()
    let cosine = try states(run, interruptedAfter: [2], threads: 1).whole
    run.training.schedule = .linear
    let (whole, parts) = try states(run, interruptedAfter: [2, 11], threads: 2)
    #expect(whole.state.parameters == parts.state.parameters)
    #expect(parts.training.schedule == .linear && cosine.training.schedule == .cosine)
    #expect(whole.state.parameters != cosine.state.parameters)
    try withFolder { folder in
      _ = try run.trainer(folder).run { _ in }
      let head = try Data(contentsOf: URL(filePath: folder + "/training.safetensors")).prefix(4_000)
      #expect(String(decoding: head, as: UTF8.self).contains(#""format_version":"7""#))
    }
  }

  @Test(arguments: [2, 3, 8], [ProductPrecision.float32, .bfloat16])
  func `the number of threads changes nothing`(
    _ threads: Int, _ precision: ProductPrecision
  ) throws {
    var run = TinyRun(layerCount: 2)
    run.training.precision = precision
    run.training.optimizer = .muon
    func model(_ threads: Int) throws -> [Float] {
      try withFolder { folder in
        _ = try run.trainer(folder, threads: threads).run { _ in }
        return try ModelFile(contentsOf: folder).parameters
      }
    }
    #expect(try model(1) == model(threads))
  }

  @Test
  func `another seed gives another model`() throws {
    func model(_ seed: UInt64) throws -> [Float] {
      try withFolder { folder in
        var run = TinyRun()
        run.training.seed = seed
        _ = try run.trainer(folder).run { _ in }
        return try ModelFile(contentsOf: folder).parameters
      }
    }
    #expect(try model(1) != model(2))
  }

  @Test
  func `another corpus is refused on resuming`() throws {
    try withFolder { folder in
      _ = try TinyRun().trainer(folder).run { _ in }
      let other = try Corpus(
        training: [TinyRun.text.replacing("gato", with: "rato")], validationFraction: 0.2)
      #expect(throws: CorpusError.otherThanOfRun(folder: folder)) {
        try Trainer(
          resuming: folder, other, budget: nil, name: "other", engine: Engine())
      }
    }
  }

  @Test
  func `a second run in the same folder is refused while the first lives`() throws {
    try withFolder { folder in
      let first = try TinyRun().trainer(folder)
      #expect(throws: (any Error).self) { try TinyRun().trainer(folder) }
      _ = try first.run { _ in }
    }
  }

  @Test
  func `nothing to resume is said in a sentence`() throws {
    try withFolder { folder in
      let error = #expect(throws: CheckpointError.self) { try TinyRun().resumed(folder) }
      #expect(error?.description.contains("there is no such model") == true)
    }
  }
}
