import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling

@testable import TextGenSafeTensors
@testable import TextGenTraining

struct SavingTests {
  /// Runs `run`, puts a file in the place of its folder at step `first`, and takes it away at `last`;
  /// returns the warnings.
  private func warnings(
    _ run: TinyRun, in folder: String, goneFrom first: Int, to last: Int?,
    _ prepare: (Trainer) -> Void = { _ in }
  ) throws -> [TrainingWarning] {
    let (files, away) = (FileManager.default, folder + "-away")
    let trainer = try run.trainer(folder)
    trainer.saveInterval = 0
    prepare(trainer)
    var warnings: [TrainingWarning] = []
    _ = try trainer.run { event in
      if case .warning(let warning) = event { warnings.append(warning) }
      guard case .step(let step) = event else { return }
      if step.step == first {
        try files.moveItem(atPath: folder, toPath: away)
        try Data().write(to: URL(fileURLWithPath: folder))
      }
      if step.step == last {
        try files.removeItem(atPath: folder)
        try files.moveItem(atPath: away, toPath: folder)
      }
    }
    return warnings
  }

  @Test func `a save that fails on the way is said once and tried again`() throws {
    var run = TinyRun()
    run.training.budget = TrainingBudget(steps: 400)
    let whole = try withFolder { folder in
      _ = try run.trainer(folder).run { _ in }
      return try ModelFile(contentsOf: folder).parameters
    }
    try withFolder { folder in
      let warnings = try warnings(run, in: folder, goneFrom: 5, to: 300)
      #expect(warnings.count == 1)
      guard case .notSaved = warnings.first else {
        Issue.record("\(warnings)")
        return
      }
      #expect(try ModelFile(contentsOf: folder).parameters == whole)
    }
  }

  @Test func `a model that its folder cannot take at the end is saved elsewhere`() throws {
    let run = TinyRun()
    let whole = try withFolder { folder in
      _ = try run.trainer(folder).run { _ in }
      return try TrainingFile(contentsOf: folder).state
    }
    try withFolder { folder in
      try withFolder { rescue throws in
        let error = #expect(throws: RescuedRun.self) {
          try warnings(run, in: folder, goneFrom: 20, to: nil) { $0.rescueFolder = rescue }
        }
        let sentence = error.map { "\($0)" } ?? ""
        #expect(sentence.contains("what was learned is saved in \(rescue) instead"))
        #expect(try ModelFile(contentsOf: rescue).parameters.count == whole.parameters.count)
        #expect(try TrainingFile(contentsOf: rescue).state.parameters == whole.parameters)
      }
      #expect(throws: CheckpointError.self) {
        try warnings(run, in: folder + "-2", goneFrom: 20, to: nil)
      }
      for name in ["-away", "-2", "-2-away"] {
        try? FileManager.default.removeItem(atPath: folder + name)
      }
    }
  }

  @Test func `a file system without locks is a warning, a held lock an error`() throws {
    let unsupported = FileError("x", .lockingUnsupported, nil, "cannot be locked")
    let (lock, warnings) = try CheckpointWriter.lock("x") { _ throws(FileError) in
      throw unsupported
    }
    #expect(lock == nil && warnings == [.notLocked(unsupported)])
    let held = FileError("x", .locked, nil, "is in use")
    let error = #expect(throws: FileError.self) {
      _ = try CheckpointWriter.lock("x") { _ throws(FileError) in throw held }
    }
    #expect(error == held)
  }

  @Test(arguments: OptimizerKind.allCases)
  func `a state holds the moments that its optimizer keeps, and no more`(
    _ optimizer: OptimizerKind
  ) throws {
    var run = TinyRun(layerCount: 2, hiddenSize: 96)
    run.training.optimizer = optimizer
    try withFolder { folder in
      let trainer = try run.trainer(folder)
      _ = try trainer.run { _ in }
      let size = CheckpointSize(trainer.configuration, trainer.training)
      let headers = 32_000
      let state = try #require(FileSystem.byteCount(folder + "/" + TrainingFile.fileName))
      #expect((size.state...size.state + headers).contains(state))
      let model = try #require(FileSystem.byteCount(folder + "/" + ModelFile.fileName))
      #expect((size.model...size.model + headers).contains(model))
      #expect(size.freeBytesNeeded() >= size.model + 2 * size.state)
      #expect(size.freeBytesNeeded(replacing: size.model + 2 * size.state) == size.model)
      // All that is left out is zero.
      let file = try TrainingFile(contentsOf: folder)
      #expect(file.state.firstMoment == trainer.capture().firstMoment)
      #expect(file.state.secondMoment == trainer.capture().secondMoment)
    }
  }
}
