import Dispatch
import Synchronization
import TextGenTraining

/// Hands events from the thread that trains to a task that asks for them, one by one: the thread waits
/// until the next one is asked for.
final class EventExchange: Sendable {
  private enum Phase {
    /// Nobody has asked yet.
    case idle
    case training
    /// Nobody asks any more, but the thread is still at work.
    case abandoned
    case over
  }

  private struct State {
    var phase = Phase.idle
    /// The task that waits for an event.
    var waiting: CheckedContinuation<TrainingRun.Event?, any Error>?
  }

  private let run: TrainingRun
  private let stop = StopRequest()
  private let state = Mutex(State())
  /// As many as events were asked for after the first one.
  private let demand = DispatchSemaphore(value: 0)

  /// An exchange of a session of `run`, which has not begun.
  init(_ run: TrainingRun) { self.run = run }

  /// The next event; nil after the end. A task that is cancelled gets the events of the end, too.
  func next() async throws -> TrainingRun.Event? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { ask($0) }
    } onCancel: {
      stop.make()
    }
  }

  /// Lets the run finish its step, save and end without anybody who hears it.
  func abandon() {
    stop.make()
    let isTraining = state.withLock { state in
      guard state.phase == .training else { return false }
      state.phase = .abandoned
      return true
    }
    if isTraining { demand.signal() }
  }

  private func ask(_ continuation: CheckedContinuation<TrainingRun.Event?, any Error>) {
    let phase = state.withLock { state in
      let phase = state.phase
      if phase == .idle { state.phase = .training }
      if phase != .over { state.waiting = continuation }
      return phase
    }
    switch phase {
    case .idle: begin()
    case .training, .abandoned: demand.signal()
    case .over: continuation.resume(returning: nil)
    }
  }

  /// Trains on a thread that is none of those of tasks, which must not wait.
  private func begin() {
    DispatchQueue(label: "textgen.training").async {
      do {
        _ = try self.run.train(stop: self.stop) { self.deliver(TrainingRun.Event($0)) }
        self.finish(nil)
      } catch {
        self.finish(error)
      }
    }
  }

  /// Gives an event to who waits for it, and waits until the next one is asked for.
  private func deliver(_ event: TrainingRun.Event) {
    let (waiting, isHeard) = state.withLock { state in
      (state.waiting.take(), state.phase == .training)
    }
    waiting?.resume(returning: event)
    if isHeard { demand.wait() }
  }

  private func finish(_ error: (any Error)?) {
    let waiting = state.withLock { state in
      state.phase = .over
      return state.waiting.take()
    }
    if let error { waiting?.resume(throwing: error) } else { waiting?.resume(returning: nil) }
  }
}
