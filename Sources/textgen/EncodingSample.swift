import FoundationEssentials
import Tokenization

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
    guard let folder = ProjectFolder.path(of: "corpora") else {
      Conversation.note("there is no folder corpora; the encoding is not measured")
      return nil
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    training = try names.filter { $0.hasSuffix(".txt") }
      .map { try TextFile(contentsOf: folder + "/" + $0).text }.joined(separator: "\n")
    guard !training.isEmpty else { return nil }
    let copies = Self.byteCount / training.utf8.count + 1
    text = String(repeating: training, count: copies)
  }

  /// Bytes of the text.
  var byteCount: Int { text.utf8.count }

  /// Bytes encoded per second for each unit, with tokenizers learned from the text.
  var speeds: [TokenUnit: Double] {
    var speeds: [TokenUnit: Double] = [:]
    for unit in TokenUnit.allCases {
      var trainer = TokenizerTrainer(unit: unit)
      trainer.add(training)
      let tokenizer = trainer.finish()
      speeds[unit] = EncodingSpeed(of: tokenizer, on: text, repetitions: 3).encodedBytesPerSecond
    }
    return speeds
  }
}
