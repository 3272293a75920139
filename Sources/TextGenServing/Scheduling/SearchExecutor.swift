import Dispatch
import FoundationEssentials
import Synchronization

/// Threads for searches and scores, which compute for long: they must not hold those on which clients are
/// waited for, and must not be more than there are cores, each with its memory.
package final class SearchExecutor: TaskExecutor {
  private struct Backlog {
    var jobs: [UnownedJob] = []
    var running = 0
  }

  private let queue = DispatchQueue(
    label: "textgen.search", qos: .userInitiated, attributes: .concurrent)
  private let backlog = Mutex(Backlog())
  private let limit: Int

  /// Threads as many as there are cores, or `limit`.
  package init(limit: Int = ProcessInfo.processInfo.activeProcessorCount) {
    self.limit = max(1, limit)
  }

  /// Runs a job of Swift's tasks when a thread is free, those that came first first.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let begins = backlog.withLock { backlog in
      guard backlog.running < limit else {
        backlog.jobs.append(job)
        return false
      }
      backlog.running += 1
      return true
    }
    if begins { queue.async { self.run(job) } }
  }

  /// Runs jobs, one after the other, until none is left.
  private func run(_ first: UnownedJob) {
    var next = Optional(first)
    while let job = next {
      unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
      next = backlog.withLock { backlog in
        guard !backlog.jobs.isEmpty else {
          backlog.running -= 1
          return nil
        }
        return backlog.jobs.removeFirst()
      }
    }
  }

  /// What `body` finds, computed on these threads, in the same task: `body` may ask whether that is
  /// cancelled.
  package func run<Result: Sendable>(
    _ body: @Sendable @escaping () throws(ServiceFailure) -> Result
  ) async throws(ServiceFailure) -> Result {
    let result = await withTaskExecutorPreference(self) {
      () async -> Swift.Result<Result, ServiceFailure> in
      do throws(ServiceFailure) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    if Task.isCancelled { throw .clientGone }
    return try result.get()
  }
}
