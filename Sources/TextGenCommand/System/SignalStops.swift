import Dispatch
import Glibc
import Synchronization
import TextGenSafeTensors
import TextGenTraining

/// Turns signals into a request to stop: the first one asks, the second one leaves at once.
///
/// A handler that is in place when `init` returns writes the number of a signal to a pipe, and a queue
/// reads it from there. Dispatch's own sources of signals begin to listen some time after `resume`, and
/// lose what comes before.
final class SignalStops {
  /// What the signals ask.
  let request = StopRequest()

  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  /// `SIG_IGN` as a number: functions cannot be compared.
  private static let ignored = 1

  private let received = SignalNumber()
  private let source: (any DispatchSourceRead)?
  /// Signals that the caller had this process ignore.
  private let ignoredBefore: Set<Int32>

  /// Listens to Ctrl-C (SIGINT), SIGTERM and, unless the caller ignores it as `nohup` does, SIGHUP
  /// from now on. Where the system has no pipe left, signals end the process as they do elsewhere.
  ///
  /// The first signal is answered by `message`, and `action` is called.
  init(
    _ message: some Translated = OutputMessage.stopping,
    action: @escaping @Sendable () -> Void = {}
  ) {
    guard let pipe = SignalPipe() else {
      source = nil
      ignoredBefore = []
      return
    }
    let (request, received) = (request, received)
    let source = DispatchSource.makeReadSource(
      fileDescriptor: pipe.reading, queue: .global(qos: .userInteractive))
    source.setEventHandler {
      for number in pipe.numbers() {
        guard received.note(number) else {
          UnfinishedFiles.ofProcess.remove()
          _exit(128 + number)
        }
        request.make()
        Conversation.say(("\n" as TerminalText) + TerminalText(message.text))
        action()
      }
    }
    source.resume()
    self.source = source
    var ignored: Set<Int32> = []
    for number in Self.numbers {
      let before = signal(number, SignalPipe.note)
      let wasIgnored = unsafe unsafeBitCast(before, to: Int.self) == Self.ignored
      if wasIgnored { ignored.insert(number) }
      if number == SIGHUP, wasIgnored { _ = signal(number, SIG_IGN) }
    }
    ignoredBefore = ignored
    // Whoever started the process may have blocked them, as threads of Dispatch do.
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in Self.numbers { unsafe sigaddset(&set, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Signals do what they did before: end the process, where the caller did not have them ignored.
  deinit {
    guard let source else { return }
    for number in Self.numbers {
      _ = signal(number, ignoredBefore.contains(number) ? SIG_IGN : SIG_DFL)
    }
    source.cancel()
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
