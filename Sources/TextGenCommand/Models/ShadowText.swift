/// What is said of models in a list whose name means another one.
enum ShadowText: Translated {
  /// `name` means the model at `path`.
  case means(name: String, path: String)

  var english: String {
    switch self {
    case .means(let name, let path):
      "! is hidden: \(name) means \(seenPath(path)); name this one by its path"
    }
  }

  var portuguese: String {
    switch self {
    case .means(let name, let path):
      "! está encoberto: \(name) designa \(seenPath(path)); indique este pelo seu caminho"
    }
  }
}
