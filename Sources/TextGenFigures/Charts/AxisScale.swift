#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// An axis with its ends settled: where each value lies between them.
struct AxisScale: Sendable {
  /// How far an axis without a fixed range reaches.
  enum Fit {
    /// To the outermost values.
    case tight
    /// To the next round numbers.
    case round
  }

  let low: Double
  let high: Double
  let isLogarithmic: Bool

  /// The scale of `axis` for `values`, which may hold anything.
  init(_ axis: Axis, values: [Double], fit: Fit) {
    isLogarithmic = axis.scale == .logarithmic
    let fixed = axis.range.map { [$0.lowerBound, $0.upperBound] }
    let isLogarithmic = isLogarithmic
    let usable = (fixed ?? values).filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    // Far from the ends of Double, so that no difference or quotient overflows.
    let limited = usable.map { value in
      isLogarithmic ? min(max(value, 1e-270), 1e270) : min(max(value, -1e300), 1e300)
    }
    let least = limited.min() ?? (isLogarithmic ? 1 : 0)
    let ends = Self.widened(
      least, limited.max() ?? (isLogarithmic ? 10 : 1), isLogarithmic: isLogarithmic)
    (low, high) =
      fixed == nil && fit == .round ? Self.rounded(ends, isLogarithmic: isLogarithmic) : ends
  }

  /// The place of `value` as a share of the axis, or nil where it has none.
  ///
  /// Values outside the ends of the axis have a share below 0 or above 1.
  func share(_ value: Double) -> Double? {
    guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
    let share =
      isLogarithmic
      ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low)
    // Far outside is far enough; what is drawn stays finite.
    return min(max(share, -1e6), 1e6)
  }

  /// About `count` round numbers on the axis.
  func ticks(_ count: Int) -> [Double] {
    isLogarithmic
      ? Ticks.logarithmic(low, high, count: count) : Ticks.linear(low, high, count: count)
  }

  /// Ends that differ enough to draw something between them.
  private static func widened(
    _ low: Double, _ high: Double, isLogarithmic: Bool
  ) -> (Double, Double) {
    if isLogarithmic {
      return log(high) - log(low) > 1e-3 ? (low, high) : (low / 3, high * 3)
    }
    let size = max(abs(low), abs(high))
    guard size > 1e-290 else { return (-1, 1) }
    return high - low > size * 1e-9 ? (low, high) : (low - size * 0.1, high + size * 0.1)
  }

  private static func rounded(
    _ ends: (Double, Double), isLogarithmic: Bool
  ) -> (Double, Double) {
    // A logarithmic axis keeps a little air, since the next power of ten may be far off.
    if isLogarithmic {
      let air = exp(0.04 * (log(ends.1) - log(ends.0)))
      return (ends.0 / air, ends.1 * air)
    }
    let step = Ticks.step(over: ends.1 - ends.0, count: 6)
    return (
      (ends.0 / step + 1e-9).rounded(.down) * step, (ends.1 / step - 1e-9).rounded(.up) * step
    )
  }
}
