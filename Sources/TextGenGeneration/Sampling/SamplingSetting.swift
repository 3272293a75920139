/// One of the numbers that say how tokens are drawn: what the library, the command line and reports know
/// of it.
///
/// A new one is written beside its processor. `SamplingOptions` then gets a property for it and names it
/// in its lists, and the group of options of the command line gets an option with its help.
package struct SamplingSetting: Sendable {
  /// A number, or how many there are of something.
  package enum Value: Sendable, Hashable {
    case number(Double)
    case count(Int)
  }

  /// Where its value is kept.
  package enum Property: Sendable {
    case number(any WritableKeyPath<SamplingOptions, Double> & Sendable)
    case count(any WritableKeyPath<SamplingOptions, Int> & Sendable)
  }

  /// Its name, with hyphens, such as `top-p`.
  package let name: String
  /// Its name in a sentence.
  package let title: String
  /// Where its value is kept.
  let property: Property
  /// The legal values.
  package let range: SettingRange
  /// The value that changes nothing and needs no mention; nil where every value is worth one.
  package let off: Value?
  /// The processor that options ask for by it; nil where they leave it off.
  let processor: @Sendable (SamplingOptions) -> (any LogitsProcessor)?

  /// The setting `name`; `title` is only needed where people write it otherwise.
  package init(
    _ name: String, title: String? = nil, _ property: Property, in range: SettingRange,
    off: Value?,
    processor: @escaping @Sendable (SamplingOptions) -> (any LogitsProcessor)?
  ) {
    self.name = name
    self.title = title ?? name
    self.property = property
    self.range = range
    self.off = off
    self.processor = processor
  }

  /// Its name as a key of JSON.
  package var key: String { name.replacing("-", with: "_") }

  /// Whether its values are whole numbers.
  package var isCount: Bool {
    if case .count = property { true } else { false }
  }

  /// `number` as a value of this setting; nil where it counts something and the number isn't whole.
  package func value(_ number: Double) -> Value? {
    isCount ? Int(exactly: number).map(Value.count) : .number(number)
  }
}

extension SamplingSetting.Value: CustomStringConvertible {
  /// The value as a number of any kind.
  package var number: Double {
    switch self {
    case .number(let number): number
    case .count(let count): Double(count)
    }
  }

  /// The digits.
  package var description: String {
    switch self {
    case .number(let number): number.description
    case .count(let count): count.description
    }
  }
}

/// The legal values of a setting: finite numbers between two bounds, of which one may be special.
package struct SettingRange: Sendable, Hashable {
  /// A value that means something else than a little more or less does.
  package struct Special: Sendable, Hashable {
    /// What it means: that nothing is done, or that the best token is always chosen.
    package enum Meaning: String, Sendable {
      case off, greedy
    }

    /// The value.
    package let value: Double
    /// What it means.
    package let meaning: Meaning
  }

  /// The bounds; the greatest finite number where there is no upper one.
  package let bounds: ClosedRange<Double>
  /// The special value; nil where there is none.
  package let special: Special?

  private init(_ bounds: ClosedRange<Double>, special: Special?) {
    (self.bounds, self.special) = (bounds, special)
  }

  /// The numbers of `bounds`, of which `value` is special.
  package init(_ bounds: ClosedRange<Double>, _ value: Double, means meaning: Special.Meaning) {
    self.init(bounds, special: Special(value: value, meaning: meaning))
  }

  /// All numbers from 0 on, which is special.
  package static func fromZero(meaning: Special.Meaning) -> SettingRange {
    SettingRange(0...Double.greatestFiniteMagnitude, 0, means: meaning)
  }

  /// From 0 to 1.
  package static let share = SettingRange(0...1, special: nil)

  /// Whether `value` is legal; NaN and infinity never are.
  package func contains(_ value: Double) -> Bool { bounds.contains(value) }

  /// The upper bound; nil where there is none.
  package var greatest: Double? {
    bounds.upperBound < Double.greatestFiniteMagnitude ? bounds.upperBound : nil
  }

  /// The range after "must be": `0 to 1`, `0 (off) or more`, `1e-30 to 1e30 (1 is off)`.
  package var description: String {
    let least = Self.digits(bounds.lowerBound)
    let range = { (least: String) in
      greatest.map { "\(least) to \(Self.digits($0))" } ?? "\(least) or more"
    }
    guard let special else { return range(least) }
    return special.value == bounds.lowerBound
      ? range("\(least) (\(special.meaning))")
      : range(least) + " (\(Self.digits(special.value)) is \(special.meaning))"
  }

  /// `value` as people type it: `1`, `0.5`, `1e9`.
  package static func digits(_ value: Double) -> String {
    guard let whole = Int(exactly: value) else { return "\(value)".replacing("e+", with: "e") }
    let digits = "\(whole)"
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    return zeros < 6 ? digits : String(digits.dropLast(zeros)) + "e\(zeros)"
  }
}
