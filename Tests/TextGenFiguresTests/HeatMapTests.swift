import Testing
import TextGenFigures

struct HeatMapTests {
  private func map(_ values: [[Double]], _ scale: ColourScale) -> HeatMap {
    HeatMap(
      "map", rows: values.map { _ in "r" }, columns: (values.first ?? []).map { _ in "c" },
      values: values, scale: scale, label: "l")
  }

  @Test func `cells have the colours of their values`() {
    let map = map([[0, 0.5, 1, .nan]], .viridis(range: 0...1))
    let cells = DrawnDocument(map.svg(width: 400, theme: .light)).all("path")
    #expect(cells.prefix(3).map { $0.attributes["fill"] } == ["#440154", "#21918c", "#fde725"])
    let text = map.text(TerminalCanvas(width: 40, colours: .full))
    #expect(text.contains("48;2;68;1;84m") && text.contains("48;2;253;231;37m"))
    #expect(map.text(TerminalCanvas(width: 40, isUnicode: false)).contains("r 0 5 9 ."))
  }

  @Test(arguments: [(1, 1), (1, 500), (200, 1), (61, 100), (200, 20)])
  func `maps of any size fit, in bands that repeat no column`(rows: Int, columns: Int) {
    let map = Samples.map("x", rows: rows, columns: columns)
    let drawn = DrawnDocument(map.svg(width: 840, theme: .light))
    expectInside(drawn)
    let labels = drawn.all("text").filter {
      $0.text == "x" && $0.attributes["text-anchor"] == "middle"
    }
    #expect(labels.count == columns)
    #expect((map.html.contains("class=\"scroll\"")) == (rows * columns > 6_000))
  }

  @Test func `spaces and line ends are seen`() {
    let map = HeatMap(
      "map", rows: ["r"], columns: [" ", "\n", "\r\n", "a", " de"],
      values: [[1, 2, 3, 4, 5]], scale: .viridis(), label: "l")
    let labels = DrawnDocument(map.svg(width: 400, theme: .light)).all("text").map(\.text)
    #expect(labels.contains("␣") && labels.contains("␣de"))
    #expect(labels.count { $0 == "⏎" } == 2)
    #expect(map.text(TerminalCanvas(width: 40, isUnicode: false)).contains("_   $   $   a   _de"))
  }

  @Test func `half blocks show two rows in a line`() {
    let map = Samples.map("x", rows: 40, columns: 20)
    let lines = map.text(TerminalCanvas(width: 80, colours: .indexed)).split(separator: "\n")
    #expect(lines.count { $0.contains("▀") } == 20)
  }

  @Test func `rows of the wrong length stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = HeatMap(
        "map", rows: ["r"], columns: ["a", "b"], values: [[1]], scale: .viridis(), label: "l")
    }
  }
}
