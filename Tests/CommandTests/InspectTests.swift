import Foundation
import Testing

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
      "64 × 16", "bits per character",
    ] {
      #expect(outcome.text.contains(phrase), "\(phrase)")
    }
    let json = try place.program.run("inspect", "--json").json()
    #expect((json["tensors"] as? [[String: Any]])?.count == 11)
    #expect((json["configuration"] as? [String: Any])?["cell"] as? String == "lstm")
  }

  @Test func `surprise is what evaluate measures, and a strange word stands out`() throws {
    let place = try place()
    try place.write(Data("A chuva chegou cedo.".utf8), to: "text.txt")
    let json = try place.program.run(
      "inspect", "--surprise", "A chuva chegou cedo.", "--json"
    ).json()
    let bits = try #require(json["bits_per_character"] as? Double)
    let report = try place.program.run("evaluate", "text.txt", "--words", "0", "--json").json()
    #expect(abs(bits - (try #require(report["bits_per_character"] as? Double))) < 1e-6)
    let pieces = try #require(json["pieces"] as? [[String: Any]])
    #expect(pieces.compactMap { $0["text"] as? String }.joined() == "A chuva chegou cedo.")
  }

  @Test func `pictures have a text, a drawing and a page`() throws {
    let place = try place("--cell", "gru")
    for (index, options) in [
      ["--surprise", "A chuva"], ["--gates", "A chuva chegou", "--units", "3"],
      ["--unit", "2", "A chuva chegou"], ["--embeddings", "a", "--count", "5"],
      ["--gradients", "corpus.txt"],
    ].enumerated() {
      let outcome = try place.program.run(
        ["inspect"] + options + ["--output", "\(index).svg", "--report", "\(index).html"])
      #expect(outcome.status == 0, "\(options): \(outcome.error)")
      #expect(outcome.text.count > 20)
      let drawing = try #require(String(data: place.read("\(index).svg"), encoding: .utf8))
      #expect(drawing.hasPrefix("<svg") || drawing.hasPrefix("<?xml"), "\(options)")
      let page = try #require(String(data: place.read("\(index).html"), encoding: .utf8))
      #expect(page.contains("<html lang=\"pt\"") && !page.contains("<script"))
      let english = try place.program.run(["inspect"] + options + ["--language", "en", "--json"])
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: english.output)
      }
    }
  }

  @Test(arguments: [
    (["--gates", "A", "--surprise", "B"], 64, "one picture at a time"),
    (["--unit", "1"], 64, "--unit needs a TEXT"), (["A chuva"], 64, "nothing to show of it"),
    (["--unit", "16", "A chuva"], 1, "there is no unit 16: a layer of this model has 16, from 0"),
    (["--gates", "A", "--layer", "1"], 1, "there is no layer 1: this model has 1, from 0"),
    (["--gates", ""], 1, "the text is empty"),
    (["--embeddings", "chuva"], 1, "“chuva” is no token of this model"),
    (["--surprise", "A", "--output", "x.png"], 1, "x.png does not end in .svg"),
    (["--output", "x.svg"], 1, "a card is no picture"),
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
    for phrase in ["Bits per character", "Norm of the gradient", "Learning rate", "clipped"] {
      #expect(page.contains(phrase), "\(phrase)")
    }
  }
}
