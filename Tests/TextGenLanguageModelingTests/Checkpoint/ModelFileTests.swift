import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenTokenization

struct ModelFileTests {
  private let stored = StoredCheckpoint(version: 1)

  @Test func `a checkpoint of the first version loads and predicts as it did`() throws {
    let file = try ModelFile(contentsOf: stored.path())
    #expect(file.configuration.cell == .lstm)
    #expect(file.configuration.hiddenSize == 4)
    #expect(file.information.steps == 30)
    let model = file.makeModel(engine: Engine(instructionSet: .baseline))
    var state = model.makeState()
    model.feed([file.tokenizer.lineBreak], to: &state)
    let scores = model.score(file.tokenizer.encode("O rato riu.\n"), state: &state)
    #expect(abs(scores.reduce(0, +) + 34.787144) < 1e-4)
  }

  @Test func `a model that was trained with other rules for cutting text says so`() throws {
    let file = try stored.reading(metadata: { texts in
      texts["tokenizer"] = texts["tokenizer"]?.replacing(
        /"unicodeVersion":"[0-9.]*"/, with: "\"unicodeVersion\":\"1.0\"")
    }).get()
    let warning = try #require(file.versionWarning)
    #expect(warning.description.contains("(Unicode 1.0), this process uses ICU"))
    #expect(file.quantized().versionWarning == warning)
  }

  @Test(arguments: StoredCheckpoint.all)
  func `what is written is read back`(_ checkpoint: StoredCheckpoint) throws {
    let file = try ModelFile(contentsOf: checkpoint.path())
    try withTemporaryFile { path in
      try file.write(toFile: path)
      let again = try ModelFile(contentsOf: path)
      #expect(again.parameters == file.parameters)
      #expect(again.precision == file.precision)
      #expect(again.configuration == file.configuration)
      #expect(again.information == file.information)
      #expect(again.tokenizer.vocabulary == file.tokenizer.vocabulary)
      let form = try Data(contentsOf: URL(filePath: path))
      try again.write(toFile: path)
      #expect(try Data(contentsOf: URL(filePath: path)) == form, "files have one form")
    }
  }

  @Test func `a missing file is said to be missing`() {
    #expect(throws: CheckpointError.missing(path: "/nowhere/model.safetensors")) {
      try ModelFile(contentsOf: "/nowhere/model.safetensors")
    }
  }

  @Test func `a safetensors file of somebody else is refused`() throws {
    expectRefusal(try stored.reading(metadata: { $0 = [:] }), saying: "not a checkpoint of textgen")
    expectRefusal(
      try stored.reading(metadata: { $0["tokenizer"] = nil }), saying: "has no \"tokenizer\"")
  }

  @Test func `a newer version is refused with both numbers`() throws {
    expectRefusal(
      try stored.reading(metadata: { $0["format_version"] = "8" }),
      saying: "format version 8, and this program reads up to 7")
    for text in ["", "-1", "1.0", "x"] {
      expectRefusal(
        try stored.reading(metadata: { $0["format_version"] = text }),
        saying: "is not a version number")
    }
  }

  @Test func `a configuration that does not fit the tensors is refused with both shapes`() throws {
    expectRefusal(
      try stored.reading(metadata: { metadata in
        metadata["configuration"]?.replace("\"hidden_size\":4", with: "\"hidden_size\":5")
      }),
      saying: "expected [20")
  }

  @Test(arguments: [
    "0", "-1", "2147483648", "4294967296", "4611686018427387904", "9223372036854775807", "1.5",
    "\"4\"", "null",
  ])
  func `sizes that no network has are refused before memory is taken`(_ size: String) throws {
    for key in ["hidden_size", "embedding_size", "layers", "vocabulary_size"] {
      let pattern = try Regex("\"\(key)\":[0-9]+")
      let result = try stored.reading(metadata: { metadata in
        metadata["configuration"]?.replace(
          pattern, with: "\"\(key)\":\(size)")
      })
      expectRefusal(result, saying: "configuration")
    }
  }

  @Test func `another vocabulary size than the embedding's is refused with both numbers`() throws {
    let count = try ModelFile(contentsOf: stored.path()).tokenizer.vocabulary.count
    expectRefusal(
      try stored.reading(metadata: { metadata in
        metadata["configuration"]?.replace(
          "\"vocabulary_size\":\(count)", with: "\"vocabulary_size\":\(count + 1)")
      }),
      saying: "has \(count) tokens, but the network is made for \(count + 1)")
  }

  @Test func `weights that are not finite are refused with their place`() throws {
    expectRefusal(
      try stored.reading(tensors: { $0["output.bias"]?.floats[2] = .nan }),
      saying: "element 2 of tensor \"output.bias\"")
  }

  @Test func `a transposed tensor is refused`() throws {
    expectRefusal(
      try stored.reading(tensors: { $0["recurrent.weight_ih_l0"]?.shape = [3, 16] }),
      saying: "has the shape [3, 16], expected [16, 3]")
  }

  @Test(arguments: StoredCheckpoint.all)
  func `one flipped bit anywhere is refused`(_ checkpoint: StoredCheckpoint) throws {
    let bytes = try Data(contentsOf: URL(filePath: checkpoint.path()))
    try withTemporaryFile { path in
      var generator = SeededGenerator(seed: 4)
      for _ in 0..<300 {
        var damaged = bytes
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        try damaged.write(to: URL(filePath: path))
        #expect(throws: CheckpointError.self) { try ModelFile(contentsOf: path) }
      }
    }
  }
}
