import Testing
import TextGenJSON
import TextGenPoetry
import TextGenProsody

@testable import TextGenServing

/// Poems over the service, with a model of the box.
struct VerseRouteTests {
  private func call(_ body: String) async throws -> ServiceClient.Reply {
    await (try ServiceClient.shared.get()).call("POST", "/v1/verse", body)
  }

  @Test func `a poem keeps its form, and comes line by line`() async throws {
    let body = #"{"form":"trova","theme":"mar, bragadoce","seed":7"#
    let reply = try await call(body + "}")
    #expect(reply.status == 200, "\(reply.text)")
    let poem = try #require(list(reply.json["poems"]).first)
    let text = try #require(string(poem["text"]))
    let lines = list(list(poem["stanzas"]).first)
    #expect(lines.count == 4 && lines.allSatisfy { $0["syllables"] == .int(7) })
    #expect(lines.compactMap { string($0["rhyme"]) } == ["A", "B", "A", "B"])
    #expect(lines.compactMap { string($0["text"]) }.joined(separator: "\n") + "\n" == text)
    #expect(list(poem["unknown_theme"]).compactMap(string) == ["bragadoce"])
    let stream = try await call(body + #","stream":true}"#)
    var shown: [String] = []
    for event in try stream.events.map({ try JSONReader.value(Array($0.utf8)) }) {
      if let line = string(event["line"]) { shown.append(line) }
      if case .int(let count)? = event["retract"] { shown.removeLast(count) }
      if let whole = string(event["text"]) { #expect(whole == text) }
    }
    // The last line comes with the poem.
    #expect(
      shown.map { $0.lowercased() }
        == text.lowercased().split(separator: "\n").dropLast().map(String.init))
  }

  @Test(
    arguments: [
      ("{}", "missing_field form"), (#"{"form":"ode"}"#, "invalid_value form"),
      (#"{"form":"trova","metre":"3"}"#, "invalid_value metre"),
      (#"{"form":"trova","metre":"10"}"#, "invalid_value metre"),
      (#"{"form":"trova","rhyme":"A1"}"#, "invalid_value rhyme"),
      (#"{"form":"trova","rhyme":"AABB"}"#, "invalid_value rhyme"),
      (#"{"form":"trova","stanzas":2}"#, "invalid_value stanzas"),
      (#"{"form":"soneto","rhyme_kind":"toante"}"#, "invalid_value rhyme_kind"),
      (#"{"form":"trova","strict":"pt"}"#, "invalid_value strict"),
      (#"{"form":"trova","acrostic":"MAR"}"#, "invalid_value acrostic"),
      (#"{"form":"trova","acrostic":"M4R!"}"#, "invalid_value acrostic"),
      (#"{"acrostic":"AMOR","first_line":"O mar"}"#, "invalid_value first_line"),
      (#"{"form":"trova","first_line":"a\nb"}"#, "invalid_value first_line"),
      (#"{"form":"trova","theme":["a",1]}"#, "invalid_value theme[1]"),
      (#"{"form":"trova","count":9}"#, "invalid_value count"),
      (#"{"form":"trova","x":1}"#, "unknown_field x"),
    ])
  func `what a form does not allow is refused by its field`(
    _ body: String, _ expected: String
  ) async throws {
    let error = try await call(body).json["error"]
    #expect(
      "\(string(error?["code"]) ?? "") \(string(error?["param"]) ?? "")" == expected, "\(body)")
  }

  @Test func `a name and a theme are read as the command reads them`() throws {
    let body = #"{"acrostic":"Amor Meu","theme":" mar alto, noite","first_line":"A lua"}"#
    let options = try VerseRequest(Array(body.utf8)).options
    #expect(options.acrostic == "Amor Meu" && options.theme == ["mar alto", "noite"])
    #expect(options.outline.stanzaLengths == [4, 3] && options.outline.groups.isEmpty)
    let sextilha = try VerseRequest(Array(#"{"form":"sextilha","acrostic":"helenahelena"}"#.utf8))
    #expect(sextilha.options.outline.stanzaLengths == [6, 6])
  }

  @Test func `where there is no poem that is said, with the seed`() async throws {
    let reply = try await call(#"{"form":"trova","first_line":"Mar","seed":3}"#)
    #expect(reply.status == 422)
    #expect(string(reply.json["error"]?["code"]) == "no_poem")
    #expect(string(reply.json["error"]?["message"])?.contains("seed 3") == true)
    let stream = try await call(#"{"form":"trova","first_line":"Mar","seed":3,"stream":true}"#)
    #expect(stream.events.last?.contains(#""reason":"first-line""#) == true)
    // The page says why in both languages.
    let script = String(decoding: PageFile.script.bytes, as: UTF8.self)
    for reason in ["rhyme", "first-line", "acrostic", "steps"] {
      #expect(script.ranges(of: "failed_\(reason)").count == 2, "\(reason)")
    }
  }
}
