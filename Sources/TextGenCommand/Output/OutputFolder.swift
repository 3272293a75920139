import TextGenLanguageModeling

/// A folder in which a command may write the files that belong there: a comparison's, or the manual's.
///
/// There is none in which somebody's own files have the names of those to be written.
struct OutputFolder {
  /// Where it is, as the user wrote it.
  let path: String

  private init(_ path: String) { self.path = path }

  /// Creates the folder, where it is missing.
  func create() throws(CheckpointError) { try FileSystem.createFolder(path) }

  /// The folder `name` in this one.
  func subfolder(_ name: String) -> OutputFolder { OutputFolder(path + "/" + name) }
}

// MARK: A comparison

extension OutputFolder {
  /// The folder of a comparison that goes on, or of a new one, in which nothing has one of `names` yet.
  ///
  /// - Throws: `Failure` where something has, or a corpus would grow by the texts of the comparison.
  static func forComparison(
    _ path: String, names: [String], corpora: [String]
  ) throws(Failure) -> OutputFolder {
    for corpus in corpora where corpus != "-" {
      if FileSystem.isFolder(corpus) {
        guard FileSystem.isInside(path, of: corpus) else { continue }
        throw Failure(ComparisonMessage.inCorpus(folder: path, corpus: corpus))
      }
      if names.contains(where: { FileSystem.isSameFile(corpus, path + "/" + $0) }) {
        throw Failure(ComparisonMessage.isCorpus(corpus))
      }
    }
    if try ComparisonPlan(in: path) == nil,
      let name = names.first(where: { FileSystem.exists(path + "/" + $0) })
    {
      throw Failure(ComparisonMessage.foreignFile(name, folder: path))
    }
    return OutputFolder(path)
  }

  /// The folder of the comparison at `path`; nil where there is none.
  static func ofComparison(_ path: String) throws(Failure) -> OutputFolder? {
    try ComparisonPlan(in: path) == nil ? nil : OutputFolder(path)
  }
}

// MARK: The manual

extension OutputFolder {
  /// The folder of the manual, a new one.
  ///
  /// - Throws: `Failure` where something is at `path`.
  static func forManual(_ path: String) throws(Failure) -> OutputFolder {
    guard !FileSystem.exists(path) else { throw Failure(ManualText.folderExists(path).text) }
    return OutputFolder(path)
  }
}
