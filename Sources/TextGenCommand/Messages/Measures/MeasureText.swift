import TextGenEvaluation
import TextGenGeneration

/// What `evaluate` calls its measures, and what it is doing.
enum MeasureText: Translated {
  case scoring, typing, filling, writing, comparing
  case none
  case characters, words, bitsPerCharacter, perplexityPerWord, unknownTokens, impossibleTokens
  case recall, keystrokeSavings, singleLines, cloze, distantCloze, precision, speed, listTime
  case bits(String)
  case charactersPerSecond(String)
  case times(median: String, p95: String)
  case score(ClozeReport.Score)
  case samples, realText
  case drawn(Int, length: Int)
  case setting(SamplingSetting, SamplingSetting.Value)
  case seed(UInt64)
  case wordsInTraining, wordsInDictionary, newSequences, longestCopy
  case distinct(Int)
  case lineMean, lineMedian, stanzaMean, stanzaMedian
  case copied(String)
  case trainingText
  case noDictionary(String)
  case notInstalled(String)
  case noDictionaries(String, [String])
  case shorterText

  var english: String {
    switch self {
    case .scoring: "scoring"
    case .typing: "typing"
    case .filling: "filling blanks"
    case .writing: "writing"
    case .comparing: "comparing"
    case .none: "none"
    case .characters: "characters"
    case .words: "words"
    case .bitsPerCharacter: "bits per character"
    case .perplexityPerWord: "perplexity per word"
    case .unknownTokens: "unknown tokens"
    case .impossibleTokens: "impossible tokens"
    case .recall: "recall"
    case .keystrokeSavings: "keystroke savings"
    case .singleLines: "single lines"
    case .cloze: "cloze"
    case .distantCloze: "cloze, distant cue"
    case .precision: "precision"
    case .speed: "speed"
    case .listTime: "list of words"
    case .bits(let bits): "\(bits) bits per character"
    case .charactersPerSecond(let speed): "\(speed) characters/s"
    case .times(let median, let p95): "\(median) ms (median), \(p95) ms (95 %)"
    case .score(let score):
      "first \(score.top1), first five \(score.top5) of \(score.items)   "
        + "sense before nonsense \(score.won) of \(score.compared)"
    case .samples: "samples"
    case .realText: "real text"
    case .drawn(let count, let length):
      "\(counted(count, "sample")) of \(counted(length, "character")), "
    case .setting(let setting, let value): "\(setting.title) \(Self.digits(value))"
    case .seed(let seed): "seed \(seed)"
    case .wordsInTraining: "words in the training text"
    case .wordsInDictionary: "words in a dictionary"
    case .newSequences: "new sequences of 8 words"
    case .longestCopy: "longest copy, characters"
    case .distinct(let length): "distinct-\(length)"
    case .lineMean: "line, characters, mean"
    case .lineMedian: "line, characters, median"
    case .stanzaMean: "stanza, lines, mean"
    case .stanzaMedian: "stanza, lines, median"
    case .copied(let text): "copied: \"\(text)\""
    case .trainingText:
      "for known words, new sequences and copies: --training FILE, the training text"
    case .noDictionary(let reason): "no words in a dictionary: \(reason)"
    case .notInstalled(let program): "\(program) is not installed"
    case .noDictionaries(let program, let names):
      "\(program) has neither dictionary, \(names.joined(separator: " nor "))"
    case .shorterText: "the real text is shorter than the samples, which raises its distinct-n"
    }
  }

  var portuguese: String {
    switch self {
    case .scoring: "pontuação"
    case .typing: "digitação"
    case .filling: "preenchimento de lacunas"
    case .writing: "escrita"
    case .comparing: "comparação"
    case .none: "nenhum"
    case .characters: "caracteres"
    case .words: "palavras"
    case .bitsPerCharacter: "bits por caractere"
    case .perplexityPerWord: "perplexidade por palavra"
    case .unknownTokens: "tokens desconhecidos"
    case .impossibleTokens: "tokens impossíveis"
    case .recall: "cobertura"
    case .keystrokeSavings: "teclas poupadas"
    case .singleLines: "linhas isoladas"
    case .cloze: "lacunas"
    case .distantCloze: "lacunas, pista distante"
    case .precision: "precisão"
    case .speed: "velocidade"
    case .listTime: "lista de palavras"
    case .bits(let bits): "\(bits) bits por caractere"
    case .charactersPerSecond(let speed): "\(speed) caracteres/s"
    case .times(let median, let p95): "\(median) ms (mediana), \(p95) ms (95 %)"
    case .score(let score):
      "primeira \(score.top1), cinco primeiras \(score.top5) de \(score.items)   "
        + "sentido antes do absurdo \(score.won) de \(score.compared)"
    case .samples: "amostras"
    case .realText: "texto real"
    case .drawn(let count, let length):
      "\(counted(count, "amostra")) de \(counted(length, "caractere")), "
    case .setting(let setting, let value):
      (Self.portugueseTitles[setting.title] ?? setting.title) + " " + Self.digits(value)
    case .seed(let seed): "semente \(seed)"
    case .wordsInTraining: "palavras do texto de treino"
    case .wordsInDictionary: "palavras de um dicionário"
    case .newSequences: "sequências novas de 8 palavras"
    case .longestCopy: "cópia mais longa, caracteres"
    case .distinct(let length): "distinct-\(length)"
    case .lineMean: "linha, caracteres, média"
    case .lineMedian: "linha, caracteres, mediana"
    case .stanzaMean: "estrofe, linhas, média"
    case .stanzaMedian: "estrofe, linhas, mediana"
    case .copied(let text): "copiado: \"\(text)\""
    case .trainingText:
      "para palavras conhecidas, sequências novas e cópias: --training, com o texto de treino"
    case .noDictionary(let reason): "sem palavras de dicionário: \(reason)"
    case .notInstalled(let program): "\(program) não está instalado"
    case .noDictionaries(let program, let names):
      "\(program) não tem nenhum dos dicionários \(names.joined(separator: " e "))"
    case .shorterText:
      "o texto real é mais curto do que as amostras, o que aumenta o seu distinct-n"
    }
  }
}

extension MeasureText {
  /// The settings that people call by other words than by their options.
  private static let portugueseTitles = [
    SamplingSetting.temperature.title: "temperatura",
    SamplingSetting.repetitionPenalty.title: "penalização de repetições",
  ]

  private static func digits(_ value: SamplingSetting.Value) -> String {
    switch value {
    case .number(let number): plain(number)
    case .count(let count): "\(count)"
    }
  }
}
