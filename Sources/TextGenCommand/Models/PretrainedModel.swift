import TextGenLanguageModeling

/// A model that comes with the project, in the folder of its name in `checkpoints`.
enum PretrainedModel: String, CaseIterable {
  /// General modern Portuguese.
  case portugues
  /// Verse.
  case poesia

  /// The folder of the model; nil where it did not come with the program.
  var path: String? {
    let file = ProjectFolder.path(of: "checkpoints/\(rawValue)/" + ModelFile.fileName)
    return file.map { String($0.dropLast(ModelFile.fileName.count + 1)) }
  }
}
