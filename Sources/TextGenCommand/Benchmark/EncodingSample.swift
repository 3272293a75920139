import FoundationEssentials
import TextGen
import TextGenTokenization

/// A text to measure the tokenizers on.
struct EncodingSample {
  private static let byteCount = 12_000_000

  private let training: String
  private let text: String

  /// The text of `file`, else 12 MB of the project's corpora, repeated; nil where there are none.
  ///
  /// - Throws: `TextFileError` where `file` cannot be read.
  init?(file: String?) throws {
    if let file {
      training = try TextFile(contentsOf: file).text
      text = training
      return
    }
    guard let folder = ProgramFolders.repositoryPath(of: "corpora") else {
      Conversation.note(BenchmarkMessage.noCorpora)
      return nil
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    training = try names.filter { $0.hasSuffix(".txt") }
      .map { try TextFile(contentsOf: folder + "/" + $0).text }.joined(separator: "\n")
    guard !training.isEmpty else { return nil }
    let copies = Self.byteCount / training.utf8.count + 1
    text = String(repeating: training, count: copies)
  }

  /// How fast each unit encodes the text, with tokenizers learned from it.
  func measured() -> EncodingResult {
    var speeds: [TokenUnit: Double] = [:]
    for unit in TokenUnit.allCases {
      var trainer = TokenizerTrainer(unit: unit)
      trainer.add(training)
      let tokenizer = trainer.finish()
      speeds[unit] = EncodingSpeed(of: tokenizer, on: text, repetitions: 3).encodedBytesPerSecond
    }
    return EncodingResult(bytesPerSecond: speeds, byteCount: text.utf8.count)
  }
}

/// How fast a text is encoded.
struct EncodingResult {
  /// Bytes of UTF-8 per second; empty where nothing was measured.
  var bytesPerSecond: [TokenUnit: Double] = [:]
  /// Bytes of the text.
  var byteCount = 0

  /// Millions of bytes per second by the name of the unit.
  var megabytesPerSecond: [String: Double] {
    Dictionary(uniqueKeysWithValues: bytesPerSecond.map { ($0.key.rawValue, $0.value * 1e-6) })
  }

  /// Lines of a table: what is measured, how fast, of what.
  var rows: [[String]] {
    TokenUnit.allCases.compactMap { unit in
      bytesPerSecond[unit].map {
        [
          BenchmarkLabel.encoding.text, "\(fixed($0 * 1e-6, 1)) MB/s",
          BenchmarkLabel.text(unit, megabytes: fixed(Double(byteCount) * 1e-6, 1)).text,
        ]
      }
    }
  }
}
