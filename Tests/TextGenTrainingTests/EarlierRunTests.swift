import Foundation
import Testing
import TextGenTraining

/// A new run in the folder of an earlier one: nothing that was learned is lost before there is more.
struct EarlierRunTests {
  private struct Stopped: Error {}

  /// The files in `folder` that a run makes there, by their names.
  private func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { !$0.hasPrefix(".") }.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)))
      })
  }

  private func other(steps: Int = 24) -> TinyRun {
    var run = TinyRun(hiddenSize: 6)
    run.training.budget = .init(steps: steps)
    return run
  }

  @Test(arguments: [["model.safetensors"], ["training.safetensors"], []])
  func `an interruption at once leaves the earlier run as it was`(_ lacking: [String]) throws {
    try withFolder { folder in
      _ = try TinyRun().trainer(folder).run { _ in }
      for name in lacking { try FileManager.default.removeItem(atPath: folder + "/" + name) }
      let before = try files(folder)
      let stop = StopRequest()
      var steps = 0
      do {
        let trainer = try other().trainer(folder)
        let end = try trainer.run(stop: stop) { event in
          let now = try files(folder)
          #expect(now == before)
          if case .step = event { steps += 1 }
          if steps == 3 { stop.make() }
        }
        #expect(end.reason == .interrupted && steps == 3 && trainer.keepsEarlierRun)
      }
      #expect(try files(folder) == before)
    }
  }

  @Test func `a run that fails leaves the earlier one as it was`() throws {
    try withFolder { folder in
      _ = try TinyRun().trainer(folder).run { _ in }
      let before = try files(folder)
      #expect(throws: Stopped.self) {
        try other().trainer(folder).run { event in
          if case .step(let step) = event, step.step == 9 { throw Stopped() }
        }
      }
      #expect(try files(folder) == before)
    }
  }

  @Test(arguments: [0, 3600])
  func `the first save replaces the earlier run whole`(_ interval: Double) throws {
    try withFolder { folder in
      try withFolder { empty in
        _ = try TinyRun().trainer(folder).run { _ in }
        for folder in [folder, empty] {
          let trainer = try other().trainer(folder)
          trainer.saveInterval = interval
          _ = try trainer.run { _ in }
          #expect(!trainer.keepsEarlierRun)
        }
        let states = try [folder, empty].map { try TrainingFile(contentsOf: $0) }
        #expect(states[0].state.parameters == states[1].state.parameters)
        #expect(states[0].configuration == states[1].configuration)
        let log = try #require(try files(folder)["log.jsonl"])
        let lines = log.split(separator: UInt8(ascii: "\n")).map {
          String(decoding: $0, as: UTF8.self)
        }
        #expect(lines.count { $0.contains("\"event\":\"start\"") } == 1)
        #expect(lines.last?.contains("\"event\":\"end\"") == true)
        _ = try other(steps: 30).resumed(folder)
      }
    }
  }

  @Test func `an interruption in a new folder saves`() throws {
    try withFolder { folder in
      let stop = StopRequest()
      stop.make()
      let trainer = try other().trainer(folder)
      #expect(!trainer.keepsEarlierRun)
      _ = try trainer.run(stop: stop) { _ in }
      #expect(
        try files(folder).keys.sorted() == [
          "log.jsonl", "model.safetensors", "training.safetensors",
        ])
    }
  }
}
