import ArgumentParser
import TextGen

/// A reader of whole numbers in `range`.
func wholeNumber(
  in range: ClosedRange<Int>
) -> @Sendable (String) throws -> Int { wholeNumber(.whole(range)) }

/// A reader of the values of an option of `train`.
func wholeNumber(of option: TrainingOptions.Option) -> @Sendable (String) throws -> Int {
  wholeNumber(option.range ?? .whole(Int.min...Int.max))
}

private func wholeNumber(_ range: OptionRange) -> @Sendable (String) throws -> Int {
  { text in
    guard let value = Int(text), range.contains(value) else {
      throw ValidationError(ExpectedValue.number(range))
    }
    return value
  }
}

/// A reader of seeds.
@Sendable func seedNumber(_ text: String) throws -> UInt64 {
  guard let value = UInt64(text) else { throw ValidationError(ExpectedValue.seed) }
  return value
}
