import ArgumentParser

/// A reader of whole numbers in `range`.
func wholeNumber(
  in range: ClosedRange<Int>
) -> @Sendable (String) throws -> Int {
  { text in
    guard let value = Int(text), range.contains(value) else {
      throw ValidationError(
        ExpectedValue.wholeNumber(from: "\(range.lowerBound)", to: "\(range.upperBound)"))
    }
    return value
  }
}

/// A reader of seeds.
@Sendable func seedNumber(_ text: String) throws -> UInt64 {
  guard let value = UInt64(text) else {
    throw ValidationError(ExpectedValue.wholeNumber(from: "0", to: "\(UInt64.max)"))
  }
  return value
}
