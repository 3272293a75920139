import TextGenLaboratory

extension ComparisonError: Advised, Translated {
  var english: String { description }

  var portuguese: String {
    switch self {
    case .tooSmall(let characters, let needed):
      "o corpus tem \(characters) caracteres, poucos para reservar um vigésimo para validar e outro para "
        + "o teste; dê pelo menos \(needed)"
    }
  }
}
