private import Synchronization

/// Values that are lent to one caller at a time, so that memory is taken once and used again.
///
/// Several threads may ask at once: each gets a value that nobody else uses, made where none is free.
@safe
package final class Pool<Value>: Sendable {
  private let lock = Mutex(())
  private nonisolated(unsafe) var free: [Value] = []

  /// An empty pool.
  package init() {}

  /// Calls `body` with a value that is free, or that `make` makes; `body` must not keep it.
  package func withValue<Result>(
    orMake make: () -> Value, _ body: (Value) throws -> Result
  ) rethrows -> Result {
    let value = lock.withLock { _ in unsafe free.popLast() } ?? make()
    defer { lock.withLock { _ in unsafe free.append(value) } }
    return try body(value)
  }
}
