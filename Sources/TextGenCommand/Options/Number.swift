import ArgumentParser

// Words and numbers of the command line, read strictly: each error names what is legal.

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
