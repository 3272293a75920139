import Testing
import TextGenProsody

/// What is counted of poems of a form.
struct FormMeasuresTests {
  private static let good = """
    Apaga a serra o clarão
    e a barca volta sem rumo;
    jaz no cais o lampião
    e a vela dança no fumo.
    """

  private static func measures(_ text: String, _ name: String) throws -> FormMeasures {
    let form = try #require(Form.named(name))
    var measures = FormMeasures()
    for poem in form.poems(in: text, lengths: [4]) { measures.add(poem, form) }
    return measures
  }

  @Test func `a trova has its form, its metre and its rhymes`() throws {
    let measures = try Self.measures(Self.good, "trova")
    #expect(measures.poems == 1 && measures.poemsInForm == 1)
    #expect(measures.lines == 4 && measures.linesInMetre == 4 && measures.unforcedLines == 4)
    #expect(measures.rhymePairs == 2 && measures.rightPairs == 2)
    #expect(measures.poorPairs == 1 && measures.repeatedPairs == 0 && measures.danglingLines == 0)
  }

  @Test func `what is wrong is counted`() throws {
    let text = """
      Apaga a serra o clarão
      e a barca volta sem rumo;
      jaz no cais o lampião
      e a vela dança sem rumo.
      """
    let measures = try Self.measures(text, "trova")
    #expect(measures.poems == 1 && measures.poemsInForm == 0)
    #expect(measures.rightPairs == 1 && measures.repeatedPairs == 1)
  }

  @Test func `poems of a form are found between titles and prose`() throws {
    let form = try #require(Form.named("trova"))
    let text = """
      A BARCA

      \(Self.good)

      Era uma vez um homem que não contava sílabas de espécie alguma.
      Tinha uma casa grande e muito pouco que fazer nela durante o ano inteiro.
      Um dia comprou um livro de versos que lhe custou os olhos da cara.
      Nunca mais ninguém o viu.

      \(Self.good)
      """
    #expect(form.poems(in: text, lengths: [4]).count == 2)
    #expect(form.poems(in: text, lengths: []).isEmpty)
    #expect(form.poems(in: text, lengths: [4, 4]).isEmpty)
  }
}
