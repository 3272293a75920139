import Foundation
import Testing
import TextGen

/// Training as another package sees it.
struct TrainingRunTests {
  @Test func `a text becomes a model in a few lines`() async throws {
    try await withPlace { place in
      var options = TrainingOptions(texts: [place.text])
      options.network.hiddenSize = 8
      options.budget.steps = 24
      let run = try TrainingRun(beginning: options, in: place.run, threads: 1)
      var best: Double?
      for try await event in run.events {
        if case .validation(let found) = event, found.isBest { best = found.bitsPerCharacter }
      }
      #expect(try #require(best) > 0)
      let model = try TextModel(place.run, options: .init(threads: 1))
      #expect(try model.complete("O gato", count: 3).positions.first?.candidates.count == 3)
    }
  }

  @Test func `events come in the order in which things happen`() async throws {
    try await withPlace { place in
      let run = try TrainingRun(beginning: place.options, in: place.run, threads: 1)
      let events = try await events(of: run)
      guard case .start(let start) = events.first, case .end(let end) = events.last else {
        Issue.record("\(events)")
        return
      }
      #expect(start.step == 0 && start.stepsPerEpoch > 0 && start.parameterCount > 0)
      #expect(start.trainingCharacters > start.heldOutCharacters && start.heldOutCharacters > 0)
      #expect(end.ending == .steps && end.steps == 24 && end.bestBitsPerCharacter != nil)
      #expect(steps(events) == Array(1...24))
      let saved = events.dropLast().suffix(2)
      #expect(
        Array(saved) == [
          .saved(path: place.run + "/model.safetensors"),
          .saved(path: place.run + "/training.safetensors"),
        ])
      #expect(run.folder == place.run)
    }
  }

  @Test func `a cancelled run is saved, and goes on to the model of one that was not`() async throws
  {
    try await withPlace { place in
      let whole = try TrainingRun(beginning: place.options, in: place.other, threads: 1)
      _ = try await events(of: whole)
      let cancelled = try await cancelled(place, after: 10)
      #expect(steps(cancelled) == Array(1...10))
      guard case .end(let end) = cancelled.last else {
        Issue.record("\(cancelled)")
        return
      }
      #expect(end.ending == .interrupted && end.steps == 10)
      let rest = try TrainingRun(resuming: place.run, place.options, threads: 2)
      #expect(steps(try await events(of: rest)) == Array(11...24))
      #expect(try place.model(place.run) == place.model(place.other))
    }
  }

  @Test func `who leaves the loop stops the run, which the next loop takes up`() async throws {
    try await withPlace { place in
      let whole = try TrainingRun(beginning: place.options, in: place.other, threads: 1)
      _ = try await events(of: whole)
      let run = try TrainingRun(beginning: place.options, in: place.run, threads: 1)
      for try await event in run.events {
        if case .step(let step) = event, step.step == 7 { break }
      }
      let rest = try await events(of: run)
      guard case .start(let start) = rest.first else {
        Issue.record("\(rest)")
        return
      }
      #expect(start.step == 7 && steps(rest) == Array(8...24))
      #expect(try place.model(place.run) == place.model(place.other))
    }
  }

  @Test func `a run that diverges says so`() async throws {
    try await withPlace { place in
      var options = place.options
      options.optimization.learningRate = 1e30
      options.optimization.optimizer = .sgd
      options.optimization.clipNorm = 1e30
      let run = try TrainingRun(beginning: options, in: place.run, threads: 1)
      let error = await #expect(throws: TrainingFailure.self) { try await events(of: run) }
      guard case .diverged = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  private func events(of run: TrainingRun) async throws -> [TrainingRun.Event] {
    var events: [TrainingRun.Event] = []
    for try await event in run.events { events.append(event) }
    return events
  }

  private func steps(_ events: [TrainingRun.Event]) -> [Int] {
    events.compactMap { event in
      if case .step(let step) = event { step.step } else { nil }
    }
  }

  /// The events of a run in a task that is cancelled after a step.
  private func cancelled(_ place: Place, after last: Int) async throws -> [TrainingRun.Event] {
    let run = try TrainingRun(beginning: place.options, in: place.run, threads: 1)
    let task = Task {
      var events: [TrainingRun.Event] = []
      for try await event in run.events {
        events.append(event)
        if case .step(let step) = event, step.step == last {
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
      return events
    }
    return try await task.value
  }
}
