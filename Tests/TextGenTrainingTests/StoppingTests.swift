import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling

@testable import TextGenTraining

struct StoppingTests {
  /// The end of `trainer`'s run, which is asked to stop after a step; with the events.
  private func end(_ trainer: Trainer, stoppedAfter stop: Int) throws -> (TrainingEnd, [Int]) {
    let request = StopRequest()
    var validations: [Int] = []
    let end = try trainer.run(stop: request) { event in
      if case .step(let step) = event, step.step == stop { request.make() }
      if case .validation(let validation, _) = event { validations.append(validation.step) }
    }
    return (end, validations)
  }

  @Test func `a stop during the last step of a budget comes too late to matter`() throws {
    let run = TinyRun()
    let (whole, validations) = try end(run.trainer(nil), stoppedAfter: 0)
    let (stopped, others) = try end(run.trainer(nil), stoppedAfter: 24)
    #expect(stopped.reason == .steps)
    #expect(stopped.bestBitsPerCharacter == whole.bestBitsPerCharacter)
    #expect(validations == others && validations.last == 24)
  }

  @Test func `a run that was stopped where its new budget ends still measures what it reached`()
    throws
  {
    try withFolder { folder in
      let (first, _) = try end(TinyRun().trainer(folder), stoppedAfter: 7)
      #expect(first.reason == .interrupted)
      let trainer = try Trainer(
        resuming: folder, try TinyRun.corpus(), budget: TrainingBudget(steps: 7), name: "tiny",
        engine: Engine(threadCount: 1))
      #expect(!trainer.isFinished)
      let (last, validations) = try end(trainer, stoppedAfter: 0)
      #expect(last.reason == .steps && validations == [7])
      #expect(trainer.isFinished)
    }
  }

  @Test(arguments: [3, 11, 23])
  func `a resumed run rolls back to where an uninterrupted one does`(_ step: Int) throws {
    var run = TinyRun()
    run.training.batchSize = 8
    run.training.optimizer = .muon
    let whole = try run.trainer(nil)
    _ = try end(whole, stoppedAfter: step)
    try withFolder { folder in
      _ = try end(try run.trainer(folder), stoppedAfter: step)
      let resumed = try run.resumed(folder)
      #expect(resumed.snapshot.progress.step == whole.snapshot.progress.step)
      #expect(resumed.snapshot.parameters == whole.snapshot.parameters)
      #expect(resumed.snapshot.firstMoment == whole.snapshot.firstMoment)
      #expect(resumed.snapshot.secondMoment == whole.snapshot.secondMoment)
      #expect(resumed.snapshot.states == whole.snapshot.states)
      #expect(resumed.progress.step == step)
    }
  }
}
