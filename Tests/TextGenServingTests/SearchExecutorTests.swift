import Synchronization
import Testing

@testable import TextGenServing

struct SearchExecutorTests {
  @Test func `no more searches run at once than there are threads, and all come to their end`()
    async throws
  {
    let executor = SearchExecutor(limit: 2)
    let running = Atomic(0)
    let most = Atomic(0)
    let sum = try await withThrowingTaskGroup(of: Int.self) { tasks in
      for number in 0..<50 {
        tasks.addTask {
          try await executor.run { () throws(ServiceFailure) -> Int in
            let count = running.wrappingAdd(1, ordering: .relaxed).newValue
            most.max(count, ordering: .relaxed)
            defer { running.wrappingSubtract(1, ordering: .relaxed) }
            return number
          }
        }
      }
      return try await tasks.reduce(0, +)
    }
    #expect(sum == 49 * 25)
    #expect((1...2).contains(most.load(ordering: .relaxed)))
  }
}
