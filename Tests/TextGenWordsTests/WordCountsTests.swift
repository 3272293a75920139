import Testing

@testable import TextGenWords

@Suite struct WordCountsTests {
  private func counts(_ text: String) -> WordCounts {
    var counts = WordCounts()
    counts.add(Array(text.utf8))
    return counts
  }

  @Test func `the words of a text are those of the lexer`() {
    let text = "Os alunos, d’água e guarda-chuva- 10 2a (dir-se-ia) — e\u{301}_ — fim"
    let words = Array(counts(text).lexicon().words())
    #expect(
      words == [
        "2a", "Os", "alunos", "dir-se-ia", "d’água", "e", "e\u{301}_", "fim", "guarda-chuva",
      ])
  }

  @Test func `a word at the end of a piece is whole`() {
    var counts = WordCounts()
    for piece in ["os alunos", " tiram- ", "a prova\n", "fim"] { counts.add(Array(piece.utf8)) }
    #expect(
      Array(counts.lexicon().words()) == ["a", "alunos", "fim", "os", "prova", "tiram"])
  }

  @Test func `a capital is left out where the small form says as much`() {
    let lexicon = counts("Casa casa CASA Lisboa LISBOA LISBOA ONU McCoy Da vila Vila-Nova")
      .lexicon()
    #expect(
      Array(lexicon.words())
        == ["Da", "Lisboa", "McCoy", "ONU", "Vila-Nova", "casa", "vila"])
  }

  @Test func `of a short text every word is known, of a long one what occurs twice`() {
    let rare = "Camões escreveu saudade\n"
    #expect(counts(rare).lexicon().count == 3)
    let long = String(repeating: "o rato roeu a rolha do rei\n", count: 75_000)
    #expect(counts(long + rare).lexicon().count == 7)
    #expect(counts(long + rare + rare).lexicon().count == 10)
    #expect(counts(long + rare).lexicon(minimumCount: 1).count == 10)
  }

  @Test func `where the lexicon is too large the rarest words go`() {
    let rare = (0..<300).map { "raro\($0 * 7919 % 1000)x" }.joined(separator: " ")
    let text = String(repeating: "o rato roeu a rolha do rei ", count: 9) + rare
    let whole = counts(text).lexicon()
    let small = counts(text).lexicon(byteLimit: 100)
    #expect(whole.count > 200 && small.count == 7 && small.bytes.count <= 100)
    #expect(counts(text).lexicon(byteLimit: 1).count == 0)
  }
}

@Suite struct WrittenWordsTests {
  @Test func `cutting the text into other pieces changes nothing`() {
    let text = "Os vocêvar, guarda-chuva e d’água — fim."
    var whole = WrittenWords()
    whole.add(text)
    var pieces = WrittenWords()
    for character in text { pieces.add(String(character)) }
    #expect(pieces == whole)
    for word in ["Os", "vocêvar", "guarda-chuva", "e", "d’água", "fim"] {
      #expect(whole.contains(word), "\(word)")
    }
    #expect(!whole.contains("guarda") && !whole.contains("os"))
  }

  @Test func `the last word is one when it has ended`() {
    var words = WrittenWords()
    words.add("os alu")
    #expect(words.contains("os") && !words.contains("alu"))
    words.add("nos")
    #expect(!words.contains("alunos"))
    words.add(" ")
    #expect(words.contains("alunos") && !words.contains("alu"))
  }

  @Test func `a text without a break is not kept`() {
    var words = WrittenWords()
    for _ in 0..<2000 { words.add("a") }
    words.add(" sim ")
    #expect(words.contains("sim"))
  }
}
