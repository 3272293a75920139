import Testing

@testable import TextGenGeneration

@Suite struct CompletionPatternTests {
  /// The offsets of the places, then whether the end is open.
  private func places(_ text: String, _ lastWord: LastWord = .finished) throws -> ([Int], Bool) {
    let pattern = try CompletionPattern(text, lastWord: lastWord)
    return (pattern.places.map(\.offset), pattern.isOpen)
  }

  @Test(
    arguments: [
      ("Os alunos tiraram...", [17]), ("Os alunos tiraram…", [17]), ("Os alunos tiraram ___", [18]),
      ("Os alunos", [9]), ("", [0]), ("   ", [3]), ("Bem... não sei", [14]), ("a\nb", [3]),
      ("👩‍👩‍👧 e\u{301}", [3]), ("“Não sei...”", [8]), ("Não ..... ", [4]), ("...", [0]), ("__", [0]),
      ("a_b", [3]), ("fim.", [4]), ("a..", [3]),
    ])
  func `a text without blanks is open at its end`(text: String, offsets: [Int]) throws {
    #expect(try places(text).0 == offsets)
    #expect(try places(text).1)
  }

  @Test(
    arguments: [
      ("Falo ___ fluentemente", [5]), ("Ontem eu ___ ao cinema com meus ___.", [9, 32]),
      ("___ é a capital.", [0]), ("in___vel!", [0]), ("__ ____ .", [0, 3]), ("um in___ .", [3]),
      ("👩‍👩‍👧 __ a", [2]),
    ])
  func `blanks inside a text close its end`(text: String, offsets: [Int]) throws {
    #expect(try places(text).0 == offsets)
    #expect(try !places(text).1)
  }

  @Test func `a blank and a last mark are two places`() throws {
    #expect(try places("Eu ___ ao cinema com...").0 == [3, 20])
    #expect(try places("Eu ___ ao cinema com...").1)
    #expect(try places("Eu ___ ao ci", .unfinished).0 == [3, 10])
  }

  @Test func `an unfinished last word is completed`() throws {
    let pattern = try CompletionPattern("Os alunos tir", lastWord: .unfinished)
    #expect(pattern.places.map(\.prefix) == ["tir"])
    #expect(pattern.literals == ["Os alunos ", ""])
    #expect(
      try CompletionPattern("uma guarda-", lastWord: .unfinished).places[0].prefix == "guarda-")
    #expect(try CompletionPattern("fim. ", lastWord: .unfinished).places[0].prefix == "")
  }

  @Test func `a blank takes the letters that touch it`() throws {
    let place = try CompletionPattern("é in___vel, sim", lastWord: .finished).places[0]
    #expect([place.prefix, place.mark, place.suffix] == ["in", "___", "vel"])
    #expect(place.offset == 2)
    let joined = try CompletionPattern("um guarda-___-se .", lastWord: .finished).places[0]
    #expect([joined.prefix, joined.suffix] == ["guarda-", "-se"])
    let first = try CompletionPattern("a__b__c", lastWord: .finished)
    #expect(first.places.map(\.prefix) == ["a", ""])
    #expect(first.places.map(\.suffix) == ["b", "c"])
  }

  @Test(
    arguments: [
      "Falo ___ fluentemente", "a___b__c", "", "Eu ___ ao cinema com...", "“Não sei...”", "__",
      "é in___vel, sim ",
    ])
  func `a text without words for its places is as it was`(text: String) throws {
    let pattern = try CompletionPattern(text, lastWord: .finished)
    #expect(pattern.literals.count == pattern.places.count + 1)
    #expect(pattern.text(filledWith: [], ending: "") == text)
  }

  @Test func `words replace marks and what they complete`() throws {
    func filled(_ text: String, _ words: [String?], _ ending: String = "") throws -> String {
      try CompletionPattern(text, lastWord: .finished).text(filledWith: words, ending: ending)
    }
    #expect(try filled("Falo ___ bem", ["inglês"]) == "Falo inglês bem")
    #expect(try filled("é in___vel!", ["incrível"]) == "é incrível!")
    #expect(
      try filled("Os alunos tiraram...", ["notas"], " boas.") == "Os alunos tiraram notas boas.")
    #expect(try filled("Eu ___ ___ x", [nil, "b"]) == "Eu ___ b x")
    #expect(try filled("“Não sei...”", ["nada"], ".") == "“Não sei nada.”")
  }
}
