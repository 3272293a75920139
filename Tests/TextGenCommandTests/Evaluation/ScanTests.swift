import Foundation
import Testing

/// `textgen scan` as people and programs use it.
struct ScanTests {
  private static let trova = """
    Apaga a serra o clarão
    e a barca volta sem rumo;
    jaz no cais o lampião
    e a vela dança no fumo.

    """

  private static func scan(
    _ arguments: String..., input: String = trova
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram(folder: "/").run(["scan"] + arguments, input: Data(input.utf8))
  }

  @Test func `a poem is shown with its stresses in capitals where there is no colour`() throws {
    let outcome = try Self.scan("-", "--form", "trova")
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines[0].hasPrefix("trova, redondilha maior, ABAB consoante (pt-BR and pt-PT)  "))
    #expect(lines[0].hasSuffix("4 of 4 in metre"))
    #expect(lines[1] == " 1  A  a|PA|ga_a|SER|ra_o|cla|RÃO      7   2-4-7   aguda")
    #expect(lines.count == 5)
  }

  @Test func `JSON has the keys of the contract`() throws {
    let outcome = try Self.scan("-", "--json", "--form", "trova")
    let poem = try outcome.json()
    #expect(
      Set(poem.keys) == [
        "poem", "title", "form", "metre", "scheme", "strict", "stanzas", "summary", "violations",
      ])
    #expect(poem["title"] is NSNull)
    let stanza = try #require((poem["stanzas"] as? [[String: Any]])?.first)
    let line = try #require((stanza["lines"] as? [[String: Any]])?.first)
    #expect(
      Set(line.keys) == [
        "line", "text", "syllables", "stresses", "metre", "pattern", "ending", "divided", "joins",
        "licences", "cost", "unforced", "alternatives", "rhyme", "words",
      ])
    #expect(line["divided"] as? [String] == ["A", "pa", "ga_a", "ser", "ra_o", "cla", "rão"])
    let summary = try #require(poem["summary"] as? [String: Int])
    #expect(
      summary == [
        "lines": 4, "in_metre": 4, "unforced": 4, "rhyme_pairs": 2, "rhymes_right": 2,
      ])
  }

  @Test func `a broken form fails the check and names the rule`() throws {
    let outcome = try Self.scan(
      "-", "--check", "--form", "trova", input: Self.trova.replacing("sem rumo", with: "sem mar"))
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.text.contains("line 4: scheme: found mar, fumo"))
    #expect(try Self.scan("-", "--check", "--form", "trova").status == 0)
  }

  @Test func `a line with digits has no syllables and says what stopped it`() throws {
    let poem = try Self.scan("-", "--json", input: "no ano 1500\n" + Self.trova).json()
    let stanza = try #require((poem["stanzas"] as? [[String: Any]])?.first)
    let line = try #require((stanza["lines"] as? [[String: Any]])?.first)
    #expect(line["syllables"] is NSNull)
    #expect(line["unread"] as? String == "1500")
  }

  @Test func `words are answered line by line and a bad line by its error`() throws {
    let outcome = try Self.scan("--words", "-", input: "cílio\ncontou-lhe\n12\n\nver-te-ei\n")
    let answers = try outcome.jsonLines()
    #expect(answers.count == 5)
    #expect(answers[0]["syllables"] as? [String] == ["cí", "lio"])
    let alternative = try #require(answers[0]["alternative"] as? [String: Any])
    #expect(alternative["syllables"] as? [String] == ["cí", "li", "o"])
    #expect(alternative["stress"] as? Int == 3)
    #expect(answers[1]["stress"] as? Int == 2)
    #expect(answers[2]["error"] is String && answers[3]["error"] is String)
    #expect(answers[4]["stress"] as? Int == 1)
    #expect(outcome.status == 0)
  }

  @Test func `rhymes are judged for both varieties`() throws {
    let answers = try Self.scan(
      "--rhymes", "-", input: "novelo\tsingelo\nbem\tmãe\nsó um\n"
    ).jsonLines()
    #expect(answers[0]["rhyme"] as? String == "none")
    #expect(answers[1]["rhyme"] as? String == "ambiguous")
    #expect(answers[1]["pt_pt"] as? String == "consoante")
    #expect(answers[2]["error"] is String)
  }

  @Test func `a metre is accepted or not, with the best count beside it`() throws {
    let line = "As armas e os barões assinalados\n"
    let accepted = try Self.scan("--metre", "10:6-10", "-", input: line).json()
    #expect(accepted["accepted"] as? Bool == true && accepted["best"] as? Int == 10)
    #expect(accepted["name"] as? String == "decassílabo heroico")
    let refused = try Self.scan("--metre", "7", "-", input: line).json()
    #expect(refused["accepted"] as? Bool == false && refused["best"] as? Int == 10)
    #expect(refused["stresses"] is NSNull && refused["licences"] is NSNull)
    #expect(try Self.scan("--metre", "any", "-", input: line).json()["metre"] as? Int == 10)
  }

  @Test(arguments: [
    (["--form", "sonetto", "-"], "did you mean soneto"),
    (["--check", "-"], "--check has no form"),
    (["--metre", "99", "-"], "'99' is no metre"),
    (["--words", "--json", "-"], "leave out"),
    (["--words", "--rhymes", "-"], "exclude each other"),
    ([], "there is no FILE"),
  ])
  func `wrong usage is answered in a sentence`(_ arguments: [String], _ sentence: String) throws {
    let outcome = try BuiltProgram(folder: "/").run(["scan"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func `prose is scanned, and said to be prose`() throws {
    let prose =
      "O presidente anunciou ontem que o novo orçamento será enviado ao congresso na sexta-feira.\n"
      + "A oposição criticou o atraso e pediu explicações ao ministro, que não quis responder.\n"
    let outcome = try Self.scan("-", input: prose)
    #expect(outcome.status == 0 && outcome.text.contains("2 lines"))
    #expect(outcome.errorLines.isEmpty && outcome.error.split(separator: "\n").count == 1)
    #expect(
      outcome.error.contains("looks like prose: 2 of 2 lines have more than 16 syllables"),
      "\(outcome.error)")
  }

  @Test(arguments: [
    "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate\n",
    "Ночь, улица, фонарь, аптека,\nБессмысленный и тусклый свет.\nЖиви ещё хоть четверть века,\n"
      + "Всё будет так. Исхода нет.\n",
  ])
  func `verse in another language is scanned, and said to be none of Portuguese`(_ verse: String)
    throws
  {
    var program = BuiltProgram(folder: "/")
    program.environment["TEXTGEN_LANGUAGE"] = "pt"
    let outcome = try program.run(["scan", "-"], input: Data(verse.utf8))
    #expect(outcome.status == 0 && !outcome.text.isEmpty)
    #expect(outcome.error.contains("parece estar em outra língua"), "\(outcome.error)")
  }

  @Test func `verse in an old spelling is Portuguese`() throws {
    let verse = "Elle passou pela collina escura\nE a phantasia da sua alma pura\nAbraça a mãe\n"
    #expect(try Self.scan("-", input: verse).error.isEmpty)
  }

  @Test func `ten megabytes in one poem are refused with what to do`() throws {
    let text = String(repeating: "Apaga a serra o clarão\n", count: 430_000)
    let outcome = try Self.scan("-", input: text)
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errorLines.count == 1)
    #expect(outcome.error.contains("430,000 lines, but at most 20,000"), "\(outcome.error)")
  }

  @Test func `a text without a line of verse is refused`() throws {
    let outcome = try Self.scan("-", input: "\n\n")
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1)
  }
}
