import FoundationEssentials
import LanguageModeling
import Training

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

  /// The path that `argument` is, or the folder of the model that it names.
  static func path(of argument: String) -> String {
    if FileManager.default.fileExists(atPath: argument) { return argument }
    return PretrainedModel(rawValue: argument)?.path ?? argument
  }
}

/// Where the model of a command lies.
struct ModelLocation: Equatable {
  /// Who chose it.
  enum Source: String {
    case option = "--model"
    case environment = "$TEXTGEN_MODEL"
    case latest = "the checkpoint trained last"
    case pretrained = "the pretrained model"
  }

  /// The folder of the checkpoint, or its file.
  let path: String
  /// Who chose it.
  let source: Source

  /// Which model is used, and who chose it.
  var sentence: String {
    "model: " + Conversation.escaped(path) + " (" + source.rawValue + ")"
  }

  /// The model that `option` names, else `$TEXTGEN_MODEL`, else the checkpoint that was trained last
  /// in `./checkpoints`, else `pretrained`, or another one that comes with the project.
  ///
  /// - Throws: `Failure` where there is none.
  static func find(
    option: String?, pretrained: PretrainedModel = .portugues
  ) throws -> ModelLocation {
    if let option {
      return ModelLocation(path: PretrainedModel.path(of: option), source: .option)
    }
    if let name = Environment["TEXTGEN_MODEL"] {
      return ModelLocation(path: PretrainedModel.path(of: name), source: .environment)
    }
    if let path = latest(in: "checkpoints") { return ModelLocation(path: path, source: .latest) }
    for model in [pretrained] + PretrainedModel.allCases {
      if let path = model.path { return ModelLocation(path: path, source: .pretrained) }
    }
    throw Failure(
      "there is no model: no --model, no TEXTGEN_MODEL and no checkpoint in ./checkpoints; "
        + "train one with `textgen train CORPUS`")
  }

  /// The checkpoint in `folder` whose model was written last; what came with the project was not trained
  /// there.
  private static func latest(in folder: String) -> String? {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    let dated = names.sorted().compactMap { name -> (path: String, date: Date)? in
      let path = folder + "/" + name
      if PretrainedModel(rawValue: name) != nil,
        !files.fileExists(atPath: path + "/" + TrainingFile.fileName)
      {
        return nil
      }
      let attributes = try? files.attributesOfItem(atPath: path + "/" + ModelFile.fileName)
      return (attributes?[.modificationDate] as? Date).map { (path, $0) }
    }
    return dated.max { $0.date < $1.date }?.path
  }
}
