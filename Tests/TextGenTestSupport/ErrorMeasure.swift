/// How far floats lie from what they should be, in units of a tolerance.
///
/// The difference of x from its true value y counts as |x - y| / (absolute + relative · |y|); not a
/// number counts as infinite.
package struct ErrorMeasure: Sendable {
  private let absolute, relative: Double

  /// The largest difference so far; up to 1 is within the tolerance.
  package private(set) var worst = 0.0
  /// Where it was, for a message.
  package private(set) var place = "nowhere"

  /// A measure with this tolerance that has seen nothing.
  package init(absolute: Double, relative: Double) {
    self.absolute = absolute
    self.relative = relative
  }

  /// Compares `values` with `expected`, called `name` in `place`.
  package mutating func compare(
    _ values: some Collection<Float>, _ expected: some Collection<Double>, _ name: String
  ) {
    precondition(
      values.count == expected.count, "\(name): \(values.count) values, not \(expected.count)")
    for (index, (value, truth)) in zip(values, expected).enumerated() {
      let ratio = abs(Double(value) - truth) / (absolute + relative * abs(truth))
      if !(ratio <= worst) {
        worst = ratio.isNaN ? .infinity : ratio
        place = "\(name)[\(index)] is \(value), expected \(truth)"
      }
    }
  }
}
