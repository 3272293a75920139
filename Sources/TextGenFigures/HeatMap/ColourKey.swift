/// A colour scale with its ends settled, and what it measures.
struct ColourKey: Sendable {
  let scale: ColourScale
  let low: Double
  let high: Double
  /// What the colours stand for, with the unit.
  let label: String

  /// The key of `values`, which may hold anything; ends that are not fixed are round numbers.
  init(_ scale: ColourScale, values: [Double], label: String, unit: String?) {
    self.scale = scale
    self.label = Axis(label, unit: unit).caption
    var axis = Axis(label, range: scale.range)
    let finite = values.filter(\.isFinite)
    if let middle = scale.middle, scale.range == nil {
      let reach = finite.map { min(abs($0 - middle), 1e300) }.max() ?? 1
      let step = Ticks.step(over: reach, count: 6)
      let half = step > 0 ? (reach / step - 1e-9).rounded(.up) * step : 1
      axis.range = (middle - half)...(middle + half)
    }
    let ends = AxisScale(axis, values: finite, fit: .round)
    (low, high) = (ends.low, ends.high)
  }

  /// The place of `value` on the scale, from 0 to 1; nil for NaN.
  func share(_ value: Double) -> Double? {
    guard !value.isNaN else { return nil }
    guard let middle = scale.middle, middle > low, middle < high else {
      return min(max((value - low) / (high - low), 0), 1)
    }
    // Both arms have their own length, so that the middle keeps its colour.
    let arm = value < middle ? middle - low : high - middle
    return min(max(0.5 + (value - middle) / arm / 2, 0), 1)
  }

  /// The colour of `value`; nil for NaN.
  func colour(_ value: Double) -> Colour? { share(value).map(scale.colour(at:)) }

  /// Which of `count` equal parts of the scale `value` lies in; nil for NaN.
  func level(_ value: Double, of count: Int) -> Int? {
    share(value).map { min(Int($0 * Double(count)), count - 1) }
  }

  /// The values at both ends as text.
  func ends(_ style: NumberStyle) -> (low: String, high: String) { style.ends(low, high) }

  /// Round values on the scale, each with its place and label.
  func ticks(_ count: Int, _ style: NumberStyle) -> [(share: Double, label: String)] {
    let values = Ticks.linear(low, high, count: count)
    let labels = style.labels(values, isLogarithmic: false)
    return zip(values, labels).map { (share($0) ?? 0, $1) }
  }
}
