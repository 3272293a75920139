import Foundation
import Testing

struct CellTests {
  private static let model = "checkpoints/corpus/model.safetensors"

  @Test(.tags(.slow), arguments: ["gru", "mgu"])
  func `a cell goes all the way from its training to its gates`(_ cell: String) throws {
    let (whole, halves) = (try Workplace(), try Workplace())
    let run = Workplace.tinyTraining + ["--cell", cell, "--dropout", "0.1", "--steps", "60"]
    let outcome = try whole.program.run(run)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("model: \(cell.uppercased()), 1 layer of 16"))
    var interrupted = halves.program
    interrupted.environment["TEXTGEN_STOP_AFTER_STEP"] = "25:\(SIGINT)"
    #expect(try interrupted.run(run).status == 130)
    #expect(try halves.program.run(run + ["--resume"]).status == 0)
    #expect(try whole.tensors(Self.model) == halves.tensors(Self.model))

    let place = whole
    let sample = try place.program.run("sample", "--length", "30", "--seed", "1", "--json").json()
    #expect(sample["text"] is String)
    let completion = try place.program.run("complete", "A chuva ___", "--json", "--count", "3")
    #expect(try completion.json()["positions"] is [Any], "\(completion.error)")
    func bits(_ more: String...) throws -> Double {
      let report = try place.program.run(
        ["evaluate", "corpus.txt", "--words", "2", "--json"] + more)
      return try #require(report.json()["bits_per_character"] as? Double, "\(report.error)")
    }
    let full = try bits()
    #expect(try place.program.run("quantize", "--output", "small.safetensors").status == 0)
    let small = try bits("--model", "small.safetensors")
    #expect(full < 6 && abs(small / full - 1) < 0.05, "\(full) and \(small)")
    #expect(try place.program.run("inspect").text.contains(cell.uppercased()))
  }

  @Test func `the gate of a minimal gated unit is what it forgets by`() throws {
    let place = try Workplace()
    try place.train("--steps", "5", "--cell", "mgu")
    let json = try place.program.run("inspect", "--gates", "A chuva chegou", "--json").json()
    let parts = try #require(json["parts"] as? [String: [[Double]]])
    #expect(Set(parts.keys) == ["f", "n", "h"])
    let gate = try #require(parts["f"])
    #expect(gate.count == 14 && gate.joined().allSatisfy { $0 > 0 && $0 < 1 })
    let lives = try #require(json["half_lives"] as? [Double])
    for (unit, life) in lives.enumerated() {
      let kept = gate.reduce(0.0) { $0 + log(1 - $1[unit]) } / Double(gate.count)
      #expect(abs(life * kept / log(0.5) - 1) < 1e-6, "\(unit)")
    }
    let words = try place.program.run("inspect", "--gates", "A chuva", "--language", "en")
    #expect(words.text.contains("half-life of the forget gate"), "\(words.error)")
  }

  @Test func `help names every cell and every model of a comparison`() throws {
    let place = try Workplace()
    for command in ["train", "benchmark"] {
      let help = try place.program.run(command, "--help").text
      let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        words.contains("lstm by default (values: lstm, gru, mgu, elman, elman-relu)"), "\(command)")
    }
    #expect(try place.program.run("compare", "--help").text.contains("elman-relu, mgu, gru, lstm"))
  }
}
