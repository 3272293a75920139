import Foundation
import TextGen

/// A folder of its own for one test, with a text to train on.
struct Place: Sendable {
  let path: String

  /// The text.
  var text: String { path + "/livro.txt" }
  /// Folders for runs.
  var run: String { path + "/run" }
  var other: String { path + "/other" }

  /// Options of a run of a moment.
  var options: TrainingOptions {
    var options = TrainingOptions(texts: [text])
    options.network.hiddenSize = 8
    options.optimization.batchSize = 4
    options.optimization.sequenceLength = 6
    options.budget.steps = 24
    options.seed = 3
    return options
  }

  /// The bytes of the model in a folder.
  func model(_ folder: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + "/model.safetensors"))
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Trains in a folder, to the end.
  func train(_ options: TrainingOptions? = nil, in folder: String? = nil) async throws {
    let run = try TrainingRun(beginning: options ?? self.options, in: folder ?? run, threads: 1)
    for try await _ in run.events {}
  }
}

/// Calls `body` with a place, which is removed afterwards.
func withPlace(_ body: (Place) async throws -> Void) async throws {
  let place = Place(
    path: FileManager.default.temporaryDirectory
      .appending(path: "textgen-run-\(UUID().uuidString)").path())
  try place.write(
    String(
      repeating: "A casa é branca.\nO gato dorme na casa.\nChove na rua e o gato dorme.\n", count: 8
    ),
    to: "livro.txt")
  defer { try? FileManager.default.removeItem(atPath: place.path) }
  try await body(place)
}
