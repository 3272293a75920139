import Foundation
import Testing
import TextGenFigures

struct DrawingTests {
  @Test(arguments: Samples.hostileTexts)
  func `a label is escaped in every form`(label: String) {
    for figure in Samples.figures(label) {
      for theme in [Theme.light, .adaptive] {
        let drawn = DrawnDocument(figure.svg(width: 400, theme: theme))
        expectInside(drawn)
        #expect(drawn.all("b").isEmpty && drawn.all("script").isEmpty)
      }
      #expect(!figure.html.contains("<b>") && !figure.html.contains("<script"))
      let text = figure.text(TerminalCanvas(width: 60))
      #expect(
        text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func `a title is that of the document, character by character`() {
    let title = "<ação> & \"reação\" 'x'"
    for figure in Samples.figures(title) {
      let drawn = DrawnDocument(figure.svg(width: 700, theme: .light))
      #expect(drawn.all("title").first?.text == title)
      #expect(drawn.all("desc").first?.text.contains(title) == true)
      #expect(drawn.elements.first?.attributes["role"] == "img")
    }
  }

  @Test(arguments: Samples.hostileValues, [Axis.Scale.linear, .logarithmic])
  func `any values are drawn inside the view box`(values: [Double], scale: Axis.Scale) {
    let chart = Samples.chart(values, scale: scale)
    expectInside(DrawnDocument(chart.svg(width: 640, theme: .dark)))
    let places = values.map { Point($0, -$0) }
    expectInside(
      DrawnDocument(
        PointMap("map", places.prefix(30).map { .init("p", $0) }).svg(width: 640, theme: .light)))
    guard values.count < 100 else { return }
    for colours in [ColourScale.viridis(), .blueOrange(around: 1), .markers()] {
      let map = HeatMap(
        "map", rows: ["a"], columns: values.map { _ in "c" }, values: [values], scale: colours,
        label: "l")
      expectInside(DrawnDocument(map.svg(width: 640, theme: .light)))
      let text = TintedText("text", values.map { .init("ab ", $0) }, scale: colours, label: "l")
      expectInside(DrawnDocument(text.svg(width: 640, theme: .light)))
      _ = (map.text(TerminalCanvas(width: 40)), text.text(TerminalCanvas(width: 40)))
    }
  }

  @Test(arguments: [0.0, 20, 49, 51, 100])
  func `an upright line to compare with stands at its value, its label on the roomier side`(
    x: Double
  ) {
    var chart = Samples.chart((0...100).map { sin(Double($0)) })
    chart.references = [.init("cut", x: x)]
    let drawn = DrawnDocument(chart.svg(width: 640, theme: .light))
    let lines = drawn.all("polyline").map { line in
      (line.attributes["points"] ?? "").split { " ,".contains($0) }.compactMap { Double($0) }
    }
    // The axes are one line of three points; an upright line has two with the same x.
    let axes = lines.first { $0.count == 6 && $0[0] == $0[2] } ?? []
    let expected = axes[0] + (axes[4] - axes[0]) * x / 100
    #expect(lines.contains { $0.count == 4 && $0[0] == $0[2] && abs($0[0] - expected) < 0.02 })
    let label = drawn.all("text").first { $0.text == "cut" }
    #expect(label != nil && label?.attributes["text-anchor"] == (x > 50 ? "end" : nil))
    chart.references = [.init("cut", x: 101)]
    #expect(!chart.svg(width: 640, theme: .light).contains(">cut<"), "outside the plot")
    expectInside(drawn)
  }

  @Test func `a curve keeps the colour and the marker of its sign in any chart`() {
    let points = [Point(0, 1), Point(1, 2)]
    func chart(_ curves: [LineChart.Series]) -> String {
      LineChart("chart", x: Axis("x"), y: Axis("y"), series: curves)
        .svg(width: 640, theme: .light)
    }
    let other = LineChart.Series("other", points, sign: 0)
    let alone = chart([LineChart.Series("it", points, sign: 3)])
    let second = chart([other, LineChart.Series("it", points, sign: 3)])
    #expect(alone.contains(Palette.onLight[3].hex) && !alone.contains(Palette.onLight[0].hex))
    #expect(second.contains(Palette.onLight[3].hex) && !second.contains(Palette.onLight[1].hex))
  }

  @Test func `values that are not finite leave gaps`() {
    let chart = Samples.chart([1, 2, .nan, 4, 5, .infinity, 7])
    let drawn = DrawnDocument(chart.svg(width: 640, theme: .light))
    let curves = drawn.all("polyline").filter {
      $0.attributes["stroke"] == Palette.onLight[0].hex && $0.attributes["stroke-width"] == "2"
    }
    // Two pieces of curve, and the piece of line in the legend.
    #expect(curves.count == 3)
    #expect(drawn.all("path").count == 6, "a marker for each of five points and for the legend")
  }

  @Test func `many points make no more than a few for each pixel`() {
    let chart = Samples.chart((0..<10_000).map { sin(Double($0)) })
    let drawn = DrawnDocument(chart.svg(width: 400, theme: .light))
    #expect(drawn.points.count < 4 * 400 + 100)
    #expect(drawn.points.count > 400)
  }

  @Test func `series have names, and different signs and colours`() {
    let chart = LineChart(
      "chart", x: Axis("x"), y: Axis("y"),
      series: (0..<9).map { index in
        .init("series \(index)", (0..<5).map { Point(Double($0), Double($0 * index)) })
      })
    for width in [356.0, 840] {
      let drawn = DrawnDocument(chart.svg(width: width, theme: .light))
      let names = drawn.all("text").map(\.text).filter { $0.hasPrefix("series") }
      #expect(names.sorted() == (0..<9).map { "series \($0)" })
    }
    let legend = chart.text(TerminalCanvas(width: 20, isUnicode: false)).split(separator: "\n")
      .suffix(9)
    #expect(Set(legend.compactMap(\.first)).count == 9)
  }

  @Test func `a band for some of the points stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = LineChart.Series("a", [Point(0, 0), Point(1, 1)], band: [.init(low: 0, high: 1)])
    }
  }
}
