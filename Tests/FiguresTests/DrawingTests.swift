import Figures
import Foundation
import Testing

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
