/// One of the numbers that say how tokens are drawn: what the library, the command line and reports know
/// of it.
///
/// A new one is written beside its processor. `SamplingOptions` then gets a property for it and names it
/// in its lists, and the group of options of the command line gets an option.
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
  /// What stands for its value in the help.
  package let placeholder: String
  /// What it does, in a line or two of the help.
  package let help: String
  /// The processor that options ask for by it; nil where they leave it off.
  let processor: @Sendable (SamplingOptions) -> (any LogitsProcessor)?

  /// The setting `name`; `title` is only needed where people write it otherwise.
  package init(
    _ name: String, title: String? = nil, _ property: Property, in range: SettingRange,
    off: Value?, _ placeholder: String, help: String,
    processor: @escaping @Sendable (SamplingOptions) -> (any LogitsProcessor)?
  ) {
    self.name = name
    self.title = title ?? name
    self.placeholder = placeholder
    self.help = help
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

/// The legal values of a setting: finite numbers between two bounds, in numbers and in words.
package struct SettingRange: Sendable, Hashable {
  private let bounds: ClosedRange<Double>
  private let least: String
  private let greatest: String?

  /// The numbers of `bounds`, which people call `least` and `greatest`.
  package init(_ bounds: ClosedRange<Double>, _ least: String, _ greatest: String) {
    (self.bounds, self.least, self.greatest) = (bounds, least, greatest)
  }

  /// All numbers from `bound` on, which people call `least`.
  package init(from bound: Double, _ least: String) {
    (bounds, self.least, greatest) = (bound...Double.greatestFiniteMagnitude, least, nil)
  }

  /// From 0 to 1.
  package static let share = SettingRange(0...1, "0", "1")

  /// Whether `value` is legal; NaN and infinity never are.
  package func contains(_ value: Double) -> Bool { bounds.contains(value) }

  /// The range after "must be": `0 to 1`, `0 (off) or more`.
  package var description: String { greatest.map { "\(least) to \($0)" } ?? "\(least) or more" }

  /// The range after "a number": `from 0 to 1`, `from 0 (off) up`.
  package var phrase: String { "from " + (greatest.map { "\(least) to \($0)" } ?? "\(least) up") }
}
