import Glibc

/// An error number of the operating system.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The number, as `errno` holds it.
  package let code: Int32

  /// The error with number `code`.
  package init(code: Int32) { self.code = code }

  /// The error of the system call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's words and the number: "No space left on device (errno 28)".
  package var description: String {
    let words = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "Unknown error"
    return "\(words) (errno \(code))"
  }

  /// Repeats `call` while a signal interrupts it; a negative result is an error.
  static func check<Number: SignedInteger>(
    _ call: () -> Number
  ) throws(SystemError) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }
}
