import Foundation
import Testing
import TextGenFigures

struct TerminalTests {
  /// `text` without escape sequences.
  private func bare(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  private func columns(_ line: Substring) -> Int {
    line.reduce(0) { $0 + ($1 == "語" || $1 == "字" ? 2 : 1) }
  }

  @Test(arguments: [20, 33, 120], TerminalCanvas.Colours.allCases)
  func `no line is wider than the canvas`(width: Int, colours: TerminalCanvas.Colours) {
    for isUnicode in [false, true] {
      let canvas = TerminalCanvas(width: width, colours: colours, isUnicode: isUnicode)
      for label in ["a", "語字 é", String(repeating: "longo ", count: 40)] {
        for figure in Samples.figures(label) {
          let text = bare(figure.text(canvas))
          #expect(text.hasSuffix("\n"))
          for line in text.split(separator: "\n") { #expect(columns(line) <= width, "\(line)") }
        }
      }
    }
  }

  @Test func `the plain form is ASCII when labels are`() {
    let canvas = TerminalCanvas(width: 70, isUnicode: false)
    for figure in Samples.figures("a label\n", language: .portuguese) {
      #expect(figure.text(canvas).utf8.allSatisfy { $0 < 0x80 && $0 != 0x1B })
    }
    for values in Samples.hostileValues {
      for scale in [Axis.Scale.linear, .logarithmic] {
        #expect(Samples.chart(values, scale: scale).text(canvas).utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test func `without colours there are no escape sequences`() {
    for figure in Samples.figures("é") {
      #expect(!figure.text(TerminalCanvas(width: 70)).contains("\u{1B}"))
      let coloured = figure.text(TerminalCanvas(width: 70, colours: .full))
      #expect(coloured.contains("\u{1B}[0m"))
      for line in coloured.split(separator: "\n") where line.contains("\u{1B}") {
        let last = line.matches(of: /\u{1B}\[[0-9;]*m/).last.map { line[$0.range] }
        #expect(last == "\u{1B}[0m")
      }
    }
  }

  @Test func `a rising line rises`() {
    let text = Samples.chart([0, 1, 2]).text(TerminalCanvas(width: 24, height: 5, isUnicode: false))
    let rows = text.split(separator: "\n").dropFirst(2).prefix(5)
    let places = rows.compactMap { row in
      row.firstIndex(of: "o").map { row.distance(from: row.startIndex, to: $0) }
    }
    #expect(places.count == 5)
    #expect(places == places.sorted(by: >))
  }

  @Test func `tinted text keeps its line ends and has a digit under each character`() {
    let text = TintedText(
      "title", [.init("sol", 0), .init("\n", 5), .init("mar", 10)], label: "bits")
    let plain = text.text(TerminalCanvas(width: 40, isUnicode: false))
    #expect(plain == "title\nsol$\n0005\nmar\n999\nbits\n0 = 0   9 = 10\n")
  }
}
