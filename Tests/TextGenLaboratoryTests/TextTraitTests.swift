import Testing

@testable import TextGenLaboratory

/// What of a text a unit may go with.
struct TextTraitTests {
  private func pieces(_ text: String) -> [String] { text.map(String.init) }

  @Test func `each trait is where it is in the text`() throws {
    let text = "Eu, “tu” e 12.\nEla e 30.\nNós!\n"
    let marks: [(TextTrait, (Character) -> Bool)] = [
      (.lineEnd, { $0 == "\n" }), (.punctuation, { ",.!“”".contains($0) }), (.space, { $0 == " " }),
      (.capital, { $0.isUppercase }), (.digit, { $0.isNumber }),
    ]
    for (trait, isMeant) in marks {
      let values = try #require(trait.values(of: pieces(text)), "\(trait)")
      #expect(values == text.map { isMeant($0) ? 1 : 0 }, "\(trait)")
    }
  }

  @Test func `a quotation begins with its mark and ends before the other one, or with the line`()
    throws
  {
    let text = "a “bc” (d\ne) \"fg\"h"
    let inside = "  ___  __    ___  "
    let values = try #require(TextTrait.quotation.values(of: pieces(text)))
    #expect(values == inside.map { $0 == "_" ? 1 : 0 })
  }

  @Test func `positions count from the last line end or space`() throws {
    let text = pieces("ab cd\ne f\ng h\n")
    let line = try #require(TextTrait.linePosition.values(of: text))
    #expect(line == [1, 2, 3, 4, 5, 0, 1, 2, 3, 0, 1, 2, 3, 0])
    let word = try #require(TextTrait.wordPosition.values(of: text))
    #expect(word == [1, 2, 0, 1, 2, 0, 1, 0, 1, 0, 1, 0, 1, 0])
  }

  @Test func `what hardly occurs, or hardly anything else does, is no trait of a text`() {
    #expect(TextTrait.lineEnd.values(of: pieces("casa\nrua\nlua")) == nil)
    #expect(TextTrait.lineEnd.values(of: pieces("casa\nrua\nlua\n")) != nil)
    // Every word of such a model begins with a space.
    #expect(TextTrait.space.values(of: [" a", " casa", " na", " rua", " e", "!"]) == nil)
    for trait in TextTrait.allCases { #expect(trait.values(of: []) == nil) }
  }
}
