import TextGen

extension CompletionFailure: Advised, Translated {
  var english: String {
    switch self {
    case .tooManyBlanks: description + "; split it into shorter texts"
    case .candidateCount: description + "; choose another --count"
    }
  }

  var portuguese: String {
    switch self {
    case .tooManyBlanks(let found, let limit):
      "o texto tem \(found) lacunas, mas só \(limit) podem ser preenchidas juntas; divida-o em textos "
        + "mais curtos"
    case .candidateCount(let found, let limit):
      "pediram-se \(found) candidatas, mas o número vai de 1 a \(limit); escolha outro --count"
    }
  }
}
