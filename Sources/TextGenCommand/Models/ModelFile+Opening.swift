import TextGenCompute
import TextGenLanguageModeling

extension ModelFile {
  /// The model at `path`, read on the threads of `engine`; warns where it was trained with other rules for
  /// cutting text than this process has.
  ///
  /// - Throws: `CheckpointError` where it cannot be used.
  static func open(
    _ path: String, engine: Engine = Engine()
  ) throws(CheckpointError) -> ModelFile {
    let file = try ModelFile(contentsOf: path, engine: engine)
    if let warning = file.versionWarning { Conversation.warn(warning) }
    return file
  }
}
