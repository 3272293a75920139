import TextGenFigures

extension Language {
  /// The language in which the program speaks.
  static let ofProgram = Language(ofVariables: { Environment[$0] })

  /// The language that variables of the environment ask for: Portuguese where the first one that is set
  /// begins with `pt`, else English.
  init(ofVariables value: (String) -> String?) {
    let names = ["TEXTGEN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    let first = names.lazy.compactMap(value).first ?? ""
    self = first.lowercased().hasPrefix("pt") ? .portuguese : .english
  }
}
