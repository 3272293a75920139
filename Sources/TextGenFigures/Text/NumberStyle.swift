#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// How numbers are written: with a decimal comma or point, and with or without signs outside ASCII.
package struct NumberStyle: Sendable, Hashable {
  /// Decides between decimal comma and point.
  package var language: Language
  /// Whether the true minus, the infinity sign and superscripts may be used.
  package var isUnicode: Bool

  /// The style of `language`.
  package init(_ language: Language, isUnicode: Bool = true) {
    self.language = language
    self.isUnicode = isUnicode
  }

  /// `value` with as many decimals as asked for (0 to 9).
  package func fixed(_ value: Double, decimals: Int) -> String {
    precondition((0...9).contains(decimals), "\(decimals) decimals are outside 0...9")
    guard let sign = sign(value) else { return nonFinite(value) }
    let scaled = (abs(value) * pow(10, Double(decimals))).rounded()
    guard scaled < 9e15 else { return scientific(value, decimals: 2) }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(padded.dropLast(decimals))
    let fraction = decimals == 0 ? "" : separator + padded.suffix(decimals)
    return (scaled > 0 ? sign : "") + whole + fraction
  }

  /// `value` with about three digits, as a power of ten where it is very large or very small.
  package func short(_ value: Double) -> String {
    let magnitude = abs(value)
    guard value.isFinite, magnitude > 0 else { return fixed(value, decimals: 0) }
    guard (1e-3..<1e6).contains(magnitude) else { return scientific(value, decimals: 2) }
    return trimmed(fixed(value, decimals: max(0, 2 - Int(log10(magnitude).rounded(.down)))))
  }

  /// The ends of a range, with as many decimals as tell its hundredth parts apart.
  func ends(_ low: Double, _ high: Double) -> (low: String, high: String) {
    let span = high - low
    guard (1e-3..<1e6).contains(span), max(abs(low), abs(high)) < 1e6 else {
      return (short(low), short(high))
    }
    let decimals = min(max(1 - Int(log10(span).rounded(.down)), 0), 9)
    return (fixed(low, decimals: decimals), fixed(high, decimals: decimals))
  }

  /// The labels of the ticks of one axis, all with the same number of decimals.
  func labels(_ ticks: [Double], isLogarithmic: Bool) -> [String] {
    let magnitudes = ticks.map(abs).filter { $0 > 0 }
    let largest = magnitudes.max() ?? 1
    if isLogarithmic {
      let isPlain = largest < 1e5 && (magnitudes.min() ?? 1) >= 1e-3
      return ticks.map { isPlain ? short($0) : scientific($0, decimals: 1) }
    }
    let step = zip(ticks.dropFirst(), ticks).map { $0 - $1 }.min() ?? largest
    guard step > 0 else { return ticks.map(short) }
    let place = Int((log10(step) + 1e-9).rounded(.down))
    guard largest < 1e6, largest >= 1e-3 else {
      let decimals = Int(log10(largest).rounded(.down)) - place
      return ticks.map { scientific($0, decimals: min(max(decimals, 0), 6)) }
    }
    return ticks.map { fixed($0, decimals: min(max(-place, 0), 9)) }
  }
}

extension NumberStyle {
  private var separator: String { language == .portuguese ? "," : "." }

  /// The sign of a finite number.
  private func sign(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    return value < 0 ? (isUnicode ? "−" : "-") : ""
  }

  private func nonFinite(_ value: Double) -> String {
    guard !value.isNaN else { return "NaN" }
    let sign = value < 0 ? (isUnicode ? "−" : "-") : ""
    return sign + (isUnicode ? "∞" : "inf")
  }

  /// Groups of three digits with narrow spaces between them, from five digits on (ISO 80000-1).
  private func grouped(_ digits: Substring) -> String {
    guard isUnicode, digits.count > 4 else { return String(digits) }
    let places = digits.indices.enumerated()
    return places.map { place, index in
      let isStart = place > 0 && (digits.count - place) % 3 == 0
      return (isStart ? "\u{202F}" : "") + String(digits[index])
    }.joined()
  }

  private func trimmed(_ number: String) -> String {
    guard number.contains(separator) else { return number }
    let end = number.lastIndex { $0 != "0" } ?? number.startIndex
    return String(String(number[...end]).hasSuffix(separator) ? number[..<end] : number[...end])
  }

  private func scientific(_ value: Double, decimals: Int) -> String {
    let magnitude = abs(value)
    guard let sign = sign(value) else { return nonFinite(value) }
    // Below this, powers of ten are no longer exact enough to divide by.
    guard magnitude >= 1e-300 else { return "0" }
    var exponent = Int(log10(magnitude).rounded(.down))
    var mantissa = magnitude / pow(10, Double(exponent))
    if mantissa + 0.5 * pow(10, -Double(decimals)) >= 10 {
      mantissa /= 10
      exponent += 1
    }
    let factor = trimmed(fixed(mantissa, decimals: decimals))
    guard isUnicode else { return "\(sign)\(factor)e\(exponent)" }
    return sign + (factor == "1" ? "" : factor + "×") + "10" + superscript(exponent)
  }

  private func superscript(_ exponent: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let power = String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return (exponent < 0 ? "⁻" : "") + String(power)
  }
}
