import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each element, in order, computed on all cores.
  func mapOnAllCores<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let parts = stride(from: 0, to: count, by: 256).map { self[$0..<Swift.min($0 + 256, count)] }
    let results = Mutex([[Result]](repeating: [], count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let made = parts[index].map(transform)
      results.withLock { $0[index] = made }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
