/// Where the parts of a line chart lie in a drawing.
struct ChartFrame: Sendable {
  /// A round value on an axis.
  struct Tick: Sendable {
    let share: Double
    let label: String
  }

  let projection: Projection
  let xTicks: [Tick]
  let yTicks: [Tick]
  /// Whether the names of the series are below the plot instead of beside it.
  let hasLegend: Bool

  /// The box of the plot.
  var box: Box { projection.box }

  /// The frame of `chart` below `top`.
  init(_ chart: LineChart, width: Double, top: Double) {
    let numbers = NumberStyle(chart.language)
    let (xScale, yScale) = (chart.xScale, chart.yScale)
    let height = min(max(width * 0.48, 210), 380)
    let lines = TextRuler.pixels(12).wrap(chart.y.caption, to: width - 16).count
    let y = top + Double(lines) * 12 * 1.35 + 8
    yTicks = Self.ticks(yScale, 7, numbers)
    let left = 16 + (yTicks.map { $0.label.width(12) }.max() ?? 0)
    let names = chart.series.map { $0.name.width(12) }.max() ?? 0
    hasLegend =
      width < 560 || names > width * 0.28 || Double(chart.series.count) * 17 > height - 8
    let right = hasLegend ? 16 : names + 52
    let box = Box(x: left, y: y, width: max(width - left - right, 60), height: height)
    projection = Projection(x: xScale, y: yScale, box: box)
    // As many as leave room between their labels.
    let choices = (1...10).reversed().map { Self.ticks(xScale, $0, numbers) }
    xTicks =
      choices.first { ticks in
        let widest = ticks.map { $0.label.width(12) }.max() ?? 0
        let shares = zip(ticks.dropFirst(), ticks).map { $0.share - $1.share }
        return (shares.min() ?? 1) * box.width > widest + 16
      } ?? []
  }

  static func ticks(_ scale: AxisScale, _ count: Int, _ style: NumberStyle) -> [Tick] {
    let values = scale.ticks(count)
    let labels = style.labels(values, isLogarithmic: scale.isLogarithmic)
    return zip(values, labels).map {
      Tick(share: min(max(scale.share($0) ?? 0, 0), 1), label: $1)
    }
  }
}
