/// Why a model of a comparison has no figures. The files of a comparison keep it as an English sentence,
/// which is read back here to be said in the language of the program.
enum ContenderVerdict: Translated, CaseIterable {
  /// No network of the kind has about so many parameters over so many tokens.
  case noNetwork
  /// The loss stayed infinite or not a number.
  case notFinite
  /// What it predicts is worse than any guess.
  case diverged
  /// Its process ended without a verdict on the model.
  case accident

  /// The sentence, with `*` in place of names and numbers.
  var english: String {
    switch self {
    case .noNetwork:
      "no * over * tokens has about * parameters; give more, or a smaller --vocabulary-size"
    case .notFinite:
      "the loss is infinite or not a number at step * even with a learning rate of *; the last good "
        + "model is kept; try --learning-rate or --clip-norm with smaller values"
    case .diverged: "it diverged: what it predicts has become worse than any guess"
    case .accident: "its process ended with status *"
    }
  }

  var portuguese: String {
    switch self {
    case .noNetwork:
      "não há * com * tokens e cerca de * parâmetros; dê mais, ou um --vocabulary-size menor"
    case .notFinite:
      "a perda é infinita ou não é um número no passo *, mesmo com a taxa de aprendizagem *; fica o "
        + "último modelo bom; experimente valores menores de --learning-rate ou --clip-norm"
    case .diverged: "divergiu: o que prevê ficou pior do que qualquer palpite"
    case .accident: "o seu processo terminou com o estado *"
    }
  }

  /// The sentence that files keep, with `words` in its places.
  func sentence(_ words: String...) -> String {
    Template(english).filled(with: words.map { $0[...] })
  }

  /// Whether `sentence` is this one, with some words in its places.
  func matches(_ sentence: String) -> Bool { Template(english).words(in: sentence) != nil }

  /// `sentence` in the language of the program; what is none of these stays as it is.
  static func shown(_ sentence: String) -> String {
    for verdict in allCases {
      if let words = Template(verdict.english).words(in: sentence) {
        return Template(verdict.text).filled(with: words)
      }
    }
    return sentence
  }
}
