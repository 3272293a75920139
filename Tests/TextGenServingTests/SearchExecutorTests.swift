import Synchronization
import Testing

@testable import TextGenServing

struct SearchExecutorTests {
  /// How many run, and the most that ever did.
  private final class Count: Sendable {
    let running = Atomic(0)
    let most = Atomic(0)

    /// Calls `body` while it is counted.
    func counting<Result>(_ body: () -> Result) -> Result {
      most.max(running.wrappingAdd(1, ordering: .relaxed).newValue, ordering: .relaxed)
      defer { running.wrappingSubtract(1, ordering: .relaxed) }
      return body()
    }
  }

  @Test func `no more searches run at once than there are threads, and all come to their end`()
    async throws
  {
    let executor = SearchExecutor(limit: 2)
    let count = Count()
    let sum = try await withThrowingTaskGroup(of: Int.self) { tasks in
      for number in 0..<50 {
        tasks.addTask {
          try await executor.run { () throws(ServiceFailure) -> Int in
            count.counting { number }
          }
        }
      }
      return try await tasks.reduce(0, +)
    }
    #expect(sum == 49 * 25)
    #expect((1...2).contains(count.most.load(ordering: .relaxed)))
  }
}
