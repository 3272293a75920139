import Compute
import Foundation
import LanguageModeling
import Layers
import SafeTensors
import Testing
import Tokenization

/// `checkpoints/version-1.safetensors` was written by the first format version:
/// `textgen train r.txt --hidden-size 4 --embedding-size 3 --steps 30 --seed 1`, where r.txt holds
/// "O rato roeu a rolha.\nA rainha riu do rato.\n" eight times.
struct ModelFileTests {
  private func storedPath() throws -> String {
    try #require(
      Bundle.module.url(
        forResource: "version-1", withExtension: "safetensors",
        subdirectory: "Fixtures/checkpoints")
    ).path()
  }

  /// A file as the stored one, after `change`, in a folder that is removed afterwards.
  private func reading(
    metadata change: (inout [String: String]) -> Void = { _ in },
    tensors keep: (inout [Float], String) -> [Int]? = { _, _ in nil }
  ) throws -> Result<ModelFile, CheckpointError> {
    let stored = try SafeTensorsFile(path: try storedPath())
    var metadata = stored.metadata
    metadata["textgen.checksum"] = nil
    change(&metadata)
    var writer = SafeTensorsWriter(metadata: metadata)
    for tensor in stored.tensors {
      var values = try stored.floats(named: tensor.name)
      let shape = keep(&values, tensor.name) ?? tensor.shape
      writer.add(tensor.name, shape: shape, values)
    }
    let path = FileManager.default.temporaryDirectory
      .appending(path: "textgen-\(UUID().uuidString).safetensors").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try writer.write(to: path)
    do throws(CheckpointError) {
      return .success(try ModelFile(contentsOf: path))
    } catch {
      return .failure(error)
    }
  }

  private func expectRefusal(
    _ result: Result<ModelFile, CheckpointError>, saying text: String,
    location: SourceLocation = #_sourceLocation
  ) {
    guard case .failure(let error) = result else {
      Issue.record("the file was accepted", sourceLocation: location)
      return
    }
    #expect(error.description.contains(text), sourceLocation: location)
    #expect(!error.description.contains("\n"), sourceLocation: location)
  }

  @Test func `a checkpoint of the first version loads and predicts as it did`() throws {
    let file = try ModelFile(contentsOf: try storedPath())
    #expect(file.configuration.cell == .lstm)
    #expect(file.configuration.hiddenSize == 4)
    #expect(file.information.steps == 30)
    let model = file.makeModel(engine: Engine(instructionSet: .baseline))
    var state = model.makeState()
    model.feed([file.tokenizer.lineBreak], to: &state)
    let scores = model.score(file.tokenizer.encode("O rato riu.\n"), state: &state)
    #expect(abs(scores.reduce(0, +) + 34.787144) < 1e-4)
  }

  @Test func `what is written is read back`() throws {
    let stored = try ModelFile(contentsOf: try storedPath())
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "textgen-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try stored.write(to: folder)
    let again = try ModelFile(contentsOf: folder)
    #expect(again.parameters == stored.parameters)
    #expect(again.configuration == stored.configuration)
    #expect(again.information == stored.information)
    #expect(again.tokenizer.vocabulary == stored.tokenizer.vocabulary)
  }

  @Test func `a missing file is said to be missing`() {
    #expect(throws: CheckpointError.missing(path: "/nowhere/model.safetensors")) {
      try ModelFile(contentsOf: "/nowhere/model.safetensors")
    }
  }

  @Test func `a safetensors file of somebody else is refused`() throws {
    expectRefusal(try reading(metadata: { $0 = [:] }), saying: "not a checkpoint of textgen")
    expectRefusal(
      try reading(metadata: { $0["tokenizer"] = nil }), saying: "has no \"tokenizer\"")
  }

  @Test func `a newer version is refused with both numbers`() throws {
    expectRefusal(
      try reading(metadata: { $0["format_version"] = "2" }),
      saying: "format version 2, and this program reads up to 1")
    for text in ["", "-1", "1.0", "x"] {
      expectRefusal(
        try reading(metadata: { $0["format_version"] = text }), saying: "is not a version number")
    }
  }

  @Test func `a configuration that does not fit the tensors is refused with both shapes`() throws {
    expectRefusal(
      try reading(metadata: { metadata in
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
      let result = try reading(metadata: { metadata in
        metadata["configuration"]?.replace(
          pattern, with: "\"\(key)\":\(size)")
      })
      expectRefusal(result, saying: "configuration")
    }
  }

  @Test func `another vocabulary size than the embedding's is refused with both numbers`() throws {
    let count = try ModelFile(contentsOf: try storedPath()).tokenizer.vocabulary.count
    expectRefusal(
      try reading(metadata: { metadata in
        metadata["configuration"]?.replace(
          "\"vocabulary_size\":\(count)", with: "\"vocabulary_size\":\(count + 1)")
      }),
      saying: "has \(count) tokens, but the network is made for \(count + 1)")
  }

  @Test func `weights that are not finite are refused with their place`() throws {
    expectRefusal(
      try reading(tensors: { values, name in
        if name == "output.bias" { values[2] = .nan }
        return nil
      }),
      saying: "element 2 of tensor \"output.bias\"")
  }

  @Test func `a transposed tensor is refused`() throws {
    expectRefusal(
      try reading(tensors: { _, name in name == "recurrent.weight_ih_l0" ? [3, 16] : nil }),
      saying: "has the shape [3, 16], expected [16, 3]")
  }

  @Test func `one flipped bit anywhere is refused`() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try storedPath()))
    let path = FileManager.default.temporaryDirectory
      .appending(path: "textgen-\(UUID().uuidString).safetensors").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(throws: CheckpointError.self) { try ModelFile(contentsOf: path) }
    }
  }
}
