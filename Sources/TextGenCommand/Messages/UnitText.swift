import TextGenLaboratory

/// Which units of a layer are worth looking at, and why.
enum UnitText: Translated {
  case unit, why, halfLife
  case title(layer: Int)
  case rises(TextTrait, correlation: String)
  case falls(TextTrait, correlation: String)
  case remembers(tokens: String)
  case varies(deviation: String)

  var english: String {
    switch self {
    case .unit: "unit"
    case .why: "why"
    case .halfLife: "half-life"
    case .title(let layer): "The most telling units of layer \(layer)"
    case .rises(let trait, let correlation): "rises \(Self.english(trait)) (r = \(correlation))"
    case .falls(let trait, let correlation): "falls \(Self.english(trait)) (r = \(correlation))"
    case .remembers(let tokens): "remembers long: half of it is left after \(tokens) tokens"
    case .varies(let deviation): "varies much (standard deviation \(deviation))"
    }
  }

  var portuguese: String {
    switch self {
    case .unit: "unidade"
    case .why: "por quê"
    case .halfLife: "meia-vida"
    case .title(let layer): "As unidades mais reveladoras da camada \(layer)"
    case .rises(let trait, let correlation): "sobe \(Self.portuguese(trait)) (r = \(correlation))"
    case .falls(let trait, let correlation): "desce \(Self.portuguese(trait)) (r = \(correlation))"
    case .remembers(let tokens): "lembra muito: metade fica depois de \(tokens) tokens"
    case .varies(let deviation): "varia muito (desvio padrão \(deviation))"
    }
  }

  private static func english(_ trait: TextTrait) -> String {
    switch trait {
    case .lineEnd: "at line ends"
    case .punctuation: "at punctuation"
    case .space: "at spaces"
    case .capital: "at capitals"
    case .digit: "at digits"
    case .quotation: "inside quotation marks and brackets"
    case .linePosition: "along the line"
    case .wordPosition: "along the word"
    }
  }

  private static func portuguese(_ trait: TextTrait) -> String {
    switch trait {
    case .lineEnd: "nos fins de linha"
    case .punctuation: "na pontuação"
    case .space: "nos espaços"
    case .capital: "nas maiúsculas"
    case .digit: "nos algarismos"
    case .quotation: "dentro de aspas e parênteses"
    case .linePosition: "ao longo da linha"
    case .wordPosition: "ao longo da palavra"
    }
  }
}
