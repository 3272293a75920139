import LanguageModeling

extension ModelFile {
  /// The model at `path`; warns where it was trained with other rules for cutting text than this
  /// process has.
  ///
  /// - Throws: `CheckpointError` where it cannot be used.
  static func open(_ path: String) throws(CheckpointError) -> ModelFile {
    let file = try ModelFile(contentsOf: path)
    if let warning = file.versionWarning { Conversation.warn(warning) }
    return file
  }
}
