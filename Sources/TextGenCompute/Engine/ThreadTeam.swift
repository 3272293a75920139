private import CTextgenCPU
private import Dispatch
private import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Threads that stay and wait for jobs: a job is a number of parts, each done once by some thread.
///
/// A token of a small network is computed in tens of microseconds, several jobs each, so a thread
/// that waits looks for its next job for about twenty microseconds before it sleeps. Nobody waits for
/// a thread that has not joined a job: the caller does what is left and closes the job, and a thread
/// that wakes too late, because another process had its processor, finds it closed.
final class ThreadTeam: Sendable {
  private let shared: TeamState
  private let isBusy = Atomic(false)
  private let hasStarted = Atomic(false)

  /// A team of `threadCount` threads, the caller's among them; they start with the first job.
  ///
  /// - Parameter patience: looks before sleeping; one look with its pause takes 10 to 40 nanoseconds.
  init(threadCount: Int, patience: Int = 1000) {
    shared = TeamState(threadCount: threadCount, patience: patience)
  }

  deinit {
    shared.stop()
  }

  /// Calls `body` once for each number below `count` and returns when all calls have.
  ///
  /// Nested and concurrent calls run on the calling thread.
  func run(_ count: Int, _ body: (Int) -> Void) {
    guard !isBusy.exchange(true, ordering: .acquiring) else {
      for part in 0..<count { body(part) }
      return
    }
    if !hasStarted.exchange(true, ordering: .relaxed) { shared.startThreads() }
    withoutActuallyEscaping(body) { shared.run(count, $0) }
    isBusy.store(false, ordering: .releasing)
  }
}

/// What the threads of a team share.
@safe
private final class TeamState: Sendable {
  /// Counts jobs; threads wait for it to change.
  private let jobNumber = Atomic(0)
  /// Twice the threads at work on the job, and 1 while it is open.
  private let membership = Atomic(0)
  private let isStopping = Atomic(false)
  /// At an address, since references to seats would be counted by all threads at once.
  private nonisolated(unsafe) let seats: UnsafeMutableBufferPointer<Seat>
  private let threadCount: Int
  private let patience: Int
  private let caller = Sleeper()
  /// The job; written while it is closed and nobody is at work.
  private nonisolated(unsafe) var count = 0
  private nonisolated(unsafe) var body: ((Int) -> Void)?

  init(threadCount: Int, patience: Int) {
    self.threadCount = threadCount
    self.patience = patience
    unsafe seats = .allocate(capacity: threadCount)
    for number in 0..<threadCount {
      unsafe seats.initializeElement(at: number, to: Seat())
    }
  }

  deinit {
    unsafe seats.deinitialize().deallocate()
  }

  /// One thread's share of the parts, from which others may take; and where it sleeps.
  private struct Seat: ~Copyable {
    let next = Atomic(0)
    /// Aligned to 64 bytes, so that no two seats share a line of the cache.
    let apart = SIMD16<Float>.zero
    let sleeper = Sleeper()
  }

  func startThreads() {
    for number in 1..<threadCount {
      startThread { [self] in wait(number) }
    }
  }

  func stop() {
    isStopping.store(true, ordering: .sequentiallyConsistent)
    jobNumber.wrappingAdd(1, ordering: .sequentiallyConsistent)
    for number in 0..<threadCount { unsafe seats[number].sleeper.wake() }
  }

  func run(_ count: Int, _ body: @escaping (Int) -> Void) {
    unsafe self.count = count
    unsafe self.body = body
    for number in 0..<threadCount {
      unsafe seats[number].next.store(count * number / threadCount, ordering: .relaxed)
    }
    membership.store(1, ordering: .sequentiallyConsistent)
    jobNumber.wrappingAdd(1, ordering: .sequentiallyConsistent)
    for number in 1..<min(threadCount, count) { unsafe seats[number].sleeper.wake() }
    work(0)
    membership.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    caller.wait(patience) { membership.load(ordering: .acquiring) == 0 }
    unsafe self.body = nil
  }

  /// Does parts of the job: those of seat `number` first, then those of the seats after it.
  private func work(_ number: Int) {
    guard let body = unsafe body else { return }
    let count = unsafe count
    for place in number..<number + threadCount {
      let seat = place % threadCount
      let end = count * (seat + 1) / threadCount
      while true {
        let part = unsafe seats[seat].next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < end else { break }
        body(part)
      }
    }
  }

  /// The life of a thread.
  private func wait(_ number: Int) {
    var seen = 0
    while true {
      unsafe seats[number].sleeper.wait(patience) {
        jobNumber.load(ordering: .sequentiallyConsistent) != seen
      }
      seen = jobNumber.load(ordering: .sequentiallyConsistent)
      if isStopping.load(ordering: .sequentiallyConsistent) { return }
      guard join() else { continue }
      work(number)
      let left = membership.wrappingSubtract(2, ordering: .sequentiallyConsistent).newValue
      if left == 0 { caller.wake() }
    }
  }

  /// Becomes a member of the job, unless it is closed.
  private func join() -> Bool {
    var found = membership.load(ordering: .acquiring)
    while found & 1 == 1 {
      let (done, now) = membership.compareExchange(
        expected: found, desired: found + 2, ordering: .sequentiallyConsistent)
      if done { return true }
      found = now
    }
    return false
  }
}

/// Where one thread waits until something holds.
private struct Sleeper: ~Copyable {
  private let isAsleep = Atomic(false)
  private let semaphore = DispatchSemaphore(value: 0)

  /// Returns once `holds` does, after looking `patience` times at most without sleeping.
  ///
  /// Whoever makes it hold calls `wake` afterwards.
  func wait(_ patience: Int, until holds: () -> Bool) {
    for _ in 0..<patience {
      if holds() { return }
      ctextgen_pause()
    }
    while true {
      isAsleep.store(true, ordering: .sequentiallyConsistent)
      if holds() {
        // Either nobody has seen that this thread meant to sleep, or a signal is under way.
        if !isAsleep.exchange(false, ordering: .sequentiallyConsistent) { semaphore.wait() }
        return
      }
      semaphore.wait()
    }
  }

  func wake() {
    if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { semaphore.signal() }
  }
}

/// Starts a thread that nobody joins.
private func startThread(_ body: @escaping @Sendable () -> Void) {
  let box = unsafe Unmanaged.passRetained(Box(body))
  #if canImport(Glibc)
    var thread = pthread_t()
  #else
    var thread: pthread_t?
  #endif
  let status = unsafe pthread_create(
    &thread, nil,
    { argument in
      #if canImport(Glibc)
        guard let argument = unsafe argument else { return nil }
      #endif
      unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, unsafe box.toOpaque())
  guard status == 0 else {
    // Without the thread the caller does its parts.
    return unsafe box.release()
  }
  #if canImport(Glibc)
    pthread_detach(thread)
  #else
    if let thread { pthread_detach(thread) }
  #endif
}

private final class Box: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
