import TextGenTokenization

/// What `complete`, `sample` and `evaluate` say of the texts that they read and of their answers.
enum ReadingMessage: Translated {
  case tooLong(bytes: Int, most: Int)
  case lineTooLong
  case line(Int, reason: String)
  case lineName(Int)
  case linesFailed(Int, of: Int)
  case place(Int)
  case cutShort, noWord, noOtherWord
  case neverSeen([NearestEncoding.Replacement], others: Int)
  case nothingToMeasure(files: [String])
  case instructionSet(String, isKnown: Bool, available: String)
  /// A text that came to so many dead ends after its last words, where one of these was wanted.
  case deadEnds(Int, text: Int, seed: UInt64, after: String, wanted: [String])

  var english: String {
    switch self {
    case .tooLong(let bytes, let most):
      "the text has \(bytes) bytes, but at most \(most) are completed at a time; give only its end"
    case .lineTooLong: "the line is too long; give only its end"
    case .line(let number, let reason): "line \(number): \(reason)"
    case .lineName(let number): "line \(number)"
    case .linesFailed(let failures, let all):
      "\(failures) of \(counted(all, "line")) could not be completed"
    case .place(let number): "place \(number)"
    case .cutShort: "The list is cut short: the search for more words came to its limit."
    case .noWord: "no word is probable enough here"
    case .noOtherWord: "no other word is probable enough here"
    case .neverSeen(let replacements, let others):
      "the model has never seen "
        + replacements.map { "“\($0.original)”" + ($0.used.map { " (read as “\($0)”)" } ?? "") }
        .joined(separator: ", ") + (others > 0 ? " and \(counted(others, "other"))" : "")
        + "; the text goes on all the same"
    case .nothingToMeasure(let files):
      "there is nothing to measure: \(files.joined(separator: ", ")) holds no character; name a text"
    case .instructionSet(let name, let isKnown, let available):
      isKnown
        ? "TEXTGEN_ISA asks for \(name), which this processor lacks; it can run \(available)"
        : "TEXTGEN_ISA is \(name), which is no known instruction set; this processor can run "
          + available
    case .deadEnds(let count, let text, let seed, let words, let wanted):
      "text \(text) for seed \(seed) came to \(counted(count, "dead end")): "
        + (words.isEmpty ? "at the beginning" : "after “…\(words)”")
        + " the model has nothing that keeps the acrostic"
        + (wanted.isEmpty ? "" : ", such as " + wanted.map { "“\($0)”" }.joined(separator: ", "))
        + "; try another --seed, --temperature or --model"
    }
  }

  var portuguese: String {
    switch self {
    case .tooLong(let bytes, let most):
      "o texto tem \(bytes) bytes, mas completam-se no máximo \(most) de cada vez; dê só o fim"
    case .lineTooLong: "a linha é longa demais; dê só o fim"
    case .line(let number, let reason): "linha \(number): \(reason)"
    case .lineName(let number): "a linha \(number)"
    case .linesFailed(let failures, let all):
      "não foi possível completar \(failures) de \(counted(all, "linha"))"
    case .place(let number): "posição \(number)"
    case .cutShort: "A lista foi cortada: a procura de mais palavras chegou ao limite."
    case .noWord: "nenhuma palavra é provável o bastante aqui"
    case .noOtherWord: "nenhuma outra palavra é provável o bastante aqui"
    case .neverSeen(let replacements, let others):
      "o modelo nunca viu "
        + replacements.map { "“\($0.original)”" + ($0.used.map { " (lido como “\($0)”)" } ?? "") }
        .joined(separator: ", ") + (others > 0 ? " e mais \(grouped(others))" : "")
        + "; o texto continua mesmo assim"
    case .nothingToMeasure(let files):
      "não há nada a medir: \(files.joined(separator: ", ")) não tem caracteres; indique um texto"
    case .instructionSet(let name, let isKnown, let available):
      isKnown
        ? "TEXTGEN_ISA pede \(name), que este processador não tem; ele executa \(available)"
        : "TEXTGEN_ISA é \(name), um conjunto de instruções desconhecido; este processador executa "
          + available
    case .deadEnds(let count, let text, let seed, let words, let wanted):
      "o texto \(text) da semente \(seed) chegou a "
        + "\(counted(count, "beco sem saída", "becos sem saída")): "
        + (words.isEmpty ? "no início" : "depois de “…\(words)”")
        + " o modelo não tem nada que mantenha o acróstico"
        + (wanted.isEmpty ? "" : ", como " + wanted.map { "“\($0)”" }.joined(separator: ", "))
        + "; experimente outro --seed, --temperature ou --model"
    }
  }
}
