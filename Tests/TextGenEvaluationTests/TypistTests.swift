import Testing
import TextGenEvaluation

struct TypistTests {
  private func write(
    _ text: String, words: [String], limit: Int = .max
  ) -> (result: TypingResult?, list: FixedList) {
    var list = FixedList(words)
    let result = Typist().write(Array(text.unicodeScalars), wordLimit: limit, with: &list)
    return (result, list)
  }

  @Test func `without candidates every character is a key`() throws {
    let (result, list) = write("a casa, a rua", words: [])
    #expect(try #require(result).keys == [1: 13, 3: 13, 5: 13])
    #expect(list.text == "a casa, a ")
  }

  @Test func `a selection is a key that also types the space`() throws {
    let result = try #require(write("a casa, a rua", words: ["a", "casa", "rua"]).result)
    #expect(result.characterCount == 13)
    #expect(result.wordCount == 4)
    #expect(result.keys == [1: 8, 3: 6, 5: 6])
    #expect(result.hits == [1: 2, 3: 4, 5: 4])
    #expect(result.recall[1] == 0.5)
    #expect(result.keystrokeSavings[3] == 7.0 / 13)
  }

  @Test func `a word that was shown in vain is shown again`() throws {
    #expect(try #require(write("x rua", words: ["ruas", "rua"]).result).keys[1] == 5)
  }

  @Test func `after a hundred letters of a word nobody looks at lists any more`() throws {
    let word = String(repeating: "a", count: 5_000)
    let (result, list) = write(word + " rua", words: ["rua"])
    #expect(list.requests.count == 100 + 1)
    #expect(try #require(result).keys[1] == 5_000 + 1 + 1)
  }

  private static let prose = """
    O gato, o rato e a guarda-chuva: d'água.
    — Não sei — disse ela; não sei!

    Ela disse que não... que a casa era dela, dela só.

    """
  private static let list = [
    "a", "e", "o", "que", "não", "gata", "gato", "ela", "dela", "disse", "dizer", "era", "eram",
    "casa", "sei", "guarda", "guarda-chuva", "sé",
  ]

  /// Figures of the reference, `typist.py` with its default rules: characters, keys and hits for
  /// lists of 1, 3 and 5, and lists asked for.
  @Test(
    arguments: zip(
      [1, 5, 13, 1_000],
      [
        [1, 1, 1, 1, 0, 0, 0, 1], [16, 16, 13, 13, 0, 2, 2, 11], [67, 56, 45, 43, 1, 3, 4, 39],
        [123, 92, 79, 74, 2, 4, 8, 65],
      ]))
  func `figures are those of the reference typist`(limit: Int, expected: [Int]) throws {
    let (written, list) = write(Self.prose, words: Self.list, limit: limit)
    let result = try #require(written)
    let figures =
      [result.characterCount] + [1, 3, 5].map { result.keys[$0] ?? -1 }
      + [1, 3, 5].map { result.hits[$0] ?? -1 } + [list.requests.count]
    #expect(figures == expected)
  }

  @Test func `no list is asked for once all have shown the word`() {
    let (_, list) = write("casa rua", words: ["rua", "casa", "ruas"])
    #expect(list.requests == ["", "c", ""])
  }

  @Test func `a word is compared letter for letter`() throws {
    let result = try #require(write("Rua ru\u{e1}", words: ["rua", "rua\u{301}"]).result)
    #expect(result.keys == [1: 7, 3: 7, 5: 7])
  }

  @Test(arguments: ["", " ", "\n\n", "12, 3!", "👍"])
  func `a text without words has no result`(text: String) {
    #expect(write(text, words: ["a"]).result == nil)
  }

  @Test func `no words asked for give no result`() {
    #expect(write("a casa", words: ["a"], limit: 0).result == nil)
  }

  @Test func `times of lists are counted`() throws {
    let result = try #require(write("a casa", words: []).result)
    let times = result.listMilliseconds
    #expect(times.beforeFirstLetter != nil && times.afterALetter != nil)
    #expect(times.median >= 0 && times.median <= times.p95)
  }

  @Test func `progress rises to the whole`() {
    var list = FixedList([])
    var shares: [Double] = []
    _ = Typist().write(Array("a casa e a rua".unicodeScalars), with: &list) { shares.append($0) }
    #expect(shares == [0.2, 0.4, 0.6, 0.8, 1])
  }
}
