/// Curves over two axes.
///
/// Values that are not finite, or not positive on a logarithmic axis, leave gaps.
package struct LineChart: Figure {
  /// The values between two bounds, such as those of a confidence interval.
  package struct Interval: Sendable, Hashable {
    /// The lower bound.
    package var low: Double
    /// The upper bound.
    package var high: Double

    /// The values from `low` to `high`.
    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// One curve.
  package struct Series: Sendable {
    /// What the curve is.
    package var name: String
    /// The points in the order in which a line joins them.
    package var points: [Point]
    /// An interval for each point, or none at all.
    package var band: [Interval]
    /// The number of its colour, its marker and its dashes, so that a thing looks the same in several charts; nil for
    /// its place among the curves.
    package var sign: Int?

    /// A curve; `band` is empty or has an interval for each point.
    package init(
      _ name: String, _ points: [Point], band: [Interval] = [], sign: Int? = nil
    ) {
      precondition(
        band.isEmpty || band.count == points.count,
        "\(band.count) intervals for \(points.count) points")
      self.name = name
      self.points = points
      self.band = band
      self.sign = sign
    }
  }

  /// A line through the whole plot to compare with, such as chance.
  package struct Reference: Sendable {
    /// Where a line lies.
    package enum Place: Sendable, Hashable {
      /// An upright line.
      case x(Double)
      /// A level line.
      case y(Double)
    }

    /// What the line stands for.
    package var label: String
    /// Where the line lies.
    package var place: Place

    /// A level line at `y`.
    package init(_ label: String, y: Double) { (self.label, place) = (label, .y(y)) }

    /// An upright line at `x`.
    package init(_ label: String, x: Double) { (self.label, place) = (label, .x(x)) }
  }

  package var title: String
  /// What is measured from left to right.
  package var x: Axis
  /// What is measured upwards.
  package var y: Axis
  /// The curves, of which later ones lie on top.
  package var series: [Series]
  /// The lines to compare the curves with.
  package var references: [Reference]
  package var language: Language

  /// A chart of `series`.
  package init(
    _ title: String, x: Axis, y: Axis, series: [Series], references: [Reference] = [],
    language: Language = .english
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.references = references
    self.language = language
  }

  package var summary: String {
    let names = series.map(\.name) + references.map(\.label)
    return "\(language.lineChart): \(y.caption); \(x.caption). "
      + "\(language.series): \(names.joined(separator: "; "))."
  }
}

extension LineChart {
  /// The horizontal scale, as long as the values.
  var xScale: AxisScale {
    AxisScale(x, values: series.flatMap { $0.points.map(\.x) }, fit: .tight)
  }

  /// The vertical scale, up to round numbers.
  var yScale: AxisScale {
    let bounds = series.flatMap { $0.band.flatMap { [$0.low, $0.high] } }
    let levels = references.compactMap { if case .y(let y) = $0.place { y } else { nil } }
    let values = series.flatMap { $0.points.map(\.y) } + bounds + levels
    return AxisScale(y, values: values, fit: .round)
  }

  /// The share of its axis at which a line to compare with lies; nil where that is outside the plot.
  func share(_ reference: Reference, _ projection: Projection) -> Double? {
    let share =
      switch reference.place {
      case .x(let x): projection.x.share(x)
      case .y(let y): projection.y.share(y)
      }
    return share.flatMap { (0...1).contains($0) ? $0 : nil }
  }

  /// The number of the colour and the marker of a curve.
  func sign(_ index: Int) -> Int { series[index].sign ?? index }

  /// Places for the markers of a curve.
  func marks(_ index: Int, _ projection: Projection) -> [(index: Int, place: Point)] {
    projection.marks(series[index].points, series: sign(index))
  }

  /// Whether any point has a place.
  func hasData(_ projection: Projection) -> Bool {
    series.contains { $0.points.contains { projection.place($0) != nil } }
  }
}
