private import Dispatch
import Kernels
private import Synchronization

/// The kernels of one instruction set and the threads that run them.
///
/// Work is cut into parts by its shape alone; threads only decide who computes a part, so a result is
/// the same to the bit for any number of threads.
public struct Engine: Sendable {
  /// The instructions in use.
  public let instructionSet: InstructionSet
  /// The number of threads, 1 or more.
  public let threadCount: Int

  let kernels: KernelTable

  /// An engine on `threadCount` threads with the best instructions, or with `instructionSet`.
  ///
  /// The processor must offer `instructionSet`.
  public init(threadCount: Int = 1, instructionSet: InstructionSet = .best) {
    precondition(threadCount >= 1, "\(threadCount) threads, expected 1 or more")
    precondition(
      instructionSet <= .best, "\(instructionSet) asked for, \(InstructionSet.best) is the most")
    self.instructionSet = instructionSet
    self.threadCount = threadCount
    kernels = instructionSet.kernels
  }

  /// Calls `body` once for each number below `count`, on all threads, and returns when all are done.
  ///
  /// Calls must not write to the same memory.
  public func forEach(_ count: Int, _ body: (Int) -> Void) {
    let workers = min(threadCount, count)
    guard workers > 1 else {
      for part in 0..<count { body(part) }
      return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
      // All calls have returned before this function does, and the caller keeps them apart.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while true {
          let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < count else { return }
          unsafe body(part)
        }
      }
    }
  }

  /// What `body` returns for each number below `count`, in order, computed on all threads.
  public func map(_ count: Int, _ body: (Int) -> Double) -> [Double] {
    unsafe [Double](unsafeUninitializedCapacity: count) { results, initialized in
      initialized = count
      nonisolated(unsafe) let results = unsafe results
      forEach(count) { unsafe results[$0] = body($0) }
    }
  }
}
