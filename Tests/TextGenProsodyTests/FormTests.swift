import Testing
import TextGenProsody

/// A poem of each form passes; one with a slip planted breaks the rule of that slip.
struct FormTests {
  private static func rules(_ text: String, _ form: String) throws -> [Violation.Rule] {
    let form = try #require(Form.named(form))
    let poem = try #require(Poem.poems(in: text).first)
    return form.violations(in: PoemScanner(form: form).scan(poem)).map(\.rule)
  }

  @Test(arguments: FormSamples.all)
  func `a poem of the form passes`(_ sample: FormSamples.Sample) throws {
    #expect(try Self.rules(sample.text, sample.form).filter { !$0.isWarning } == [])
  }

  @Test(arguments: FormSamples.all)
  func `a line too many breaks the number of lines or their stanzas`(
    _ sample: FormSamples.Sample
  ) throws {
    guard !FormSamples.open.contains(sample.form) else { return }
    let longer =
      sample.text + "\n" + (sample.text.split(separator: "\n").last.map(String.init) ?? "")
    let rules = try Self.rules(longer, sample.form)
    #expect(rules.contains(.lines) || rules.contains(.breaks))
  }

  @Test(arguments: FormSamples.planted)
  func `a planted slip breaks its rule`(_ slip: FormSamples.Slip) throws {
    let sample = try #require(FormSamples.all.first { $0.form == slip.form })
    #expect(sample.text.contains(slip.original), "\(slip.original)")
    let text = sample.text.replacing(slip.original, with: slip.replacement)
    let rules = try Self.rules(text, slip.form)
    #expect(rules.contains(slip.rule), "\(slip.form): \(slip.rule.rawValue) in \(rules)")
  }

  @Test func `a repeated word is named once`() throws {
    let text = PoemScannerTests.trova.replacing("no fumo.", with: "sem rumo.")
    #expect(try Self.rules(text, "trova").filter { $0 == .repeatedWord }.count == 1)
  }

  @Test func `a haicai of 5, 7, 6 is out of metre`() throws {
    let text = "noite de neblina\na garça parada espera\na lua no rio manso"
    #expect(try Self.rules(text, "haicai").contains(.metre))
  }

  @Test func `a name with accents and capitals is the same form`() {
    #expect(Form.named("Décima")?.name == "decima")
    #expect(Form.named("limerique") == nil)
  }

  @Test func `an acrostic spells its name whatever the accents`() throws {
    let poem = try #require(
      Poem.poems(in: "Água que passa,\nnoite que fica,\naurora que volta.").first)
    #expect(Acrostic("Aná").violations(in: poem).isEmpty)
    #expect(Acrostic("ANO").violations(in: poem).map(\.rule) == [.acrostic])
    #expect(Acrostic("ANAS").violations(in: poem).map(\.rule) == [.acrostic])
  }

  @Test func `easy suffixes in more than half of the pairs are a warning`() throws {
    let text = """
      A barca vai navegar
      no vento que vem chamado,
      a vela quer repousar
      no rio já sossegado.
      """
    let rules = try Self.rules(text, "trova")
    #expect(rules == [.poorRhyme])
    #expect(Violation.Rule.allCases.filter(\.isWarning) == [.poorRhyme])
  }
}
