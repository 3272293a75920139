import TextGen

extension ChosenModel {
  /// The model that `option` names, else the one that is used by default.
  ///
  /// - Throws: `ModelError`; `Failure` where `$TEXTGEN_MODEL` names none.
  static func find(option: String?, standard: BundledModel = .portugues) throws -> ChosenModel {
    if let option {
      return ChosenModel(path: try ModelCatalog.ofProgram.path(of: option), reason: .named)
    }
    guard let chosen = try byDefault(standard) else {
      throw ModelError.none(folders: ModelCatalog.ofProgram.allFolders)
    }
    return chosen
  }

  /// The model of commands without `--model`; nil where there is none.
  ///
  /// - Throws: `Failure` where `$TEXTGEN_MODEL` names none.
  static func byDefault(_ standard: BundledModel = .portugues) throws(Failure) -> ChosenModel? {
    do throws(ModelError) {
      return try ModelCatalog.ofProgram.standard(standard)
    } catch {
      throw Failure(ListingText.preferredMissing(error.sentence))
    }
  }

  /// The name by which commands find it.
  var name: String { ModelCatalog.ofProgram.name(of: path) }

  /// Why it is used, as the user would say it.
  var why: Speech {
    switch reason {
    case .named: .named
    case .preferred: .preferred
    case .trainedLast: .trainedLast
    case .bundled: .bundled
    }
  }

  /// Which model is used, and why.
  var sentence: Speech { .model(name: name, why: why.text, precision: nil) }
}
