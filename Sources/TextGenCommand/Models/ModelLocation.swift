import FoundationEssentials
import TextGenLanguageModeling
import TextGenTraining

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

  /// The name by which commands find it.
  var name: String { ModelNames.name(of: path) }

  /// Which model is used, and who chose it.
  var sentence: String {
    "model: " + Conversation.escaped(name) + " (" + source.rawValue + ")"
  }

  /// The model that `option` names, else the one that is used by default.
  ///
  /// - Throws: `Failure` where there is none.
  static func find(
    option: String?, pretrained: PretrainedModel = .portugues
  ) throws -> ModelLocation {
    if let option {
      return ModelLocation(path: try ModelNames.path(of: option), source: .option)
    }
    if let location = try byDefault(pretrained: pretrained) { return location }
    throw Failure(
      "there is no model: no --model, no TEXTGEN_MODEL and no checkpoint in ./checkpoints; "
        + "train one with `textgen train CORPUS`")
  }

  /// The model of commands without `--model`: that of `$TEXTGEN_MODEL`, else the checkpoint that was
  /// trained last in `./checkpoints`, else `pretrained`, or another one that comes with the project; nil
  /// where there is none.
  ///
  /// - Throws: `Failure` where `$TEXTGEN_MODEL` names none.
  static func byDefault(
    pretrained: PretrainedModel = .portugues
  ) throws(Failure) -> ModelLocation? {
    if let name = Environment["TEXTGEN_MODEL"] {
      do {
        return ModelLocation(path: try ModelNames.path(of: name), source: .environment)
      } catch {
        throw Failure("TEXTGEN_MODEL is \(error)")
      }
    }
    if let path = latest(in: "checkpoints") { return ModelLocation(path: path, source: .latest) }
    for model in [pretrained] + PretrainedModel.allCases {
      if let path = model.path { return ModelLocation(path: path, source: .pretrained) }
    }
    return nil
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
