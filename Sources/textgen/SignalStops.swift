import Dispatch
import Glibc
import Synchronization
import Training

/// Turns signals into a request to stop: the first one asks, the second one leaves at once.
final class SignalStops {
  /// What the signals ask.
  let request = StopRequest()

  /// `SIG_IGN` as a number: functions cannot be compared.
  private static let ignored = 1

  private let received = SignalNumber()
  private let sources: [any DispatchSourceSignal]

  /// Listens to Ctrl-C (SIGINT), SIGTERM and, unless the caller ignores it as `nohup` does, SIGHUP
  /// from now on.
  init() {
    let (request, received) = (request, received)
    sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      let wasIgnored = unsafe unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == Self.ignored
      if number == SIGHUP, wasIgnored { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard received.note(number) else { _exit(128 + number) }
        request.make()
        Conversation.say(
          "\nstopping after this step and saving; once more leaves at once" as TerminalText)
      }
      source.resume()
      return source
    }
  }

  /// The exit status of a run that a signal ended: 130, 143 or 129; nil without a signal.
  var exitStatus: Int32? { received.value.map { 128 + $0 } }

  /// Lets writes to a pipe without a reader fail with an error instead of ending the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}

/// The first signal that was received.
private final class SignalNumber: Sendable {
  private let number = Atomic<Int32>(0)

  /// The signal, if there was one.
  var value: Int32? {
    let number = number.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  /// Notes a signal and returns whether it is the first.
  func note(_ signal: Int32) -> Bool {
    number.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing)
      .exchanged
  }
}
