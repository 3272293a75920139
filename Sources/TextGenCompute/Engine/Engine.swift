import TextGenKernels

/// The kernels of one instruction set and the threads that run them.
///
/// Work is cut into parts by its shape alone; threads only decide who computes a part, so a result is
/// the same to the bit for any number of threads.
package struct Engine: Sendable {
  /// The instructions in use.
  package let instructionSet: InstructionSet
  /// The number of threads, 1 or more.
  package let threadCount: Int

  let kernels: any KernelSet.Type
  let wordKernels: any WordKernels.Type
  private let team: ThreadTeam?

  /// An engine on `threadCount` threads with the best instructions, or with `instructionSet`.
  ///
  /// The processor must offer `instructionSet`.
  package init(threadCount: Int = 1, instructionSet: InstructionSet = .best) {
    precondition(threadCount >= 1, "\(threadCount) threads, expected 1 or more")
    precondition(
      instructionSet <= .best, "\(instructionSet) asked for, \(InstructionSet.best) is the most")
    self.instructionSet = instructionSet
    self.threadCount = threadCount
    kernels = instructionSet.kernels
    wordKernels = instructionSet.wordKernels
    team = threadCount > 1 ? ThreadTeam(threadCount: threadCount) : nil
  }

  /// Calls `body` once for each number below `count`, on all threads, and returns when all are done.
  ///
  /// Calls must not write to the same memory. Neighbouring parts mostly go to the same thread, and the
  /// same parts to the same thread again, so that what they read stays in its cache.
  package func forEach(_ count: Int, _ body: (Int) -> Void) {
    guard count > 1, let team else {
      for part in 0..<count { body(part) }
      return
    }
    team.run(count, body)
  }

  /// What `body` returns for each number below `count`, in order, computed on all threads.
  package func map(_ count: Int, _ body: (Int) -> Double) -> [Double] {
    unsafe [Double](unsafeUninitializedCapacity: count) { results, initialized in
      initialized = count
      nonisolated(unsafe) let results = unsafe results
      forEach(count) { unsafe results[$0] = body($0) }
    }
  }
}
