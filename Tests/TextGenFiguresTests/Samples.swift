import Foundation
import TextGenFigures

/// Figures of every kind, with labels of the caller's choice.
enum Samples {
  /// One figure of each kind, each label containing `label`.
  static func figures(_ label: String, language: Language = .english) -> [any Figure] {
    let curve = (0..<30).map { Point(Double($0), sin(Double($0) / 4)) }
    let band = curve.map { LineChart.Interval(low: $0.y - 0.1, high: $0.y + 0.2) }
    return [
      LineChart(
        label, x: Axis(label), y: Axis(label, unit: label),
        series: [.init(label, curve, band: band), .init(label, [Point(3, 0.5)])],
        references: [.init(label, y: 0.5), .init(label, x: 12)], language: language),
      map(label, rows: 3, columns: 12, language: language),
      TintedText(
        label, [.init(label, 1), .init("\n", .nan), .init(label + " " + label, 3)], label: label,
        unit: label, language: language),
      PointMap(
        label, (0..<8).map { .init(label, Point(cos(Double($0)), sin(Double($0))), group: label) },
        language: language),
    ]
  }

  /// A heat map of values from -1 to 1, one of them missing.
  static func map(
    _ label: String, rows: Int, columns: Int, language: Language = .english
  ) -> HeatMap {
    var values = (0..<rows).map { row in
      (0..<columns).map { column in sin(Double(column * (row + 1))) }
    }
    if columns > 1 { values[0][1] = .nan }
    return HeatMap(
      label, rows: (0..<rows).map { "\(label)\($0)" },
      columns: Array(repeating: label, count: columns), values: values,
      scale: .blueOrange(range: -1...1), label: label, unit: label, language: language)
  }

  /// A chart of one series over linear axes, or with a logarithmic vertical one.
  static func chart(_ values: [Double], scale: Axis.Scale = .linear) -> LineChart {
    LineChart(
      "chart", x: Axis("x"), y: Axis("y", scale: scale),
      series: [.init("series", values.enumerated().map { Point(Double($0), $1) })])
  }

  /// Values that a chart might be asked to draw.
  static let hostileValues: [[Double]] = [
    [], [1], [0], [.nan], [.infinity, -.infinity], [2, 2, 2], [0, 0, 0], [-1, 0, 1],
    [1e308, -1e308], [.leastNonzeroMagnitude, 1e-307], [1, .nan, 2, .infinity, 3],
    [1e15, 1e15 + 1],
    [1e-12, 1e12], [-5, -3], (0..<2_000).map { sin(Double($0)) * 1e5 },
  ]

  /// Texts that must not break a document or command a terminal.
  static let hostileTexts = [
    "", " ", "<b>&amp;\"'</b>", "]]>", "<script>alert(1)</script>", "\u{1B}[31mred", "\u{0}\u{7F}",
    "\u{202E}back", "\u{338}mark", "\u{FFFF}\u{FFFE}", "coração ção\r\nfim", "語字 👩‍👩‍👧",
    String(repeating: "longo ", count: 40), String(repeating: "m", count: 300),
  ]
}
