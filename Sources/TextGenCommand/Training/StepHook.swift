import Glibc
import TextGenTraining

/// What a test has this process do after a certain step, so that it depends on no clock:
/// `TEXTGEN_STOP_AFTER_STEP=40` or `40:15` sends it signal 2 or 15 and waits until that has asked the
/// run to stop; `TEXTGEN_KILL_AFTER_STEP=40` kills it; `TEXTGEN_WAIT_AFTER_STEP=40` lets it wait in
/// that step until it is asked to stop, and `TEXTGEN_HOLD_AFTER_STEP=40` until it is killed.
struct StepHook {
  private enum Action {
    case stop(signal: Int32)
    case kill
    case wait
    case hold
  }

  private let action: Action
  private let step: Int

  /// The hook that the environment asks for; nil where it asks for none.
  init?() {
    if let text = Environment["TEXTGEN_STOP_AFTER_STEP"] {
      let parts = text.split(separator: ":")
      guard let step = parts.first.flatMap({ Int($0) }) else { return nil }
      self.step = step
      action = .stop(signal: parts.count > 1 ? Int32(parts[1]) ?? SIGINT : SIGINT)
    } else if let step = Environment["TEXTGEN_KILL_AFTER_STEP"].flatMap({ Int($0) }) {
      (self.step, action) = (step, .kill)
    } else if let step = Environment["TEXTGEN_WAIT_AFTER_STEP"].flatMap({ Int($0) }) {
      (self.step, action) = (step, .wait)
    } else if let step = Environment["TEXTGEN_HOLD_AFTER_STEP"].flatMap({ Int($0) }) {
      (self.step, action) = (step, .hold)
    } else {
      return nil
    }
  }

  /// Acts if `event` is the step; `request` is what a signal makes.
  func act(after event: TrainingEvent, _ request: StopRequest) {
    guard case .step(let step) = event, step.step == self.step else { return }
    switch action {
    case .stop(let signal):
      Glibc.kill(getpid(), signal)
      Self.wait(for: request)
    case .kill: Glibc.kill(getpid(), SIGKILL)
    case .wait: Self.wait(for: request)
    case .hold: while true { pause() }
    }
  }

  private static func wait(for request: StopRequest) {
    while !request.isMade { usleep(1_000) }
  }
}
