#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Round numbers on an axis.
enum Ticks {
  /// The multiples of 1, 2 or 5 × 10ⁿ from `low` to `high`, at most about `count`.
  static func linear(_ low: Double, _ high: Double, count: Int) -> [Double] {
    let step = step(over: high - low, count: count)
    guard step > 0 else { return [low] }
    // The ends count as multiples when only rounding parts them from one.
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// The powers of ten from `low` to `high`, or, where these are fewer than two, rounder numbers.
  static func logarithmic(_ low: Double, _ high: Double, count: Int) -> [Double] {
    let first = Int((log10(low) - 1e-9).rounded(.up))
    let last = Int((log10(high) + 1e-9).rounded(.down))
    if last > first {
      let strides = [1, 2, 3, 5, 10, 20, 30, 50, 100]
      let by = strides.first { (last - first) / $0 < max(count, 2) } ?? 200
      // Multiples of the stride, so that 1 is among them where it can be.
      return (first...last).filter { $0 % by == 0 }.map { pow(10, Double($0)) }
    }
    let decades = (first - 1...last + 1).map { pow(10, Double($0)) }
    let round = decades.flatMap { decade in [decade, 2 * decade, 5 * decade] as [Double] }
    let inner = round.filter { $0 >= low * 0.999 && $0 <= high * 1.001 }
    return inner.count > 1 ? inner : linear(low, high, count: count)
  }

  /// The least of 1, 2, 5 × 10ⁿ that parts `span` into at most `count` steps.
  static func step(over span: Double, count: Int) -> Double {
    let raw = span / Double(max(count, 1))
    guard raw > 0, raw.isFinite else { return 0 }
    let power = pow(10, log10(raw).rounded(.down))
    let factor = [1, 2, 5].first { $0 * power >= raw * (1 - 1e-9) } ?? 10
    return factor * power
  }
}
