import ArgumentParser

// How options are declared: with a text in the language of the program, a name for the value, and the
// default and the legal words, which are known here. A value may begin with a dash.

extension Option {
  /// An option that has a default.
  init(
    wrappedValue: Value, name: NameSpecification = .long, _ text: some Translated,
    _ value: ValueName, completion: CompletionKind? = nil,
    transform: @Sendable @escaping (String) throws -> Value
  ) {
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditional,
      help: ArgumentHelp(text, value, .standard(shown(wrappedValue))), completion: completion,
      transform: transform)
  }

  /// An option that may be left out; its text says what happens then.
  init<T>(
    name: NameSpecification = .long, _ text: some Translated, _ value: ValueName,
    completion: CompletionKind? = nil, transform: @Sendable @escaping (String) throws -> T
  ) where Value == T? {
    self.init(
      name: name, parsing: .unconditional, help: ArgumentHelp(text, value), completion: completion,
      transform: transform)
  }

  /// An option that may be left out, whose value is made of some of `words`.
  init<T>(
    name: NameSpecification = .long, _ text: some Translated, _ value: ValueName,
    words: [String], transform: @Sendable @escaping (String) throws -> T
  ) where Value == T? {
    self.init(
      name: name, parsing: .unconditional,
      help: ArgumentHelp(text, value, .words(words, standard: nil)), completion: .list(words),
      transform: transform)
  }

  /// An option that may be given several times.
  init<T>(
    wrappedValue: [T], name: NameSpecification = .long, _ text: some Translated,
    _ value: ValueName, completion: CompletionKind? = nil,
    transform: @Sendable @escaping (String) throws -> T
  ) where Value == [T] {
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditionalSingleValue,
      help: ArgumentHelp(text, value), completion: completion, transform: transform)
  }
}

extension Option where Value: RawRepresentable<String> & CaseIterable & Sendable {
  /// An option whose value is one of several words, one of them by default.
  init(
    wrappedValue: Value, name: NameSpecification = .long, _ text: some Translated,
    _ value: ValueName = .kind
  ) {
    let words = Value.allCases.map(\.rawValue)
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditional,
      help: ArgumentHelp(text, value, .words(words, standard: wrappedValue.rawValue)),
      completion: .list(words), transform: choice)
  }
}

extension Option {
  /// An option whose value is one of several words, which may be left out.
  init<T: RawRepresentable<String> & CaseIterable & Sendable>(
    name: NameSpecification = .long, _ text: some Translated, _ value: ValueName = .kind
  ) where Value == T? {
    self.init(
      name: name, text, value, words: T.allCases.map(\.rawValue), transform: choice)
  }
}

/// A default as it would be typed.
private func shown(_ value: Any) -> String {
  if let number = value as? Double, let whole = Int(exactly: number) { return "\(whole)" }
  return "\(value)"
}
