import ArgumentParser

// Words and numbers of the command line, read strictly: each error names what is legal.

/// A reader of finite numbers in `range`.
func number(_ range: NumberRange) -> @Sendable (String) throws -> Double {
  { text in
    guard let value = Double(withDecimalPoint(text)), value.isFinite, range.contains(value) else {
      throw ValidationError(ExpectedValue.number(range))
    }
    return value
  }
}

/// `text` with a point where, as in Portuguese, a comma stands before the decimals of a number.
func withDecimalPoint(_ text: String) -> String {
  let isPortuguese = text.count { $0 == "," } == 1 && !text.contains(".")
  return isPortuguese ? text.replacing(",", with: ".") : text
}
