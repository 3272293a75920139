import TextGenProsody

extension Violation.Fact: Translated {
  var english: String { description }

  var portuguese: String {
    switch self {
    case .text(let text): text
    case .lines(let count): counted(count, "verso")
    case .moreLetters(let count): "mais de \(count) letras"
    case .title(let title): "o título \"\(title)\""
    case .noTitle: "nenhum título"
    case .multiple(let length): "um múltiplo de \(length)"
    case .multipleOfThreeAndOne: "um múltiplo de 3, mais 1"
    case .oneOrMore: "1 ou mais"
    case .stanzas(let lengths): lengths.map(String.init).joined(separator: "+")
    case .stanzasOf(let length): "estrofes de \(length)"
    case .tercetsAndLine: "estrofes de 3 e um verso"
    case .anything: "qualquer"
    case .oneOf(let facts): facts.map(\.portuguese).joined(separator: " ou ")
    case .withLicence(let count, let kind): "\(count) com \(kind)"
    case .withoutLicences(let count): "\(count) sem licenças"
    case .caesura: "6-12, a sexta no fim da palavra ou unida a uma vogal"
    case .signs(let signs):
      signs.dropLast().joined(separator: " ") + " ou " + (signs.last ?? "")
    case .noSign: "nenhum sinal"
    case .noPause: "nenhuma pausa"
    case .stressedWord: "uma palavra que leve acento"
    case .otherWord(let line): "outra palavra que não a do verso \(line)"
    case .rhyme(let line): "uma rima com o verso \(line)"
    case .rhymeOf(let line): "a rima do verso \(line)"
    case .otherRhyme: "outra rima"
    case .noRhyme: "nenhuma rima"
    case .noRhymeNearer(let lines): "nenhuma rima a menos de \(lines) versos"
    case .innerRhyme(let word): "uma palavra com acento na 2 que rime com \(word)"
    case .pairs(let count, let all): "\(count) de \(all) pares"
    case .atMostHalf: "no máximo metade"
    }
  }
}

extension Violation.Rule: Translated {
  var english: String { rawValue }

  /// What the rule is about.
  var portuguese: String {
    switch self {
    case .lines: "versos"
    case .breaks: "estrofes"
    case .metre: "metro"
    case .scheme: "esquema"
    case .repeatedWord: "palavra repetida"
    case .classClash: "rimas iguais"
    case .punctuation: "pontuação"
    case .pause: "pausa"
    case .dangling: "fim fraco"
    case .acrostic: "acróstico"
    case .caesura: "cesura"
    case .innerRhyme: "rima interna"
    case .poorRhyme: "rima pobre"
    }
  }
}

extension Unreadable: Translated {
  var english: String { found }

  /// What stopped the reading.
  var portuguese: String {
    switch self {
    case .digits, .noLetters: found
    case .tooLong: "mais de \(Self.maximumLetters) letras"
    }
  }
}
