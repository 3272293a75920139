import Foundation
import Testing

struct QuantizeTests {
  private static let text = Data("A chuva chegou cedo.\nO menino guardou a pipa.\n".utf8)

  /// A folder with a trained model and `small.safetensors`, made of it.
  private static let workplace = Result {
    let place = try Workplace()
    try place.train("--steps", "40", "--hidden-size", "64")
    let outcome = try place.program.run("quantize", "--output", "small.safetensors")
    #expect(outcome.status == 0)
    return place
  }

  private func program() throws -> BuiltProgram { try Self.workplace.get().program }

  @Test func `the file is small and the sentences say how small`() throws {
    let place = try Workplace()
    try place.train("--steps", "1", "--hidden-size", "64", "--ngram-order", "0")
    let outcome = try place.program.run(
      "quantize", "checkpoints/corpus", "--output", "novo/small.safetensors")
    #expect(outcome.status == 0)
    #expect(outcome.text == "novo/small.safetensors\n")
    let before = try place.read("checkpoints/corpus/model.safetensors").count
    let after = try place.read("novo/small.safetensors").count
    #expect(after < before / 3)
    let digits = outcome.error.filter { $0 != "," }
    #expect(digits.contains("size: \(after) bytes in place of \(before) ("))
    for path in ["corpus", "novo/small.safetensors"] {
      #expect(outcome.error.contains("evaluate FILE --words 0 --model \(path)\n"))
    }
  }

  @Test func `every command predicts with the file as with --quantize int8`() throws {
    let program = try program()
    let (small, rounded) = (
      ["--model", "small.safetensors"], ["--model", "checkpoints/corpus", "--quantize", "int8"]
    )
    let requests = Data(#"{"add":"A ","prefix":"ch","k":3}"#.utf8)
    for (arguments, input) in [
      (["sample", "--length", "60", "--seed", "3"], Data()),
      (["complete", "Ontem eu ___ cedo"], Data()), (["complete", "--keyboard"], requests),
      (["probabilities", "A chuva"], Data()),
    ] {
      let first = try program.run(arguments + small, input: input)
      let second = try program.run(arguments + rounded, input: input)
      #expect(first.status == 0 && second.status == 0, "\(first.error)\(second.error)")
      #expect(first.output == second.output && !first.output.isEmpty, "\(arguments)")
      #expect(first.error.contains("model: small.safetensors (--model), int8\n"))
    }
  }

  @Test func `a measurement says its precision, and rounding costs little`() throws {
    func measure(_ arguments: [String]) throws -> (precision: String?, bits: Double) {
      let outcome = try program().run(
        ["evaluate", "-", "--words", "0", "--json", "--threads", "1"] + arguments, input: Self.text)
      let json = try outcome.json()
      return (json["precision"] as? String, try #require(json["bits_per_character"] as? Double))
    }
    let exact = try measure([])
    #expect(exact.precision == "float32")
    let cards = try ["checkpoints/corpus", "small.safetensors"].map { model in
      try program().run("inspect", "--model", model, "--json").json()["lexicon"] as? [String: Int]
    }
    #expect(cards[0] == cards[1] && cards[0] != nil)
    for (arguments, precision) in [
      (["--quantize", "int8"], "int8"), (["--quantize", "bfloat16"], "bfloat16"),
      (["--quantize", "float32"], "float32"), (["--model", "small.safetensors"], "int8"),
      (["--model", "small.safetensors", "--quantize", "float32"], "float32"),
    ] {
      let found = try measure(arguments)
      #expect(found.precision == precision)
      #expect(abs(found.bits - exact.bits) < 0.05)
      #expect((found.bits == exact.bits) == (arguments == ["--quantize", "float32"]))
    }
    let table = try program().run(
      "evaluate", "-", "--words", "0", "--quantize", "int8", input: Self.text)
    #expect(table.text.contains("\nprecision             int8\n"))
  }

  @Test func `the model is the one that other commands would use`() throws {
    var program = try program()
    program.environment["TEXTGEN_MODEL"] = "checkpoints/corpus"
    let outcome = try program.run("quantize", "--output", "other.safetensors")
    #expect(outcome.error.contains("model: corpus ($TEXTGEN_MODEL)\n"))
    let place = try Self.workplace.get()
    #expect(try place.read("other.safetensors") == place.read("small.safetensors"))
  }

  @Test func `the words of other texts are added to the model's`() throws {
    let place = try Self.workplace.get()
    try place.write(Data("O xexéu e a jabuticabeira.\n".utf8), to: "aves/uma.txt")
    try place.write(Data("A jabuticabeira e o gato.\n".utf8), to: "outra.txt")
    let outcome = try program().run(
      "quantize", "checkpoints/corpus", "--lexicon", "aves", "--lexicon", "outra.txt", "--output",
      "more.safetensors")
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("\nlexicon: 84 words\n"), "\(outcome.error)")
    let card = try program().run("inspect", "--model", "more.safetensors").text
    #expect(card.contains("84 words"))
    for (path, sentence) in [("missing.txt", "missing.txt"), ("empty", "empty")] {
      try place.write(Data(), to: "empty/a.txt")
      let refused = try program().run(
        "quantize", "checkpoints/corpus", "--lexicon", path, "--output", "none.safetensors")
      #expect(refused.status == 1 && refused.errorLines.count == 1)
      #expect(refused.errorLines[0].contains(sentence))
      #expect(!place.has("none.safetensors"))
    }
  }

  @Test(arguments: [
    (["small.safetensors", "--output", "x"], "is quantized already (int8)"),
    (["missing", "--output", "x"], "missing: there is no such model"),
    (["corpus.txt", "--output", "x"], "corpus.txt: this is a text file"),
    (["--output", "checkpoints/corpus/model.safetensors"], "is the model itself"),
    (["--output", "checkpoints/corpus/../corpus/model.safetensors"], "is the model itself"),
    (["--output", "checkpoints"], "checkpoints is a folder; name a file to write"),
    (["--output", "/proc/x"], "/proc/x cannot be written"),
  ])
  func `what cannot be quantized or written is refused`(
    _ arguments: [String], _ sentence: String
  ) throws {
    let place = try Self.workplace.get()
    let model = try place.read("checkpoints/corpus/model.safetensors")
    let outcome = try program().run(["quantize"] + arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty && outcome.errorLines.count == 1)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
    #expect(try place.read("checkpoints/corpus/model.safetensors") == model)
  }

  @Test(arguments: [
    ["sample"], ["complete", "Os alunos"], ["complete", "--keyboard"], ["complete", "--lines"],
  ])
  func `a damaged file is refused with its name before anything is written`(
    _ arguments: [String]
  ) throws {
    let place = try Workplace()
    let whole = try Self.workplace.get().read("small.safetensors")
    let header = whole.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    for byte in [8 + header, 8 + header + (whole.count - 8 - header) / 2, whole.count - 1] {
      var data = whole
      data[byte] ^= 0x10
      try place.write(data, to: "m.safetensors")
      let outcome = try place.program.run(
        arguments + ["--model", "m.safetensors"], input: Data("{}\n".utf8))
      #expect(outcome.status == 1 && outcome.errorLines.count == 1)
      #expect(outcome.error.contains("m.safetensors: the contents have the checksum"))
      #expect(outcome.output.isEmpty)
    }
  }
}
