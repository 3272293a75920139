import TextGen

extension ModelError: Advised {
  /// What was found, what was expected, and what to do about it on the command line.
  var sentence: String {
    switch self {
    case .notFound(_, _, let similar):
      description
        + (similar.isEmpty
          ? "; `textgen models` lists those that there are, `textgen train` makes one"
          : " `textgen models` lists all of them")
    case .none:
      "there is no model: no --model, no TEXTGEN_MODEL and no checkpoint in ./checkpoints; train one "
        + "with `textgen train CORPUS`"
    case .missing: description + "; train one with `textgen train`, or name another"
    case .notAModel: description + "; choose the model.safetensors that `textgen train` wrote"
    case .newerVersion: description + "; use a newer textgen"
    case .damaged, .altered: description + ", use another copy"
    case .unreadable: description
    }
  }
}
