import Foundation
import TextGenTraining

/// The measurements of a run that its held-out text has ended, as `log.jsonl` has them.
enum RecordedCurve: String, CaseIterable {
  /// Verse, from nothing.
  case verse
  /// Prose, from nothing.
  case prose
  /// Verse, from the model of the prose.
  case tuned
  /// Sentences, word by word.
  case words
  /// Sentences, character by character.
  case lines

  /// The share of the measurements of these runs after which the forecast holds the end, at least.
  static let shareWithin = 0.78

  /// The measurements in their order.
  var validations: [TrainingValidation] {
    get throws {
      let file = Bundle.module.url(
        forResource: rawValue, withExtension: "jsonl", subdirectory: "Curves")
      let text = try file.map { try Data(contentsOf: $0) } ?? Data()
      return try withFolder { folder in
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(to: URL(filePath: RunFolder(folder).log))
        return RunLog(of: RunFolder(folder)).validations
      }
    }
  }
}
