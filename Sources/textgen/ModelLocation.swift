import FoundationEssentials
import LanguageModeling
import Training

/// A model that comes with the project, in the folder of its name in `checkpoints`.
enum PretrainedModel: String, CaseIterable {
  /// General modern Portuguese.
  case portugues
  /// Verse.
  case poesia
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
    if let option { return ModelLocation(path: option, source: .option) }
    if let path = Environment["TEXTGEN_MODEL"] {
      return ModelLocation(path: path, source: .environment)
    }
    if let path = latest(in: "checkpoints") { return ModelLocation(path: path, source: .latest) }
    for model in [pretrained] + PretrainedModel.allCases {
      if let path = path(of: model) { return ModelLocation(path: path, source: .pretrained) }
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

  /// The folder of a model that comes with the project; nil where it did not.
  private static func path(of model: PretrainedModel) -> String? {
    let file = ProjectFolder.path(of: "checkpoints/\(model.rawValue)/" + ModelFile.fileName)
    return file.map { String($0.dropLast(ModelFile.fileName.count + 1)) }
  }
}
