import TextGenLayers

extension ConfigurationError: Advised, Translated {
  var english: String { description }

  var portuguese: String {
    switch self {
    case .size(let name, let found, let legal):
      "\(Self.portuguese[name] ?? name): \(found), mas tem de estar entre \(legal.lowerBound) e "
        + "\(legal.upperBound)"
    case .tiedSizes(let embedding, let hidden):
      "embeddings comuns têm de ser tão largos como uma camada, mas o embedding tem \(embedding) e a "
        + "camada \(hidden); torne-os iguais ou retire --tie-embeddings"
    case .unequalSizes(let embedding, let hidden):
      "o embedding de um transformer é tão largo como as suas camadas, mas o embedding tem \(embedding) "
        + "e a camada \(hidden); torne-os iguais"
    case .heads(let count, let hidden):
      "as cabeças de um transformer têm 32 ou 64 unidades, mas \(count) delas repartem \(hidden); use "
        + "--hidden-size \(32 * count) ou \(64 * count)"
    }
  }

  /// What sizes are called.
  private static let portuguese = [
    "layers": "as camadas", "embedding size": "o tamanho do embedding",
    "hidden size": "o tamanho das camadas", "vocabulary size": "o tamanho do vocabulário",
    "context length": "o comprimento do contexto", "line break": "o fim de linha",
    "number of heads": "o número de cabeças",
  ]
}
