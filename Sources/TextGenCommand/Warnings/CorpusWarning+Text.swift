import TextGenLanguageModeling

extension CorpusWarning: Translated {
  var english: String {
    switch self {
    case .file(let warning): warning.english
    case .muchHeldOut(_, _, false): description + " with --validation FILE"
    case .leftOut, .givenTwice, .sameText, .moreGivenTwice, .inBothParts, .heldOutCopy,
      .moreInBothParts, .muchHeldOut, .recorded:
      description
    }
  }

  var portuguese: String {
    switch self {
    case .file(let warning): warning.portuguese
    case .leftOut(let path, let kind):
      "\(path) é \(kind.portuguese), não um arquivo, e fica de fora"
    case .givenTwice(let name):
      "\(name) foi indicado duas vezes, e o seu texto conta a dobrar; indique-o uma vez"
    case .sameText(let first, let second):
      "\(first) e \(second) têm o mesmo texto, que conta a dobrar; retire um deles"
    case .moreGivenTwice(let count): "mais \(grouped(count)) textos foram indicados mais de uma vez"
    case .inBothParts(let name):
      "\(name) serve tanto para treinar como para validar; retire-o de um dos lados"
    case .heldOutCopy(let name, let trained):
      "\(name) tem o mesmo texto que \(trained), com que se treina: os valores medidos nele nada dizem "
        + "de textos novos; retire-o de um dos lados"
    case .moreInBothParts(let count):
      "mais \(grouped(count)) textos servem tanto para treinar como para validar"
    case .muchHeldOut(let share, let asked, let isEarlier):
      "fica reservado \(percent(share)) do texto, não \(percent(asked)), "
        + (isEarlier
          ? "como no início deste treino, com uma versão anterior; comece-o de novo para reservar menos"
          : "porque há poucos lugares onde o cortar; acrescente texto, ou indique outro com --validation")
    case .recorded(let sentence): sentence
    }
  }
}

extension FileSystem.Kind: Translated {
  var english: String { rawValue }

  /// What it is, with its article.
  var portuguese: String {
    switch self {
    case .file: "um arquivo"
    case .folder: "uma pasta"
    case .pipe: "um pipe"
    case .socket: "um socket"
    case .device: "um dispositivo"
    }
  }
}
