import ArgumentParser

// Words and numbers of the command line, read strictly: each error names what is legal.

/// A reader of whole numbers in `range`.
func wholeNumber(
  in range: ClosedRange<Int>
) -> @Sendable (String) throws -> Int {
  { text in
    guard let value = Int(text), range.contains(value) else {
      throw ValidationError(
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}

/// A reader of finite numbers that `isLegal` accepts; `range` says which these are.
func number(
  _ range: String, where isLegal: @escaping @Sendable (Double) -> Bool
) -> @Sendable (String) throws -> Double {
  { text in
    guard let value = Double(withDecimalPoint(text)), value.isFinite, isLegal(value) else {
      throw ValidationError("expected a number \(range)")
    }
    return value
  }
}

/// `text` with a point where, as in Portuguese, a comma stands before the decimals of a number.
func withDecimalPoint(_ text: String) -> String {
  let isPortuguese = text.count { $0 == "," } == 1 && !text.contains(".")
  return isPortuguese ? text.replacing(",", with: ".") : text
}

/// A reader of rates and norms.
@Sendable func positiveNumber(_ text: String) throws -> Double {
  try number("above 0, at most 1e30") { $0 > 0 && $0 <= 1e30 }(text)
}

/// A reader of seeds.
@Sendable func seedNumber(_ text: String) throws -> UInt64 {
  guard let value = UInt64(text) else {
    throw ValidationError("expected a whole number from 0 to \(UInt64.max)")
  }
  return value
}

/// A reader of texts that are not empty.
@Sendable func filledText(_ text: String) throws -> String {
  guard !text.isEmpty else { throw ValidationError("expected at least one character") }
  return text
}

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
