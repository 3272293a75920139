import Foundation
import Testing
import TextGenLanguageModeling
import TextGenSafeTensors

/// A model that the first program of its format version wrote, and files made from it.
///
/// `version-1.safetensors` comes from
/// `textgen train r.txt --hidden-size 4 --embedding-size 3 --steps 30 --seed 1`, where r.txt holds
/// "O rato roeu a rolha.\nA rainha riu do rato.\n" eight times; `version-2.safetensors` is what
/// `textgen quantize` made of it.
struct StoredCheckpoint: CustomTestStringConvertible {
  static let all = [StoredCheckpoint(version: 1), StoredCheckpoint(version: 2)]

  let version: Int

  var testDescription: String { "version \(version)" }

  /// The file itself.
  func path() throws -> String {
    try #require(
      Bundle.module.url(
        forResource: "version-\(version)", withExtension: "safetensors",
        subdirectory: "Fixtures/checkpoints")
    ).path()
  }

  /// A tensor of floats, or of whole numbers.
  struct Tensor {
    var shape: [Int]
    var floats: [Float] = []
    var numbers: [Int8]?
  }

  /// What comes of reading a file like this one, after the changes, with the checksum made anew.
  func reading(
    metadata changeTexts: (inout [String: String]) -> Void = { _ in },
    tensors change: (inout [String: Tensor]) -> Void = { _ in }
  ) throws -> Result<ModelFile, CheckpointError> {
    let stored = try SafeTensorsFile(path: try path())
    var metadata = stored.metadata
    metadata["textgen.checksum"] = nil
    changeTexts(&metadata)
    var tensors: [String: Tensor] = [:]
    for entry in stored.tensors {
      var tensor = Tensor(shape: entry.shape)
      if entry.type == .int8 {
        tensor.numbers = try stored.values(named: entry.name, as: Int8.self)
      } else {
        tensor.floats = try stored.floats(named: entry.name)
      }
      tensors[entry.name] = tensor
    }
    change(&tensors)
    var writer = SafeTensorsWriter(metadata: metadata)
    for (name, tensor) in tensors {
      if let numbers = tensor.numbers {
        writer.add(name, shape: tensor.shape, numbers)
      } else {
        writer.add(name, shape: tensor.shape, tensor.floats)
      }
    }
    return try withTemporaryFile { path in
      try writer.write(to: path)
      do throws(CheckpointError) {
        return .success(try ModelFile(contentsOf: path))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// Calls `body` with the path of a file that does not exist yet and is removed afterwards.
func withTemporaryFile<Result>(_ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "textgen-\(UUID().uuidString).safetensors").path()
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// Expects one sentence that contains `text`.
func expectRefusal(
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
