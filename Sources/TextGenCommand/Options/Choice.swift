import ArgumentParser

/// A reader of words that each name a case.
@Sendable func choice<Value: RawRepresentable<String> & CaseIterable>(
  _ text: String
) throws -> Value {
  guard let value = Value(rawValue: text) else {
    let words = Value.allCases.map(\.rawValue)
    let ends = [words.dropLast().joined(separator: ", "), words.last ?? ""]
    throw ValidationError("expected " + ends.filter { !$0.isEmpty }.joined(separator: " or "))
  }
  return value
}

/// The words that each name a case, between commas, as help lists them.
func words<Value: RawRepresentable<String> & CaseIterable>(_: Value.Type) -> String {
  Value.allCases.map(\.rawValue).joined(separator: ", ")
}

/// A reader of texts that are not empty.
@Sendable func filledText(_ text: String) throws -> String {
  guard !text.isEmpty else { throw ValidationError("expected at least one character") }
  return text
}
