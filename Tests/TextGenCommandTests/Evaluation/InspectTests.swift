import Foundation
import Testing
import TextGen

@testable import TextGenCommand

struct InspectTests {
  private func place(_ options: String...) throws -> Workplace {
    let place = try Workplace()
    #expect(
      try place.program.run(Workplace.tinyTraining + ["--steps", "5"] + options).status == 0)
    return place
  }

  @Test func `the card says what the model is`() throws {
    let place = try place("--layers", "2")
    let outcome = try place.program.run("inspect")
    #expect(outcome.status == 0)
    for phrase in [
      "architecture  ", "LSTM", "2 layers of 16", "parameters ", "recurrent.weight_hh_l1",
      "64 × 16", "bits per character", "lexicon  ", "82 words",
    ] {
      #expect(outcome.text.contains(phrase), "\(phrase)")
    }
    let json = try place.program.run("inspect", "--json").json()
    #expect((json["tensors"] as? [[String: Any]])?.count == 11)
    #expect((json["configuration"] as? [String: Any])?["cell"] as? String == "lstm")
    #expect((json["lexicon"] as? [String: Any])?["count"] as? Int == 82)
  }

  /// A text as it is, decomposed, with other line ends, with a mark before it, and one of which the model
  /// knows nothing.
  private static let twins = [
    "A avó já chegou.\nNão!\n", "A avo\u{301} ja\u{301} chegou.\nNa\u{303}o!\n",
    "A avó já chegou.\r\nNão!\r\n", "\u{FEFF}A avó já chegou.\rNão!\r", "Ἀθῆναι 東京 אבג\n",
  ]

  @Test(arguments: ["character", "word", "subword"])
  func `surprise is what evaluate measures, whatever the form of the text`(unit: String) throws {
    let place = try place("--unit", unit)
    for text in Self.twins {
      let input = Data(text.utf8)
      let json = try place.program.run(["inspect", "--surprise", "-", "--json"], input: input)
        .json()
      let report = try place.program.run(
        ["evaluate", "-", "--words", "0", "--json"], input: input
      ).json()
      let bits = try #require(json["bits_per_character"] as? Double)
      // The report gives nine digits.
      let measured = try #require(report["bits_per_character"] as? Double)
      #expect(SignificantDigits.ofMeasures.rounded(bits) == measured, "\(text.debugDescription)")
      let pieces = try #require(json["pieces"] as? [[String: Any]])
      let sum = pieces.reduce(0.0) { $0 + ($1["bits"] as? Double ?? .nan) }
      let characters = try #require(report["characters"] as? Int)
      #expect(abs(sum / Double(characters) - bits) < 1e-9)
    }
  }

  @Test func `the pieces of surprise are the text, and a strange word stands out`() throws {
    let text = "A chuva xkwqz chegou cedo."
    let json = try TrainedModel.program().run("inspect", "--surprise", text, "--json").json()
    let pieces = try #require(json["pieces"] as? [[String: Any]])
    #expect(pieces.compactMap { $0["text"] as? String }.joined() == text)
    let bits = pieces.compactMap { $0["bits"] as? Double }
    #expect(bits.count == text.count)
    let strange = bits[8..<13].min() ?? 0
    let known = bits[0..<7] + bits[15..<25]
    #expect(strange > (known.max() ?? 0), "\(bits)")
  }

  @Test func `the held-out figure of a training is what evaluate measures`() throws {
    let text = Data("A avo\u{301} já chegou.\r\nO Ж viu a pipa do menino.\r\n".utf8)
    for unit in ["character", "word"] {
      let place = try Workplace()
      try place.write(text, to: "other.txt")
      let events = try place.program.run(
        Workplace.tinyTraining + [
          "--steps", "8", "--json", "--validation", "other.txt", "--unit", unit,
        ]
      ).jsonLines()
      let best = events.filter { $0["event"] as? String == "validation" }
        .compactMap { $0["bits_per_character"] as? Double }.min()
      let report = try place.program.run("evaluate", "other.txt", "--words", "0", "--json").json()
      #expect(report["unknown_rate"] as? Double ?? 0 > 0)
      let bits = try #require(report["bits_per_character"] as? Double)
      #expect(abs(bits - (try #require(best))) < 1e-5, "\(unit)")
    }
  }

  @Test func `pictures have a text, a drawing and a page`() throws {
    let place = try place("--cell", "gru")
    for (index, options) in [
      ["--surprise", "A chuva"], ["--gates", "A chuva chegou", "--units", "3"],
      ["--unit", "2", "A chuva chegou"], ["--embeddings", "a", "--count", "5"],
      ["--gradients", "corpus.txt"],
    ].enumerated() {
      let outcome = try place.program.run(
        ["inspect"] + options + ["--output", "\(index).svg", "--report", "\(index).html"]
          + ["--language", "pt"])
      #expect(outcome.status == 0, "\(options): \(outcome.error)")
      #expect(outcome.text.count > 20)
      let drawing = try #require(String(data: place.read("\(index).svg"), encoding: .utf8))
      #expect(drawing.hasPrefix("<svg") || drawing.hasPrefix("<?xml"), "\(options)")
      let page = try #require(String(data: place.read("\(index).html"), encoding: .utf8))
      #expect(page.contains("<html lang=\"pt\"") && !page.contains("<script"))
      #expect(page.contains("<p class=\"about\">Modelo: corpus · <time datetime=\"20"))
      // The title of the page is in its head and above it, and no picture has the same.
      let title = try #require(page.firstMatch(of: /<h1>([^<]*)<\/h1>/)).1
      #expect(page.ranges(of: title).count == 2, "\(title)")
      // A sentence on what is seen, and one on what to look for.
      let captions = page.matches(of: /<figcaption>Figura \d+\. ([^<]*)<\/figcaption>/)
      #expect(!captions.isEmpty)
      for caption in captions { #expect(caption.1.contains(". Procure "), "\(caption.1)") }
      let english = try place.program.run(["inspect"] + options + ["--language", "en", "--json"])
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: english.output)
      }
    }
  }

  @Test(arguments: [("lstm", 6), ("gru", 4), ("mgu", 3), ("elman", 1)])
  func `gates show ten units by default, and why`(_ cell: String, _ parts: Int) throws {
    let place = try place("--cell", cell)
    let text = "A chuva chegou. O menino saiu? O gato dormiu."
    let json = try place.program.run("inspect", "--gates", text, "--json").json()
    let telling = try #require(json["telling"] as? [[String: Any]])
    #expect(telling.count == 10)
    #expect(Set(telling.compactMap { $0["unit"] as? Int }).count == 10)
    for unit in telling {
      let reason = try #require(unit["reason"] as? String)
      #expect(["follows", "remembers", "varies"].contains(reason) && unit["value"] != nil)
      #expect((unit["trait"] != nil) == (reason == "follows"))
    }
    #expect((json["parts"] as? [String: Any])?.count == parts)
    let outcome = try place.program.run(
      "inspect", "--gates", text, "--language", "en", "--units", "3")
    let lines = outcome.text.split(separator: "\n").map(String.init)
    let head = try #require(lines.firstIndex { $0.contains("unit") && $0.hasSuffix("why") })
    #expect(lines.count == head + 4)
    #expect(lines[head].contains("half-life") == (cell == "lstm" || cell == "mgu"))
  }

  @Test func `a word of several tokens is their mean, in a map of whole characters`() throws {
    let place = try place("--unit", "subword", "--vocabulary-size", "280")
    for (word, count) in [("ção", "200"), ("menino", "200"), ("Ж東", "200"), ("e", "5")] {
      let outcome = try place.program.run(
        "inspect", "--embeddings", word, "--count", count, "--output", "map.svg")
      #expect(outcome.status == 0, "\(outcome.error)")
      let drawing = String(decoding: try place.read("map.svg"), as: UTF8.self)
      #expect(!(outcome.text + outcome.error + drawing).contains("\u{FFFD}"), "\(outcome.error)")
      #expect(drawing.contains("“\(word)”"))
    }
    let json = try place.program.run("inspect", "--embeddings", "menino", "--json")
    #expect(json.error.contains("the model reads “menino” as"), "\(json.error)")
    let found = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
    #expect(found.first?["token"] as? String == "menino")
    #expect(found.first?["similarity"] as? Double == 1)
  }

  @Test func `of a word that is a token with its space, and of a fragment, the word is meant`()
    throws
  {
    let place = try Workplace()
    var program = place.program
    program.environment["TEXTGEN_MODEL"] = "portugues"
    let outcome = try program.run("inspect", "--embeddings", "rei", "--json", "--count", "5")
    let found = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    #expect(found.compactMap { $0["token"] as? String }.prefix(2) == [" rei", " ministro"])
  }

  @Test(arguments: [
    (["--gates", "A", "--surprise", "B"], 64, "one picture at a time"),
    (["--unit", "1"], 64, "--unit needs a TEXT"), (["A chuva"], 64, "nothing to show of it"),
    (["--unit", "16", "A chuva"], 1, "there is no unit 16: a layer of this model has 16, from 0"),
    (["--gates", "A", "--layer", "1"], 1, "there is no layer 1: this model has 1, from 0"),
    (["--gates", ""], 1, "the text is empty"),
    (["--embeddings", "Ж"], 1, "the model has no token for “Ж” or a part of it"),
    (["--surprise", "A", "--output", "x.png"], 1, "x.png does not end in .svg"),
    (["--output", "x.svg"], 1, "the model card is text"),
    (["--gradients", "nada.txt"], 1, "nada.txt"),
  ])
  func `what cannot be shown is refused with a sentence`(
    _ options: [String], _ status: Int32, _ sentence: String
  ) throws {
    let place = try place()
    let outcome = try place.program.run(["inspect"] + options)
    #expect(outcome.status == status)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func `a model without cells, and a text that is too long, are told apart`() throws {
    let place = try place("--architecture", "bag")
    let outcome = try place.program.run("inspect", "--gates", "A chuva")
    #expect(outcome.status == 1 && outcome.error.contains("has no cells to look at"))
    let long = String(repeating: "a", count: 2_001)
    let refused = try place.program.run("inspect", "--gates", long)
    #expect(refused.status == 1 && refused.error.contains("2,001 tokens"), "\(refused.error)")
  }

  @Test func `the course of a training is a page`() throws {
    let place = try Workplace()
    let outcome = try place.train("--steps", "20", "--report", "run.html", "--language", "en")
    #expect(outcome.status == 0 && outcome.error.contains("report: run.html"))
    let page = try #require(String(data: place.read("run.html"), encoding: .utf8))
    for phrase in [
      "Bits per character", "Norm of the gradient", "Learning rate", "clipped",
      "<h1>Training</h1>", "Model: corpus · ", "Look for where validation stops falling",
    ] {
      #expect(page.contains(phrase), "\(phrase)")
    }
  }
}
