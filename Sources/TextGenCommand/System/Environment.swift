import FoundationEssentials

/// The environment of the process; a variable that is empty is the same as none.
enum Environment {
  /// The value of a variable.
  static subscript(name: String) -> String? {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
    return value
  }
}
