import TextGenGeneration

/// The numbers that an option takes.
package enum OptionRange: Sendable, Hashable {
  /// Whole numbers of the range, its bounds included.
  case whole(ClosedRange<Int>)
  /// Whole numbers, or 0 for none.
  case wholeOrNone(ClosedRange<Int>)
  /// Numbers of the range, its bounds included.
  case numbers(ClosedRange<Double>)
  /// Numbers above 0 and at most this.
  case aboveZero(upTo: Double)
  /// Numbers from 0 to below 1.
  case part

  /// Whether `value` is legal.
  package func contains(_ value: Int) -> Bool {
    switch self {
    case .whole(let range): range.contains(value)
    case .wholeOrNone(let range): value == 0 || range.contains(value)
    case .numbers, .aboveZero, .part: contains(Double(value))
    }
  }

  /// Whether `value` is legal; NaN and infinity never are.
  package func contains(_ value: Double) -> Bool {
    switch self {
    case .whole, .wholeOrNone: Int(exactly: value).map { contains($0) } ?? false
    case .numbers(let range): range.contains(value)
    case .aboveZero(let greatest): value > 0 && value <= greatest
    case .part: (0..<1).contains(value)
    }
  }

  /// The range after "must be": `from 1 to 64`.
  package var description: String {
    switch self {
    case .whole(let range): "from \(range.lowerBound) to \(range.upperBound)"
    case .wholeOrNone(let range): "from \(range.lowerBound) to \(range.upperBound), or 0"
    case .numbers(let range):
      "from \(SettingRange.digits(range.lowerBound)) to \(SettingRange.digits(range.upperBound))"
    case .aboveZero(let greatest): "above 0, at most \(SettingRange.digits(greatest))"
    case .part: "from 0 to below 1"
    }
  }
}
