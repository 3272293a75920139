import Synchronization

/// A value that is made when it is first needed, once, whoever asks.
package final class Lazy<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  package init() {}

  /// The value, which `make` makes where nobody has asked before.
  package func get(_ make: () -> Value) -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
