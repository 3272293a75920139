import TextGenLayers

extension Architecture: Translated {
  var english: String { title }

  /// What the kind of network is called, with its sizes.
  var portuguese: String {
    switch self {
    case .unigram, .recurrent: title
    case .window(let length): "janela de \(length)"
    case .bag: "saco de palavras"
    case .transformer(let heads, let length):
      "transformer, \(counted(heads, "cabeça")) sobre \(length) tokens"
    }
  }
}
