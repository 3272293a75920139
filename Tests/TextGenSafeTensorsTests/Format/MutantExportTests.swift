import FoundationEssentials
import Testing
import TextGenSafeTensors

/// Writes mutants and our answers for `differential.py`, when the environment names a folder.
@Suite struct MutantExportTests {
  @Test(.enabled(if: folder != nil)) func `writes mutants for the reference reader`() throws {
    let folder = try #require(Self.folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let original = try sampleFile()
    try Data(original).write(to: URL(filePath: folder + "/sample.safetensors"))
    var bits = SeededBits(state: 2)
    var mutants: [UInt8] = []
    for _ in 0..<100_000 {
      let bytes = mutated(original, using: &bits)
      let kind = refusal(of: bytes)
      mutants.append(kind == nil ? 1 : 0)
      mutants.append(UInt8((kind ?? "").utf8.count))
      mutants.append(contentsOf: (kind ?? "").utf8)
      mutants.append(contentsOf: lengthPrefix(UInt64(bytes.count)).prefix(4))
      mutants.append(contentsOf: bytes)
    }
    try Data(mutants).write(to: URL(filePath: folder + "/mutants.bin"))
  }

  private static var folder: String? {
    ProcessInfo.processInfo.environment["SAFETENSORS_MUTANTS"]
  }

  /// The last words of our error, which tell the rule that was broken, or nil for a good file.
  private func refusal(of bytes: [UInt8]) -> String? {
    do {
      _ = try SafeTensorsFile(bytes: bytes, name: "x")
      return nil
    } catch {
      return error.detail.split(separator: ",").last.map { String($0.prefix(60)) }
        ?? "\(error.kind)"
    }
  }
}
