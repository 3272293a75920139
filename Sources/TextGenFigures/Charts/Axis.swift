/// What one direction of a chart measures.
package struct Axis: Sendable, Hashable {
  /// How values become places.
  package enum Scale: Sendable, Hashable {
    /// Equal differences are equally far apart.
    case linear
    /// Equal ratios are equally far apart; values that are not positive have no place.
    case logarithmic
  }

  /// What is measured.
  package var label: String
  /// The unit of the values.
  package var unit: String?
  /// How values become places.
  package var scale: Scale
  /// The values at both ends, or nil for ends that hold every value.
  package var range: ClosedRange<Double>?

  /// An axis; without `range` it is as long as the values ask for.
  package init(
    _ label: String, unit: String? = nil, scale: Scale = .linear,
    range: ClosedRange<Double>? = nil
  ) {
    self.label = label
    self.unit = unit
    self.scale = scale
    self.range = range
  }

  /// The label, with the unit in parentheses.
  var caption: String { unit.map { "\(label) (\($0))" } ?? label }
}
