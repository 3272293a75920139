import Testing
import TextGenProsody

/// Each rule of scansion by a line that needs it. The count is given; the reading must be licit.
struct MeetingTests {
  private static func divided(_ line: String, _ count: Int) throws -> String? {
    let reading = try LineScanner().reading(of: line, in: Metre(count))
    return reading?.divided.map { $0.isStressed ? $0.text.uppercased() : $0.text.lowercased() }
      .joined(separator: "|")
  }

  private static func licences(_ line: String, _ count: Int) throws -> [LicenceKind]? {
    try LineScanner().reading(of: line, in: Metre(count))?.licences.map(\.kind)
  }

  @Test func `unstressed vowels join at no cost`() throws {
    let reading = try #require(try LineScanner().readings(of: "lanterna acesa").bestReading)
    #expect(reading.count == 4 && reading.cost == 0)
    #expect(reading.joins.map(\.kind) == [.crase])
    let other = try #require(try LineScanner().readings(of: "barca esguia").bestReading)
    #expect(other.joins.map(\.kind) == [.elisao])
  }

  @Test func `the example of the design is read as the design has it`() throws {
    #expect(try Self.divided("Apaga a serra o clarão", 7) == "a|PA|ga_a|SER|ra_o|cla|RÃO")
    #expect(try Self.divided("e a barca volta sem rumo;", 7) == "e_a|BAR|ca|VOL|ta|sem|RU|mo")
    #expect(try Self.divided("jaz no cais o lampião", 7) == "JAZ|no|CAIS|o|lam|pi|ÃO")
  }

  @Test func `vowels kept apart are a dialefa`() throws {
    #expect(try Self.licences("lanterna acesa", 5) == [.dialefa])
  }

  @Test func `two stressed vowels in one syllable are a licence`() throws {
    let apart = try #require(try LineScanner().reading(of: "virá outro", in: Metre(3)))
    let joined = try #require(try LineScanner().reading(of: "virá outro", in: Metre(2)))
    #expect(apart.cost < joined.cost)
    #expect(joined.licences.map(\.kind) == [.sinalefa])
  }

  @Test func `a final nasal stays, or is dropped at a price`() throws {
    #expect(try LineScanner().readings(of: "homem amado").best == 4)
    #expect(try Self.licences("homem amado", 3) == [.nasal])
  }

  @Test func `com before an article may lose its nasal`() throws {
    let reading = try #require(try LineScanner().reading(of: "com a barca", in: Metre(2)))
    #expect(reading.cost == 10)
  }

  @Test func `a rising group contracts, a falling one opens`() throws {
    #expect(try Self.licences("violência", 2) == [.sinerese])
    #expect(try Self.licences("vaidade", 4) == nil || Self.licences("vaidade", 4) == [.dierese])
    #expect(try Self.divided("a violência", 3) == "a|vi_o|LÊN|cia")
  }

  @Test func `an unstressed vowel before r may be dropped`() throws {
    #expect(try Self.licences("áspera vida", 3) == [.sincope])
  }

  @Test func `four unstressed vowels may be one syllable`() throws {
    #expect(try Self.divided("a crença e o amor", 4) == "a|CREN|ça_e_o_a|MOR")
  }

  @Test func `an apostrophe between vowels joins them`() throws {
    #expect(try LineScanner().readings(of: "co'o povo").best == 2)
  }

  @Test func `a pause makes a join dearer`() throws {
    let costs = try ["casa aberta", "casa, aberta", "casa. Aberta"].map {
      try LineScanner().reading(of: $0, in: Metre(3))?.cost
    }
    #expect(costs == [0, 2, 5])
  }

  @Test func `the end of a line is aguda, grave or esdrúxula`() throws {
    let endings = try ["o clarão", "sem rumo", "a lâmpada", "o sábio"].map {
      try LineScanner().readings(of: $0).bestReading?.ending
    }
    #expect(endings == [.aguda, .grave, .esdruxula, .grave])
  }

  @Test func `a last stress that the spelling doesn't show is a licence`() throws {
    let reading = try #require(try LineScanner().reading(of: "o velho tramolio", in: Metre(5)))
    #expect(reading.licences.map(\.kind) == [.deslocamento])
    #expect(reading.ending == .grave)
  }

  @Test func `a clitic bears the last stress only at a price`() throws {
    let reading = try #require(try LineScanner().readings(of: "a barca que").bestReading)
    #expect(reading.cost >= 10)
  }

  @Test func `h is transparent`() throws {
    #expect(try LineScanner().readings(of: "força humana").best == 3)
  }

  @Test func `the spelling before the reforms hides stresses`() throws {
    #expect(try LineScanner().readings(of: "Pallida flor").best == 4)
    let reading = try LineScanner().reading(of: "da philosophia e do craneo", in: Metre(8))
    #expect(reading?.ending == .grave)
  }

  @Test(arguments: [
    ("no ano 1500", "1500"), ("...", "..."), (String(repeating: "ba", count: 201), nil),
  ])
  func `a line that is no verse is refused`(_ line: String, _ found: String?) {
    let error = #expect(throws: Unreadable.self) { try LineScanner().readings(of: line) }
    if let found { #expect(error?.found == found) }
  }
}
