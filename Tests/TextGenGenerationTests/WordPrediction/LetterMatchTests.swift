import Testing

@testable import TextGenGeneration

@Suite struct LetterMatchTests {
  private static let accent = LetterMatch.accentLeftOut
  private static let capital = LetterMatch.capitalLeftOut

  @Test(
    arguments: [
      ("e", "ê", accent), ("e", "é", accent), ("c", "ç", accent), ("a", "ã", accent),
      ("n", "ñ", accent), ("a", "ạ", accent), ("l", "L", capital), ("ó", "Ó", capital),
      ("o", "Ô", accent * capital), ("E", "É", accent), ("2", "2", 1), ("ж", "Ж", capital),
    ] as [(Unicode.Scalar, Unicode.Scalar, Double)])
  func `a typed letter means itself with any accent, and a small one its capital`(
    typed: Unicode.Scalar, meant: Unicode.Scalar, weight: Double
  ) {
    #expect(LetterMatch.weight(of: meant, typedAs: typed) == weight)
    #expect(LetterMatch.weight(of: typed, typedAs: typed) == 1)
    let first = String(meant).utf8.first ?? 0
    #expect(LetterMatch.firstBytes(of: typed).contains(first))
  }

  @Test(
    arguments: [
      ("ê", "e"), ("é", "ê"), ("é", "E"), ("L", "l"), ("E", "é"), ("a", "o"), ("a", "æ"),
      ("ç", "c"), ("-", "'"), ("a", "ª"), ("i", "ĳ"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func `an accent or a capital is never typed in vain`(
    typed: Unicode.Scalar, other: Unicode.Scalar
  ) {
    #expect(LetterMatch.weight(of: other, typedAs: typed) == 0)
  }
}

@Suite struct TypedLettersTests {
  private static let slip = TypedLetters.slip

  private func weight(_ typed: String, _ word: String, slips: Bool) -> Double {
    let letters = TypedLetters(typed)
    return (slips ? letters.forgiving : letters).weight(ofBeginning: word)
  }

  @Test(
    arguments: [
      ("obriagdo", "obrigado"), ("telefoen", "telefone"), ("porfessor", "professora"),
      ("chuav", "chuva"), ("amnhã", "amanhã"), ("carrro", "carro"), ("amanhãa", "amanhã"),
      ("xarro", "carros"), ("arro", "carro"), ("acrro", "carro"), ("ccarro", "carro"),
      ("carto", "carro"),
    ])
  func `a letter wrong, missing, too many or misplaced is one slip`(typed: String, word: String) {
    #expect(weight(typed, word, slips: true) == Self.slip)
    #expect(weight(typed, word, slips: false) == 0)
  }

  @Test func `weights multiply, and the likeliest explanation counts`() {
    #expect(weight("onibsu", "ônibus", slips: true) == Self.slip * LetterMatch.accentLeftOut)
    #expect(weight("voce", "vocês", slips: true) == LetterMatch.accentLeftOut)
    #expect(weight("abcd", "abdcx", slips: true) == Self.slip)
    #expect(weight("", "casa", slips: false) == 1)
  }

  @Test(arguments: [("obriagod", "obrigado"), ("cadeira", "cavalo"), ("casa", "ca")])
  func `two slips are not forgiven, nor the end of a word`(typed: String, word: String) {
    #expect(weight(typed, word, slips: true) == 0)
  }

  @Test(
    arguments: [
      ("vel", "incrível", 1), ("cao", "canção", 0.01), ("ção", "cancao", 0), ("", "a", 1),
      ("longo", "o", 0),
    ])
  func `letters at the end of a word follow the same rule`(
    typed: String, word: String, expected: Double
  ) {
    #expect(abs(TypedLetters(typed).weight(ofEnd: word) - expected) < 1e-15)
  }
}
