import Foundation
import Testing

/// What `models` says where several models have one name.
struct ModelShadowTests {
  private func put(_ names: String..., in place: Workplace) throws {
    let model = try TrainedModel.workplace.get().read("checkpoints/corpus/model.safetensors")
    for name in names { try place.write(model, to: name + "/model.safetensors") }
  }

  @Test func `a hidden model is marked, with the one that its name means`() throws {
    let place = try Workplace()
    try put("checkpoints/portugues", "home/models/portugues", "home/models/poesia", in: place)
    var program = try place.standAlone()
    program.environment["TEXTGEN_HOME"] = place.path + "/home"
    let list = try program.run("models").text
    let hidden = "/home/models/portugues"
    let lines = list.split(separator: "\n")
    #expect(
      lines.filter { $0.contains("!") }.map { $0.prefix(13) }
        == ["*!  portugues", "! is hidden: "], "\(list)")
    #expect(lines.contains { $0.hasPrefix("*!  portugues ") && $0.hasSuffix(hidden) })
    let own = " checkpoints/portugues"
    #expect(lines.contains { $0.hasPrefix("    portugues ") && $0.hasSuffix(own) })
    #expect(
      list.hasSuffix(
        "! is hidden: portugues means ./checkpoints/portugues; name this one by its path\n"))
    let models = try #require(
      try program.run("models", "--json").json()["models"] as? [[String: Any]])
    #expect(models.count == 3)
    for model in models {
      let isHidden = (model["path"] as? String)?.hasSuffix(hidden) == true
      #expect(model["shadowed_by"] as? String == (isHidden ? "checkpoints/portugues" : nil))
      if isHidden { #expect(model["name"] as? String == model["path"] as? String) }
    }
  }

  @Test func `copies of what came with the program are listed, but a link is no copy`() throws {
    let place = try Workplace()
    try put("home/models/poesia", "data/textgen/models/poesia", in: place)
    try FileManager.default.createDirectory(
      atPath: place.path + "/system/textgen", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/system/textgen/models",
      withDestinationPath: place.path + "/home/models")
    var program = try place.standAlone()
    for (variable, folder) in [
      ("TEXTGEN_HOME", "home"), ("XDG_DATA_HOME", "data"), ("XDG_DATA_DIRS", "system"),
    ] {
      program.environment[variable] = place.path + "/" + folder
    }
    let list = try program.run("models").text
    let hidden = list.split(separator: "\n").filter { $0.hasPrefix("!") }
    #expect(hidden.count == 2 && hidden[0].hasSuffix("/data/textgen/models/poesia"), "\(list)")
    #expect(hidden[1].contains("poesia means \(place.path)/home/models/poesia; "))
    #expect(!list.contains("/system/"))
  }

  @Test func `a folder here hides a model of one's own`() throws {
    let place = try Workplace()
    try put("meu", "checkpoints/meu", in: place)
    var program = place.program
    #expect(
      try program.run("models").text.hasSuffix(
        "! is hidden: meu means ./meu; name this one by its path\n"))
    program.environment["TEXTGEN_LANGUAGE"] = "pt"
    #expect(
      try program.run("models").text.hasSuffix(
        "! está encoberto: meu designa ./meu; indique este pelo seu caminho\n"))
  }
}
