import ArgumentParser
import TextGen
import TextGenGeneration

// Words and numbers of the command line, read strictly: each error names what is legal.

/// A reader of finite numbers in `range`.
func number(_ range: OptionRange) -> @Sendable (String) throws -> Double {
  number(.number(range), where: range.contains)
}

/// A reader of the values of an option of `train`.
func number(of option: TrainingOptions.Option) -> @Sendable (String) throws -> Double {
  let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  return number(option.range ?? .numbers(all))
}

/// A reader of finite numbers in the range of a setting.
func number(_ range: SettingRange) -> @Sendable (String) throws -> Double {
  number(.setting(range), where: range.contains)
}

private func number(
  _ expected: ExpectedValue, where isLegal: @escaping @Sendable (Double) -> Bool
) -> @Sendable (String) throws -> Double {
  { text in
    guard let value = Double(withDecimalPoint(text)), value.isFinite, isLegal(value) else {
      throw ValidationError(expected)
    }
    return value
  }
}

/// The name and the number on both sides of the last `=` of `text`; nil where one is missing.
func namedNumber(_ text: String) -> (name: String, number: Double)? {
  guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
    let number = Double(withDecimalPoint(String(text[text.index(after: sign)...])))
  else { return nil }
  return (String(text[..<sign]), number)
}

/// `text` with a point where, as in Portuguese, a comma stands before the decimals of a number.
func withDecimalPoint(_ text: String) -> String {
  let isPortuguese = text.count { $0 == "," } == 1 && !text.contains(".")
  return isPortuguese ? text.replacing(",", with: ".") : text
}
