import TextGen

extension ChosenModel {
  /// The model that `option` names, else the one that is used by default.
  ///
  /// - Throws: `ModelError`; `Failure` where `$TEXTGEN_MODEL` names none.
  static func find(option: String?, standard: BundledModel = .portugues) throws -> ChosenModel {
    if let option {
      return ChosenModel(path: try ModelCatalog.ofProgram.path(of: option), reason: .named)
    }
    guard let chosen = try byDefault(standard) else { throw ModelError.none }
    return chosen
  }

  /// The model of commands without `--model`; nil where there is none.
  ///
  /// - Throws: `Failure` where `$TEXTGEN_MODEL` names none.
  static func byDefault(_ standard: BundledModel = .portugues) throws(Failure) -> ChosenModel? {
    do throws(ModelError) {
      return try ModelCatalog.ofProgram.standard(standard)
    } catch {
      throw Failure("TEXTGEN_MODEL is " + error.sentence)
    }
  }

  /// The name by which commands find it.
  var name: String { ModelCatalog.ofProgram.name(of: path) }

  /// Why it is used, as the user would say it.
  var why: String {
    switch reason {
    case .named: "--model"
    case .preferred: "$TEXTGEN_MODEL"
    case .trainedLast: "the checkpoint trained last"
    case .bundled: "the pretrained model"
    }
  }

  /// Which model is used, and why.
  var sentence: String { sentence(name: name) }

  /// The same where `name`, for which the folders are searched, is known already.
  func sentence(name: String) -> String {
    "model: " + Conversation.escaped(name) + " (" + why + ")"
  }
}
