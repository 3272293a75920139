import Foundation
import FoundationXML

/// An SVG document as its elements.
final class DrawnDocument: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  /// What makes the document no XML.
  private(set) var flaw: String?
  private var open: [Int] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { flaw = "\(parser.parserError as (any Error)?), line \(parser.lineNumber)" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let last = open.last else { return }
    elements[last].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  /// The elements called `name`.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Width and height of the view box, which starts at the origin.
  var size: (width: Double, height: Double) {
    let box = elements.first?.attributes["viewBox"] ?? ""
    let numbers = box.split(separator: " ").compactMap { Double($0) }
    return numbers.count == 4 ? (numbers[2], numbers[3]) : (.nan, .nan)
  }

  /// The labels of the ticks of the vertical axis, from low to high.
  var yTicks: [String] {
    all("text").filter { $0.attributes["text-anchor"] == "end" }.map(\.text)
  }

  /// Every point that the document draws to.
  var points: [(x: Double, y: Double)] {
    elements.flatMap { element -> [(x: Double, y: Double)] in
      func number(_ name: String) -> Double {
        element.attributes[name].flatMap(Double.init) ?? .nan
      }
      switch element.name {
      case "rect" where element.attributes["x"] != nil:
        let (x, y) = (number("x"), number("y"))
        return [(x, y), (x + number("width"), y + number("height"))]
      case "polyline", "polygon":
        let numbers = (element.attributes["points"] ?? "").split { " ,".contains($0) }.map {
          Double($0) ?? .nan
        }
        return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
      case "path": return OutlineScanner(element.attributes["d"] ?? "").points
      case "text":
        // At least half its size for each character, unless it is upright.
        guard element.attributes["transform"] == nil else { return [(number("x"), number("y"))] }
        let length = 0.25 * number("font-size") * Double(element.text.count)
        let shares: [String: Double] = ["middle": 0.5, "end": 1]
        let share = shares[element.attributes["text-anchor"] ?? ""] ?? 0
        let start = number("x") - share * length
        return [(start, number("y")), (start + length, number("y"))]
      default: return []
      }
    }
  }
}
