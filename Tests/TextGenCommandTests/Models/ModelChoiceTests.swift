import Foundation
import Testing

struct ModelChoiceTests {
  private static let arguments = ["sample", "--length", "5", "--seed", "1"]

  @Test func `the option wins over the environment, and that over the latest checkpoint`() throws {
    let place = try Workplace()
    try place.train("--steps", "1", "--output", "checkpoints/a")
    try place.train("--steps", "1", "--output", "checkpoints/b")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)],
      ofItemAtPath: place.path + "/checkpoints/a/model.safetensors")
    try place.train("--steps", "1", "--output", "c")
    try place.train("--steps", "1", "--output", "d")
    var program = place.program
    #expect(
      try program.run(Self.arguments).error
        .contains("model: b (the checkpoint trained last)\n"))
    program.environment["TEXTGEN_MODEL"] = "c"
    #expect(try program.run(Self.arguments).error.contains("model: c ($TEXTGEN_MODEL)\n"))
    for path in ["d", "d/model.safetensors"] {
      let outcome = try program.run(Self.arguments + ["--model", path])
      #expect(outcome.status == 0)
      #expect(outcome.error.contains("model: d (--model)\n"))
    }
  }

  @Test func `what came with the project is used where nothing was trained, verse for verse`()
    throws
  {
    let place = try Workplace()
    let program = try place.standAlone()
    let model = try TrainedModel.workplace.get().read("checkpoints/corpus/model.safetensors")
    for name in ["portugues", "poesia"] {
      try place.write(model, to: "checkpoints/\(name)/model.safetensors")
    }
    let sample = try program.run(Self.arguments)
    #expect(sample.error.contains("model: poesia (the pretrained model)\n"), "\(sample.error)")
    let completion = try program.run("complete", "Os")
    #expect(completion.error.contains("model: portugues (the pretrained model)\n"))
    try place.train("--steps", "1", "--output", "checkpoints/own")
    let own = try place.program.run(Self.arguments)
    #expect(own.error.contains("model: own (the checkpoint trained last)\n"))
  }

  @Test func `what came with the project has a name, and a folder of that name goes before it`()
    throws
  {
    let place = try Workplace()
    let outcome = try place.program.run(Self.arguments + ["--model", "poesia"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("model: poesia (--model), int8\n"), "\(outcome.error)")
    try place.train("--steps", "1", "--output", "poesia")
    let own = try place.program.run(Self.arguments + ["--model", "poesia"])
    #expect(own.error.contains("model: poesia (--model)\n"), "\(own.error)")
  }

  @Test(arguments: ["portugues", "poesia"])
  func `what came with the project has at most 15 MB and knows how a greeting goes on`(
    _ name: String
  ) throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      "complete", "Bom", "--count", "1", "--model", name, "--json")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.text.contains("\"dia\""), "\(outcome.text)")
    let path = try #require(try outcome.json()["model"] as? String)
    let size =
      try FileManager.default.attributesOfItem(
        atPath: path + "/model.safetensors")[.size] as? Int
    #expect(try #require(size) <= 15_000_000)
  }

  @Test func `what came with the project is not replaced by a run`() throws {
    let place = try Workplace()
    let name = "checkpoints/poesia/model.safetensors"
    let copy = try place.standAlone()
    let model = try TrainedModel.workplace.get().read("checkpoints/corpus/model.safetensors")
    try place.write(model, to: name)
    let outcome = try copy.run(
      Workplace.tinyTraining + ["--steps", "1", "--output", "checkpoints/poesia"])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("checkpoints/poesia/model.safetensors, which came with the"))
    #expect(outcome.error.contains("name another folder with --output"))
    #expect(try place.read(name) == model)
  }

  @Test func `without a model it says how to get one`() throws {
    let place = try Workplace()
    let outcome = try place.standAlone().run(Self.arguments)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.contains("there is no model: no --model, no TEXTGEN_MODEL"))
    #expect(outcome.error.contains("train one with `textgen train CORPUS`"))
  }

  @Test func `a copied program says where it looked for its models`() throws {
    let place = try Workplace()
    var program = try place.standAlone()
    program.environment["HOME"] = "/h"
    let above = URL(fileURLWithPath: place.path).deletingLastPathComponent().path
    let folders =
      "./checkpoints, /h/.local/share/textgen/models, \(above)/share/textgen/models or "
      + "/nowhere/textgen/models"
    for arguments in [["complete", "Os alunos"], ["models"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.error.contains(", and none in \(folders); `./run install` in the repository"))
    }
    let named = try program.run(Self.arguments + ["--model", "portugues"])
    #expect(
      named.error
        == "textgen: error: portugues: it comes with the program, but is not in \(folders); `./run "
        + "install` in the repository installs it, and TEXTGEN_HOME names a folder that has it as "
        + "models/portugues\n")
    program.environment["TEXTGEN_LANGUAGE"] = "pt"
    let portuguese = try program.run(Self.arguments + ["--model", "portugues"])
    #expect(
      portuguese.error.contains("portugues: vem com o programa, mas não está em ./checkpoints, "))
  }

  @Test(arguments: ["cut", "flipped", "text", "empty", "folder", "missing"])
  func `a file that is no whole model is refused with its name`(_ damage: String) throws {
    let place = try Workplace()
    var data = try TrainedModel.workplace.get().read("checkpoints/corpus/model.safetensors")
    switch damage {
    case "cut": data = data.prefix(data.count / 2)
    case "flipped": data[data.count - 9] ^= 0x10
    case "text": data = Data("isto não é um modelo".utf8)
    default: data = Data()
    }
    if damage == "folder" {
      try place.write(Data(), to: "m.safetensors/x")
    } else if damage != "missing" {
      try place.write(data, to: "m.safetensors")
    }
    let outcome = try place.program.run(Self.arguments + ["--model", "m.safetensors"])
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains("m.safetensors"))
  }

  @Test(arguments: ["reference", "baseline"])
  func `the instruction set can be forced`(_ name: String) throws {
    var program = try TrainedModel.program()
    program.environment["TEXTGEN_ISA"] = name
    #expect(try program.run(Self.arguments).status == 0)
  }

  @Test func `an unknown instruction set is refused`() throws {
    var program = try TrainedModel.program()
    program.environment["TEXTGEN_ISA"] = "mmx"
    let outcome = try program.run(Self.arguments)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("TEXTGEN_ISA is mmx, which is no known instruction set"))
  }
}
