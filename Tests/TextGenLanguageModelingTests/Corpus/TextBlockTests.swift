import Testing

@testable import TextGenLanguageModeling

struct TextBlockTests {
  private func blocks(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let blocks = TextBlock.blocks(of: bytes)
    #expect(blocks.flatMap { Array(bytes[$0.range]) } == bytes)
    return blocks.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// Stanzas of about 480 bytes.
  private func stanzas(_ count: Int, lineEnd: String) -> [String] {
    (1...count).map { number in
      (1...12).map { "verso \($0) da estrofe \(number), com rima e metro\(lineEnd)" }.joined()
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a block ends at the first blank line after two thousand bytes`(_ lineEnd: String) {
    let stanzas = stanzas(12, lineEnd: lineEnd)
    let blocks = blocks(stanzas.joined(separator: lineEnd))
    #expect(blocks.count == 3)
    #expect(
      blocks.dropLast().allSatisfy {
        $0.hasSuffix(lineEnd + lineEnd) && (2_000..<2_500).contains($0.utf8.count)
      })
    #expect(blocks[1].hasPrefix("verso 1 da estrofe "))
  }

  @Test func `lines of white space are blank, and a block begins with text`() {
    let stanzas = stanzas(12, lineEnd: "\n")
    let blocks = blocks(stanzas.joined(separator: " \t\n\n  \n"))
    #expect(blocks.count == 3)
    #expect(blocks.allSatisfy { $0.hasPrefix("verso 1 ") })
  }

  @Test func `a text without blank lines is cut at line ends, and a line never`() {
    let sentences = (1...600).map { "Frase número \($0) de uma lista.\n" }
    let blocks = blocks(sentences.joined())
    #expect(blocks.count == 3)
    #expect(blocks.dropLast().allSatisfy { (8_000..<8_040).contains($0.utf8.count) })
    #expect(blocks.allSatisfy { $0.hasPrefix("Frase número ") && $0.hasSuffix("lista.\n") })
    let line = String(repeating: "palavra ", count: 3_000)
    #expect(self.blocks(line + "\nfim\n") == [line + "\n", "fim\n"])
  }

  @Test func `an empty text has no block and a short one is a block`() {
    #expect(blocks("") == [])
    #expect(blocks("\n\n") == ["\n\n"])
    #expect(blocks("oi") == ["oi"])
  }
}
