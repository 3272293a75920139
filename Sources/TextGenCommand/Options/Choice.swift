import ArgumentParser

/// A reader of words that each name a case.
@Sendable func choice<Value: RawRepresentable<String> & CaseIterable>(
  _ text: String
) throws -> Value {
  guard let value = Value(rawValue: text) else {
    throw ValidationError(ExpectedValue.oneOf(Value.allCases.map(\.rawValue)))
  }
  return value
}

/// A reader of texts that are not empty.
@Sendable func filledText(_ text: String) throws -> String {
  guard !text.isEmpty else { throw ValidationError(ExpectedValue.characters) }
  return text
}
