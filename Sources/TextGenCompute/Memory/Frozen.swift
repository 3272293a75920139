/// A value that nobody changes any more, so that threads may share it.
///
/// The one who freezes it gives it up; whoever reads it must not change what it refers to.
@safe
package struct Frozen<Value>: Sendable {
  private nonisolated(unsafe) let stored: Value

  /// Freezes `value`.
  package init(_ value: sending Value) {
    unsafe stored = value
  }

  /// The value.
  package var value: Value { unsafe stored }
}
