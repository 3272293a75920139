import Testing
import TextGenProbes

struct LongRangeTests {
  @Test func `the distance is the number of words between cue and place`() throws {
    for item in Sample.items(.language) {
      let country = try #require(Country.all.first { item.context.contains(" \($0.name).") })
      let words = item.context.split(separator: " ")
      let cue = try #require(words.firstIndex(of: "\(country.name)."))
      #expect(words.count - cue - 1 == item.distance, "\(item.context)")
    }
    for item in Sample.items(.name) {
      let name = item.alternatives[item.rightIndex].dropFirst()
      let words = item.context.split(separator: " ")
      let cue = try #require(words.firstIndex(of: name))
      #expect(words.count - cue - 1 == item.distance, "\(item.context)")
    }
    for item in Sample.items(.verbNumber) {
      #expect(item.context.wordCount - 2 == item.distance, "\(item.context)")
    }
  }

  @Test func `training has all distances from 1 to 60`() {
    let counts = Sample.set.trainingLines.filter { line in
      Subject.verbs.contains { line.hasSuffix(" \($0.singular).") }
    }.map { $0.wordCount - 3 }
    #expect(Set(counts).isSuperset(of: 1...60))
  }

  @Test func `fillers name neither a country nor a language nor a person`() {
    var texts = Country.all.flatMap { [$0.name, $0.language] }
    texts += PersonTheme.all.flatMap(\.names)
    texts += Subject.all.flatMap {
      [String($0.singular.dropFirst(2)), String($0.plural.dropFirst(3))]
    }
    texts += Subject.verbs.flatMap { [$0.singular, $0.plural] }
    let cues = Set(texts.flatMap(\.plainWords))
    for filler in NeutralSentences.mosaic.pieces + NeutralClauses.mosaic.pieces {
      #expect(cues.isDisjoint(with: filler.text.plainWords), "\(filler.text)")
      #expect(filler.size == filler.text.wordCount)
    }
    #expect(cues.count > 150)
  }

  @Test func `a lead begins no other lead and no filler`() {
    let sentenceLeads = PersonTheme.all.map { $0.leads.map(\.text) } + [Country.leads.map(\.text)]
    for leads in sentenceLeads {
      expectNoPrefix(leads, in: leads + NeutralSentences.mosaic.pieces.map(\.text))
    }
    let leads = Subject.leads.map(\.text)
    expectNoPrefix(leads, in: leads + NeutralClauses.mosaic.pieces.map(\.text))
    let phrases = BracketProbes.phrases.pieces.map(\.text)
    expectNoPrefix(phrases, in: phrases)
  }

  private func expectNoPrefix(_ starts: [String], in texts: [String]) {
    for start in starts {
      #expect(texts.filter { $0.hasPrefix(start) && $0 != start } == [], "\(start)")
    }
  }

  @Test func `no filler of a test item stands in a training line`() {
    func filler(_ line: String) -> String {
      let separator = line.contains(". ") ? ". " : ", "
      var parts = line.split(separator: separator)
      guard parts.count > 2 else { return "" }
      parts.removeFirst()
      parts.removeLast()
      return parts.joined(separator: separator)
    }
    let subjects = Subject.all.flatMap { [$0.singular, $0.plural] }
    let verbs = Subject.verbs.flatMap { [" \($0.singular).", " \($0.plural)."] }
    let isVerbLine = { (line: String) in
      subjects.contains { line.hasPrefix($0) } && verbs.contains { line.hasSuffix($0) }
    }
    let names = PersonTheme.all.flatMap { $0.names.map { " \($0)." } }
    let languages = Country.all.map { " \($0.language)." }
    // Lines over a few words have no filler, so that more are needed for as many fillers.
    let set = Sample.make(
      seed: 1, ProbeSizes(lineCount: 2_400, longRangeItemCount: 48, otherItemCount: 240))
    let training = Set(
      set.trainingLines.filter { line in
        isVerbLine(line) || names.contains { line.hasSuffix($0) }
          || languages.contains { line.hasSuffix($0) }
      }.map(filler))
    #expect(training.count > 500)
    let tested = Set(
      set.items.filter { $0.family == .longRange }.map { filler($0.line) }
    ).subtracting([""])
    #expect(tested.count > 100 && tested.isDisjoint(with: training))
  }

  @Test func `each country has its article`() {
    let phrases = [
      "Alemanha": "na da", "Áustria": "na da", "França": "na da", "Itália": "na da",
      "Espanha": "na da", "Argentina": "na da", "Colômbia": "na da", "México": "no do",
      "Chile": "no do", "Uruguai": "no do", "Cuba": "em de", "Portugal": "em de",
      "Brasil": "no do", "Inglaterra": "na da", "Austrália": "na da", "Rússia": "na da",
      "Ucrânia": "na da", "Grécia": "na da", "Turquia": "na da", "Suécia": "na da",
      "Noruega": "na da", "Dinamarca": "na da", "Finlândia": "na da", "Islândia": "na da",
      "Holanda": "na da", "Hungria": "na da", "Bulgária": "na da", "Croácia": "na da",
      "Albânia": "na da", "Lituânia": "na da", "Japão": "no do", "Coreia": "na da",
      "China": "na da", "Tailândia": "na da", "Egito": "no do", "Israel": "em de",
    ]
    #expect(phrases.count == Country.all.count)
    for country in Country.all {
      let words = [country.inPhrase, country.fromPhrase].map { $0.prefix { $0 != " " } }
      #expect(words.joined(separator: " ") == phrases[country.name], "\(country.name)")
      #expect(country.inPhrase.hasSuffix(" " + country.name))
    }
  }
}
