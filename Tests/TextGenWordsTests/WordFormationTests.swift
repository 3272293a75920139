import Testing

@testable import TextGenWords

@Suite struct WordFormationTests {
  private static let formation = WordFormation(
    Lexicon([
      "a", "água", "aluno", "amigo", "barco", "cabeça", "café", "cantar", "casa", "chuva", "clara",
      "comprar", "construção", "contar", "corrida", "dar", "dente", "disse", "eis", "fácil",
      "falou",
      "falando", "fazemos", "fazer", "faz", "feliz", "fizeram", "flor", "fogo", "gato", "guarda",
      "guerra", "irmã", "Lisboa", "mãe", "mercado", "nova", "o", "organizar", "Paulo", "partir",
      "ruga", "rugas", "São", "sentamos", "senhora", "sul", "verde", "viver", "xadrez", "lógica",
      "ONU", "homem", "comer", "comeu", "coração", "disse-lhe",
    ]))

  private func knows(_ word: String) -> Bool { Self.formation.knows(word) }

  @Test(arguments: ["casa", "Casa", "CASA", "Lisboa", "LISBOA", "ONU", "Café", "ÁGUA", "irmã"])
  func `a word of the lexicon is known with capitals, too`(word: String) {
    #expect(knows(word))
    #expect(Self.formation.lexicon.knows(word))
  }

  @Test(arguments: [
    "lisboa", "onu", "paulo", "CaSa", "cAFÉ", "vocêvar", "ônibustos", "x", "-", "", "vinte5",
  ])
  func `what only resembles a known word is unknown`(word: String) { #expect(!knows(word)) }

  @Test(arguments: ["2a", "1º", "R2", "BR-101", "COVID19"])
  func `a word that begins with a number, or has one among capitals, is known`(word: String) {
    #expect(knows(word))
  }

  @Test(arguments: [
    "guarda-chuva", "ex-aluno", "pós-guerra", "Guarda-Chuva", "sul-gatinho", "verde-água",
    "casa-casa-casa", "São-Paulo",
  ])
  func `known parts make a compound`(word: String) { #expect(knows(word)) }

  @Test(arguments: [
    "guarda-xyz", "xyz-chuva", "chuva-ex", "casa--casa", "ex", "guarda-", "casa-o", "o-casa",
  ])
  func `an unknown part or one too short makes none`(word: String) { #expect(!knows(word)) }

  @Test(arguments: [
    "falou-lhe", "disse-me", "fazê-lo", "comprá-la", "parti-los", "fá-lo", "ei-lo", "fazemo-las",
    "sentamo-nos", "fizeram-no", "contar-se-ia", "dir-se-ia", "far-lhe-ei", "comprá-lo-ei",
    "Disse-lhe",
  ])
  func `a verb takes its pronouns`(word: String) { #expect(knows(word)) }

  @Test(arguments: [
    "xyzou-lhe", "xyzá-lo", "falou-lhe-xyz", "xyzar-se-ia", "mãe-a", "homem-se", "gato-lo",
  ])
  func `an unknown verb takes none, nor does a noun`(word: String) { #expect(!knows(word)) }

  @Test(arguments: ["d'água", "d’água", "D'Água", "n'água", "minh'casa"])
  func `what is known is known after an apostrophe`(word: String) { #expect(knows(word)) }

  @Test(arguments: ["d'xyz", "z'água", "d'"])
  func `an apostrophe makes nothing known`(word: String) { #expect(!knows(word)) }

  @Test(arguments: ["casas", "gatos", "dentes", "cafés", "irmãs", "Alunos"])
  func `a noun that ends in a vowel has its plural`(word: String) { #expect(knows(word)) }

  @Test(arguments: ["falous", "comeus", "falandos", "coraçãos", "as", "flors", "xyzas"])
  func `the past of a verb, a gerund and -ão have none in -s`(word: String) {
    #expect(!knows(word))
  }

  @Test(arguments: ["claramente", "facilmente", "felizmente", "logicamente"])
  func `an adjective gives an adverb`(word: String) { #expect(knows(word)) }

  @Test(arguments: ["casamente", "gatomente", "mente", "xyzmente", "comermente"])
  func `a noun gives no adverb`(word: String) { #expect(!knows(word)) }

  @Test(arguments: [
    "gatinho", "gatinhos", "casinha", "cafezinho", "mãezinha", "florzinhas", "barquinho",
    "foguinho",
    "cabecinha", "aguinha", "amiguinho",
  ])
  func `a noun has its diminutive`(word: String) { #expect(knows(word)) }

  @Test(arguments: ["inho", "zinho", "xyzinho", "gatinha", "barqinho"])
  func `a diminutive needs its noun`(word: String) { #expect(!knows(word)) }

  @Test(arguments: ["supermercado", "antirrugas", "reviver", "reconstrução", "desorganizar"])
  func `a prefix makes a word of a word`(word: String) { #expect(knows(word)) }

  @Test(arguments: ["recasa", "superhomem", "antirugas", "desxyzar", "supersol", "reflor"])
  func `a prefix alone makes none`(word: String) { #expect(!knows(word)) }
}
