import Testing
import TextGenProsody

/// What words add to a line, and how surely they are counted.
struct WordShapeTests {
  private static func shape(_ word: String, _ place: WordShape.Place = .inside) -> WordShape? {
    WordShape(Syllabifier(spelling: .standard).divide(word), at: place)
  }

  private static func junction(_ left: String, _ right: String, _ pause: Pause = .space) throws
    -> Junction
  {
    let (first, second) = (try #require(shape(left)), try #require(shape(right)))
    return try #require(first.edge).junction(with: second.opening, pause)
  }

  @Test(arguments: [
    ("cantar", [false, true]), ("noite", [true, false]), ("de", [false]), ("mar", [true]),
    ("madrugada", [false, false, true, false]), ("água", [true, false]),
    ("poesia", [false, false, true, false]), ("cantavam", [false, true, false]),
  ])
  func `a word adds its syllables and its stress`(word: String, stresses: [Bool]) throws {
    #expect(try #require(Self.shape(word)).stresses == stresses)
  }

  @Test(arguments: [
    ("cantar", [false, true]), ("noite", [true]), ("água", [true]), ("pássaro", [true]),
    ("poesia", [false, false, true]),
  ])
  func `at the end of a line syllables count up to the stress`(word: String, stresses: [Bool])
    throws
  {
    let shape = try #require(Self.shape(word, .end))
    #expect(shape.stresses == stresses && shape.edge == nil)
  }

  @Test func `a clitic ends no line`() {
    #expect(Self.shape("de", .end) == nil && Self.shape("que", .end) == nil)
  }

  @Test(arguments: [
    ("bela", "amiga", Junction.fused), ("barca", "esguia", .joined), ("noite", "escura", .fused),
    ("espuma", "alta", .unclear), ("irmão", "amado", .apart), ("mar", "azul", .apart),
    ("noite", "clara", .apart), ("virá", "ave", .apart), ("de", "hora", .unclear),
  ])
  func `words meet as the scanner reads them, or unclearly`(
    left: String, right: String, junction: Junction
  ) throws {
    #expect(try Self.junction(left, right) == junction)
  }

  @Test func `words of one shape are equal`() {
    #expect(Self.shape("casa") == Self.shape("mata") && Self.shape("casa") != Self.shape("ave"))
  }

  /// Each pair of words with one way to meet is read so by the scanner, at the margin that it promises.
  @Test func `what is clear to shapes is clear to the scanner`() throws {
    let words = [
      "casa", "ave", "noite", "amor", "mar", "irmão", "azul", "de", "a", "e", "que", "luz", "água",
      "minha", "tua", "estrela", "poesia", "coração", "um", "em",
    ]
    let scanner = LineScanner()
    for left in words {
      for right in words where Self.shape(right, .end) != nil {
        let first = try #require(Self.shape(left))
        let last = try #require(Self.shape(right, .end))
        let junction = try #require(first.edge).junction(with: last.opening, .space)
        guard junction != .unclear else { continue }
        let count = first.stresses.count + last.stresses.count - (junction == .apart ? 0 : 1)
        let readings = try scanner.readings(of: left + " " + right)
        let costs = readings.readings.map { ($0.count, $0.cost) }
        let cheapest = costs.min { $0.1 < $1.1 }
        #expect(cheapest?.0 == count, "\(left) \(right): \(costs)")
      }
    }
  }

  @Test func `a line fits its metre clearly, or not`() throws {
    let scanner = LineScanner()
    let clear = try #require(scanner.fit(of: "Apaga a serra o clarão", in: Metre(7)))
    #expect(clear.isUnforced && clear.reading.licences.isEmpty)
    #expect(scanner.fit(of: "Apaga a serra o clarão", in: Metre(10)) == nil)
    let forced = try #require(scanner.fit(of: "lanterna acesa", in: Metre(5)))
    #expect(!forced.isUnforced && !forced.isClear)
    #expect(scanner.fit(of: "1500", in: Metre(7)) == nil)
  }

  @Test func `a length with free stresses asks for its last one alone`() {
    #expect(Metre(7).plainPatterns.map(\.positions) == [[7]])
    #expect(Metre(10).plainPatterns.map(\.positions) == [[6, 10], [4, 8, 10]])
    #expect(Metre.alexandrine.plainPatterns.map(\.hasCaesura) == [true])
    #expect(Metre("10:4-7-10")?.plainPatterns.map(\.positions) == [[4, 7, 10]])
  }
}
