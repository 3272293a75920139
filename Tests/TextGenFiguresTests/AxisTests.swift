import Foundation
import Testing
import TextGenFigures

struct AxisTests {
  private func ticks(_ values: [Double], _ scale: Axis.Scale = .linear) -> [String] {
    DrawnDocument(Samples.chart(values, scale: scale).svg(width: 600, theme: .light)).yTicks
  }

  @Test func `ticks are round and hold every value`() {
    #expect(ticks([0.03, 0.68]) == ["0.0", "0.2", "0.4", "0.6", "0.8"])
    #expect(ticks([-3, 17]) == ["−5", "0", "5", "10", "15", "20"])
    #expect(ticks([2, 2]) == ["1.8", "1.9", "2.0", "2.1", "2.2"])
    #expect(ticks([0, 3e9]).contains("2×10⁹"))
    #expect(ticks([0, 3e-5]).contains("2×10⁻⁵"))
  }

  @Test func `logarithmic ticks are powers of ten, or multiples of one`() {
    #expect(ticks([0.01, 100], .logarithmic) == ["0.01", "0.1", "1", "10", "100"])
    #expect(ticks([1e-7, 1], .logarithmic) == ["10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"])
    #expect(ticks([2, 7], .logarithmic) == ["2", "5"])
    #expect(ticks([1e-300, 1e300], .logarithmic).count > 2)
  }

  @Test func `a fixed range is kept, and what lies outside it is cut off`() {
    var chart = Samples.chart([-100, 100, -100])
    chart.y.range = 0...50
    let drawn = DrawnDocument(chart.svg(width: 600, theme: .light))
    #expect(drawn.yTicks == ["0", "10", "20", "30", "40", "50"])
    expectInside(drawn)
  }

  @Test func `numbers follow the language`() {
    var chart = Samples.chart([0.1, 0.9])
    chart.language = .portuguese
    let drawn = DrawnDocument(chart.svg(width: 600, theme: .light))
    #expect(drawn.yTicks.allSatisfy { $0.contains(",") && !$0.contains(".") })
    let plain = chart.text(TerminalCanvas(width: 60, isUnicode: false))
    #expect(plain.contains("0,4") && !plain.contains("0.4"))
  }
}

/// Expects XML all of whose points lie in its view box.
func expectInside(_ drawn: DrawnDocument, _ location: SourceLocation = #_sourceLocation) {
  #expect(drawn.flaw == nil, sourceLocation: location)
  let (width, height) = drawn.size
  let outside = drawn.points.filter { x, y in
    !((-0.01...width + 0.01).contains(x) && (-0.01...height + 0.01).contains(y))
  }
  #expect(outside.isEmpty, "\(outside.prefix(3)) in \(width) × \(height)", sourceLocation: location)
}
