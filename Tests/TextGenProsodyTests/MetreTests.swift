import Testing
import TextGenProsody

struct MetreTests {
  @Test func `a metre is a length, perhaps with stresses`() {
    #expect(Metre("10") == Metre(10))
    #expect(Metre("10:6-10") == Metre(10, pattern: StressPattern([6, 10])))
    #expect(Metre("10:6") == Metre("10:6-10"))
    for text in ["", "0", "17", "10:", "10:6-4", "10:6-11", "dez", "10:6-10:4"] {
      #expect(Metre(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("As armas e os barões assinalados", 10, "2-6-10", "decassílabo heroico"),
    ("o vento traz um canto tão pequeno", 10, "2-6-10", "decassílabo heroico"),
    ("e a barca volta sem rumo", 7, "2-4-7", "redondilha maior"),
  ])
  func `a line has the stresses and the name of its pattern`(
    _ line: String, _ count: Int, _ pattern: String, _ name: String
  ) throws {
    let reading = try #require(try LineScanner().reading(of: line, in: Metre(count)))
    #expect(reading.pattern == pattern)
    #expect(reading.name == name)
  }

  @Test func `required stresses must be there`() throws {
    let line = "As armas e os barões assinalados"
    #expect(
      try LineScanner().reading(of: line, in: Metre(10, pattern: StressPattern([6, 10]))) != nil)
    #expect(
      try LineScanner().reading(of: line, in: Metre(10, pattern: StressPattern([5, 10]))) == nil)
  }

  @Test func `an alexandrine has its caesura after an oxytone or a joined vowel`() throws {
    let scanner = LineScanner()
    // Junqueiro's lines end their first half in an oxytone and in a vowel that joins.
    let oxytone = "A barca do luar desceu ao rio frio"
    let joined = "A lua sobre a casa acende a noite escura"
    let parted = "O vento e os nossos barcos voltam sobre o mar"
    #expect(try scanner.reading(of: oxytone, in: .alexandrine)?.name == "alexandrino")
    #expect(try scanner.reading(of: joined, in: .alexandrine)?.name == "alexandrino")
    #expect(try scanner.reading(of: parted, in: .alexandrine) == nil)
    let stresses = try #require(Metre("12:6-12"))
    #expect(try scanner.reading(of: joined, in: stresses)?.name == "alexandrino")
  }
}
