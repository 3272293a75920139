import Testing
import TextGenProsody

struct PoemScannerTests {
  static let trova = """
    Apaga a serra o clarão
    e a barca volta sem rumo;
    jaz no cais o lampião
    e a vela dança no fumo.
    """

  static func scan(_ text: String, form: String? = nil) throws -> ScannedPoem {
    let form = try form.map { try #require(Form.named($0)) }
    return PoemScanner(form: form).scan(try #require(Poem.poems(in: text).first))
  }

  @Test func `the metre and the rhymes of a quadra are found`() throws {
    let poem = try Self.scan(Self.trova)
    #expect(poem.metre?.syllables == [7])
    #expect(poem.metre?.name == "redondilha maior")
    #expect(poem.scheme == "ABAB")
    #expect(poem.linesInMetre == 4 && poem.unforcedLines == 4)
    #expect(poem.rhymePairs == (2, 2))
    #expect(poem.lines.map(\.rhyme.partners) == [[3], [4], [1], [2]])
  }

  @Test func `prose has no metre`() throws {
    let poem = try Self.scan(
      """
      O relatório foi entregue ontem à tarde.
      Ninguém o leu.
      A reunião, que devia durar uma hora, durou três, e no fim decidimos marcar outra.
      Voltei para casa de autocarro.
      Chovia.
      """)
    #expect(poem.metre == nil)
    #expect(poem.lines.allSatisfy { $0.reading != nil })
  }

  @Test func `a title is a line above a blank one without punctuation`() {
    let text = "Noite no cais\n\n" + Self.trova + "\n\n* * *\n\n" + Self.trova
    let poems = Poem.poems(in: text)
    #expect(poems.map(\.title) == ["Noite no cais", nil])
    #expect(Poem.poems(in: text, titles: .none)[0].stanzas.map(\.count) == [1, 4])
    #expect(Poem.poems(in: "Vem, noite!\n\n" + Self.trova)[0].title == nil)
  }

  @Test func `lines of two lengths in turn are a metre`() throws {
    let poem = try Self.scan(
      """
      A noite desce sobre o mar sereno
      e a barca dorme em paz,
      o vento leva um canto tão pequeno
      que a praia já não traz.
      """)
    #expect(poem.metre?.syllables == [10, 6])
    #expect(poem.linesInMetre == 4)
  }

  @Test func `a line with digits is left unread and the poem goes on`() throws {
    let poem = try Self.scan(Self.trova + "\nno ano 1500")
    #expect(poem.lines[4].reading == nil)
    #expect(poem.lines[4].unread == .digits("1500"))
    #expect(poem.linesInMetre == 4)
  }

  @Test func `a line of prose is counted whatever its length, and signs without vowels aren't`()
    throws
  {
    let poem = try Self.scan(
      String(repeating: "a casa da rua ", count: 20) + "\npst\n\u{43C}\u{438}\u{440}")
    #expect(poem.metre == nil)
    #expect(poem.lines[0].reading?.count == 100)
    #expect(poem.lines[1].reading == nil && poem.lines[2].reading == nil)
  }

  @Test func `brackets of editors and curly apostrophes are read through`() throws {
    let plain = try LineScanner().readings(of: "d'amor ardente").bestReading
    let marked = try LineScanner().readings(of: "«d\u{2019}am[o]r» ardente").bestReading
    #expect(plain?.count == 4 && marked?.count == 4)
  }
}
