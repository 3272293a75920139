import FoundationEssentials

/// A new folder that vanishes with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "textgen-test-" + String(UInt64.random(in: 0 ... .max), radix: 16)
    path = FileManager.default.temporaryDirectory.appending(path: name).path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of all files in the folder.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The contents of the file `name`, or nil where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: file(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file in the ordinary way.
  func put(_ text: String, _ name: String) throws {
    try put(Array(text.utf8), name)
  }

  /// Writes a file in the ordinary way.
  func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }
}
