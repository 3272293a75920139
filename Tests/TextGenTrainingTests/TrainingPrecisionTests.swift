import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTraining

/// What the products of a run multiply, and what a checkpoint says of it.
struct TrainingPrecisionTests {
  private func run(_ precision: ProductPrecision) -> TinyRun {
    var run = TinyRun()
    run.training.precision = precision
    return run
  }

  @Test(arguments: InstructionSet.allCases)
  func `a run that leaves it open takes what is fast`(_ instructions: InstructionSet) {
    #expect(
      ProductPrecision.automatic(on: instructions)
        == (instructions == .avx512bf16 ? .bfloat16 : .float32))
  }

  @Test(arguments: InstructionSet.available)
  func `bfloat16 learns what floats learn, with other roundings`(
    _ instructions: InstructionSet
  ) throws {
    func trained(_ precision: ProductPrecision) throws -> TrainingFile {
      try withFolder { folder in
        let corpus = try TinyRun.corpus()
        let run = run(precision)
        let trainer = try Trainer(
          corpus, run.configuration(corpus), run.training, name: "tiny",
          engine: Engine(instructionSet: instructions), folder: folder)
        _ = try trainer.run { _ in }
        return try TrainingFile(contentsOf: folder)
      }
    }
    let (exact, rounded) = (try trained(.float32), try trained(.bfloat16))
    #expect(exact.state.parameters != rounded.state.parameters)
    let (first, second) = (exact.state.progress.bestLoss, rounded.state.progress.bestLoss)
    #expect(abs(try #require(first) - #require(second)) < 0.01)
  }

  @Test func `the held-out text is measured with the floats themselves`() throws {
    var precisions: [ProductPrecision] = []
    _ = try run(.bfloat16).trainer(nil).run { event in
      if case .validation(_, let model) = event { precisions.append(model.precision) }
    }
    #expect(!precisions.isEmpty && precisions.allSatisfy { $0 == .float32 })
  }

  @Test func `the first event names the precision`() throws {
    var json = ""
    _ = try run(.bfloat16).trainer(nil).run { event in
      if case .start = event { json = event.json }
    }
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["precision"] as? String == "bfloat16")
    #expect((object?["training"] as? [String: Any])?["precision"] as? String == "bfloat16")
  }

  @Test func `a run that names no precision was begun with floats`() throws {
    let data = try JSONEncoder().encode(TrainingConfiguration(precision: .bfloat16))
    let text = String(decoding: data, as: UTF8.self)
    let named = try JSONDecoder().decode(TrainingConfiguration.self, from: data)
    #expect(named == TrainingConfiguration(precision: .bfloat16))
    let earlier = text.replacing(#""precision":"bfloat16","#, with: "")
      .replacing(#","precision":"bfloat16""#, with: "")
    #expect(!earlier.contains("bfloat16"))
    let read = try JSONDecoder().decode(TrainingConfiguration.self, from: Data(earlier.utf8))
    #expect(read == TrainingConfiguration())
  }

  @Test(arguments: [(ProductPrecision.float32, 1), (.bfloat16, 2)])
  func `an earlier program refuses only what it would go on with differently`(
    _ precision: ProductPrecision, _ version: Int
  ) throws {
    try withFolder { folder in
      _ = try run(precision).trainer(folder).run { _ in }
      for (file, version) in [("training", version), ("model", 1)] {
        let url = URL(filePath: folder + "/\(file).safetensors")
        let header = String(decoding: try Data(contentsOf: url).prefix(4000), as: UTF8.self)
        #expect(header.contains(#""format_version":"\#(version)""#), "\(file)")
      }
    }
  }
}
