import ArgumentParser

extension Argument {
  /// An argument that may be left out.
  init(
    _ text: some Translated, _ value: ValueName, completion: CompletionKind? = nil,
    transform: @Sendable @escaping (String) throws -> String = anyText
  ) where Value == String? {
    self.init(help: ArgumentHelp(text, value), completion: completion, transform: transform)
  }

  /// Any number of arguments.
  init(
    wrappedValue: [String], _ text: some Translated, _ value: ValueName,
    completion: CompletionKind? = nil
  ) where Value == [String] {
    self.init(
      wrappedValue: wrappedValue, parsing: .remaining, help: ArgumentHelp(text, value),
      completion: completion)
  }

  /// An argument that must be there.
  init(_ text: some Translated, _ value: ValueName) where Value == String {
    self.init(help: ArgumentHelp(text, value))
  }
}
