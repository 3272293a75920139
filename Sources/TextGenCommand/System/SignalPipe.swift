import Glibc
import Synchronization

/// The way from a signal handler, which may do hardly anything, to a queue.
struct SignalPipe: Sendable {
  /// The end that handlers write to.
  private static let writing = Atomic<Int32>(-1)

  /// The end that is read.
  let reading: Int32

  /// A pipe for all signals from now on; nil where the system refuses.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    Self.writing.store(ends[1], ordering: .sequentiallyConsistent)
  }

  /// The handler of a signal.
  static let note: @convention(c) (Int32) -> Void = { number in
    let earlier = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = unsafe write(SignalPipe.writing.load(ordering: .sequentiallyConsistent), &byte, 1)
    errno = earlier
  }

  /// Wakes whoever waits for signals; it counts as number 0.
  static let wake: @Sendable () -> Void = { note(0) }

  /// The signals since the last call, in order.
  func numbers() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe read(reading, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }
}
