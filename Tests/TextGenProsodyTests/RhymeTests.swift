import Testing
import TextGenProsody

/// Convention 4 and the table of varieties, a pair for each statement.
struct RhymeTests {
  private static func names(_ pair: String) -> [String] {
    let words = pair.split(separator: " ").map(String.init)
    let verdict = Rhymer().verdict(words[0], words[1])
    return [verdict.brazil.name, verdict.portugal.name]
  }

  @Test(arguments: [
    "rumo fumo", "clarão lampião", "mar olhar", "serra guerra", "noite foi-te", "exato gato",
    "passo laço", "nascer vencer", "reis leis", "água mágoa", "campo tampo", "canto encanto",
    "caça massa", "via cotovia", "contou-lhe mandou-lhe",
  ])
  func `equal sounds from the stressed vowel on rhyme fully`(_ pair: String) {
    #expect(Self.names(pair) == ["consoante", "consoante"])
  }

  @Test(arguments: ["casa mata", "palácio rosário", "mágico pássaro", "mar paz"])
  func `equal vowels are assonance`(_ pair: String) {
    #expect(Self.names(pair) == ["toante", "toante"])
  }

  @Test(arguments: [
    "novelo singelo", "estrela bela", "melhor amor", "mar lâmpada", "lã lá", "mão lã", "pai pá",
    "boi vou", "casa casas", "pá paz", "rumo rumo", "Mar mar", "casa caso", "corre torre",
  ])
  func `unequal height, nasality, glide, ending or distance is no rhyme`(_ pair: String) {
    #expect(Self.names(pair) == ["none", "none"])
  }

  @Test(arguments: ["papel céu", "funil partiu", "sal mau", "paz mais", "luz azuis"])
  func `some pairs rhyme in Brazil only`(_ pair: String) {
    #expect(Self.names(pair) == ["consoante", "none"])
  }

  @Test(arguments: ["bem mãe", "vinténs mães"])
  func `some pairs rhyme in Portugal only`(_ pair: String) {
    #expect(Self.names(pair) == ["none", "consoante"])
  }

  @Test(arguments: ["gosto rosto", "jogo logo", "corte morte"])
  func `homographs of two heights are ambiguous`(_ pair: String) {
    #expect(Self.names(pair) == ["ambiguous", "ambiguous"])
  }

  @Test func `a height that is only guessed is said to be`() {
    #expect(!Rhymer().verdict("zoglefo", "tiglefo").isSure)
    #expect(Rhymer().verdict("novelo", "singelo").isSure)
  }

  private static let heights: [(open: String, closed: String)] = [
    ("anzol lençol papel donzela cautela viola aurora devota serra erva parece", ""),
    ("singelo paralelo flagelo", "novelo camelo cotovelo tornozelo"),
    ("manhosa manhosos manhosas", "manhoso"),
    ("arredor maior", "calor amor flor"),
    ("festa floresta rosa prosa porta", "riqueza firmeza desejo azulejo segredo garoa pessoa"),
    ("move fere cobre", "bebesse vendera cabeça"),
    ("trouxesse coubera pudesse tivera", "fosse esposa raposa boca moça"),
    ("ossos ovos impostos mortos", "osso ovo morto pescoço"),
  ]

  @Test func `heights follow the rules and their exceptions`() {
    for (open, closed) in Self.heights {
      for word in open.split(separator: " ") {
        #expect(Rhymer().heights(of: Syllabifier().divide(word)) == [.open], "\(word)")
      }
      for word in closed.split(separator: " ") {
        #expect(Rhymer().heights(of: Syllabifier().divide(word)) == [.closed], "\(word)")
      }
    }
  }
}
