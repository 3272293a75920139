import Foundation
import Testing
import TextGenFigures

struct PointMapTests {
  /// How many pairs of labels cover each other, by an estimate of their widths.
  private func overlaps(_ drawn: DrawnDocument) -> Int {
    let boxes = drawn.all("text").filter { $0.attributes["paint-order"] != nil }.map { text in
      let x = text.attributes["x"].flatMap(Double.init) ?? .nan
      let y = text.attributes["y"].flatMap(Double.init) ?? .nan
      let size = text.attributes["font-size"].flatMap(Double.init) ?? .nan
      return (x: x, y: y, half: Double(text.text.count) * size * 0.27, height: size * 0.85)
    }
    return boxes.indices.reduce(0) { sum, index in
      sum
        + boxes[..<index].count { other in
          abs(other.x - boxes[index].x) < other.half + boxes[index].half
            && abs(other.y - boxes[index].y) < other.height
        }
    }
  }

  @Test func `labels of crowded points move apart`() {
    // Points closer to each other than their labels are long.
    let items = (0..<40).map { index in
      let angle = Double(index) * 2.4
      let radius = sqrt(Double(index))
      return PointMap.Item("palavra", Point(radius * cos(angle), radius * sin(angle)))
    }
    let drawn = DrawnDocument(PointMap("map", items).svg(width: 840, theme: .light))
    expectInside(drawn)
    #expect(overlaps(drawn) <= 1)
  }

  @Test func `both directions have one scale`() {
    let map = PointMap(
      "map", [.init("a", Point(0, 0)), .init("b", Point(2, 0)), .init("c", Point(0, 1))])
    let places = DrawnDocument(map.svg(width: 640, theme: .light)).all("path").compactMap {
      OutlineScanner($0.attributes["d"] ?? "").points.first
    }
    #expect(abs((places[1].x - places[0].x) - 2 * (places[0].y - places[2].y)) < 0.1)
  }

  @Test func `labels without room are tool tips`() {
    let items = (0..<60).map { PointMap.Item("word \($0)", Point(Double($0 % 3), 0)) }
    let drawn = DrawnDocument(PointMap("map", items).svg(width: 400, theme: .light))
    #expect(overlaps(drawn) <= 3)
    #expect(drawn.all("text").count < 50)
    #expect(drawn.all("title").dropFirst().map(\.text) == items.map(\.label))
  }

  @Test func `points without a place are left out`() {
    let map = PointMap("map", [.init("a", Point(.nan, 0)), .init("b", Point(1, 2))])
    let labels = DrawnDocument(map.svg(width: 640, theme: .light)).all("text").map(\.text)
    #expect(labels == ["map", "b"])
    #expect(map.text(TerminalCanvas(width: 30)).contains("b"))
  }
}
