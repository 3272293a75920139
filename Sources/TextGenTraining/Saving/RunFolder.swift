import TextGenLanguageModeling

/// The folder of a run, whose files have the same names in every folder.
package struct RunFolder: Sendable, Hashable {
  /// The name of the log.
  package static let logName = "log.jsonl"

  /// Where it is, as the user wrote it.
  package let path: String

  /// The folder at `path`, which may be missing.
  package init(_ path: String) { self.path = path }

  /// The file of the best model.
  package var model: String { path + "/" + ModelFile.fileName }
  /// The file of the state to resume from.
  package var state: String { path + "/" + TrainingFile.fileName }
  /// The file of the log.
  package var log: String { path + "/" + Self.logName }

  /// Whether there is a model.
  package var hasModel: Bool { FileSystem.exists(model) }
  /// Whether there is a state to resume from.
  package var hasState: Bool { FileSystem.exists(state) }
  /// Whether there is a log.
  package var hasLog: Bool { FileSystem.exists(log) }
}
