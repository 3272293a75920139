import TextGenLanguageModeling
import TextGenTokenization
import TextGenTraining

/// What `train` says before, during and after a run.
enum TrainingMessage: Translated {
  case corpus(files: Int, bytes: Int, vocabulary: Int, unit: TokenUnit, added: Int?)
  case training(CorpusPartStatistics)
  case epoch(CorpusPartStatistics)
  case onlyNGrams(CorpusPartStatistics)
  case heldOut(CorpusPartStatistics, wholeFiles: Int?, share: Double)
  case nothingHeldOut
  case normalized([String])
  case byteOrderMarks(Int)
  case lineEnds(Int)
  case composed(Int)
  case littleText(characters: Int)
  case sizesByTime
  case replacesAtFirstSave(folder: String)
  case ngramsStayBehind(model: String, hasMore: Bool)
  case beginsAgain(folder: String)
  case network(title: String, layers: Int, size: Int, embedding: Int, isTied: Bool, parameters: Int)
  case tooManyTokens(Int, most: Int)
  case weights(of: String)
  case checkpoint(folder: String)
  case continues(step: Int)
  case recovered(step: Int, rate: Double)
  case interruptedEarly(folder: String)
  case best(String)
  case savedToResume(folder: String)
  case savedToUse(folder: String)
  case smaller
  case onlyToResume(command: String, size: String)

  var english: String {
    switch self {
    case .corpus(let files, let bytes, let vocabulary, let unit, let added):
      "corpus: \(counted(files, "file")), \(counted(bytes, "byte")); vocabulary of "
        + counted(vocabulary, unit.rawValue)
        + (added.map { $0 == 0 ? ", none of them new" : ", \(grouped($0)) of them new" } ?? "")
    case .training(let part): "training: " + Self.englishSize(part)
    case .epoch(let part): "an epoch reads: about \(Self.englishSize(part)), in mixed order"
    case .onlyNGrams(let part): "only for n-grams: " + Self.englishSize(part)
    case .heldOut(let part, let files, let share):
      "held out: " + (files.map { counted($0, "whole file") + ", " } ?? "")
        + Self.englishSize(part, share: share)
    case .nothingHeldOut: "held out: nothing"
    case .normalized(let changes): "normalised: " + changes.joined(separator: ", ")
    case .byteOrderMarks(let count):
      counted(count, "byte order mark dropped", "byte order marks dropped")
    case .lineEnds(let count): counted(count, "line end made LF", "line ends made LF")
    case .composed(let count):
      counted(count, "sequence composed (NFC)", "sequences composed (NFC)")
    case .littleText(let characters):
      "\(counted(characters, "character")) are little to learn from alone; --from poesia (verse) or "
        + "--from portugues (prose) starts from a model that knows the language: with 31,000 "
        + "characters of a poet 2.10 bits per character instead of 2.78"
    case .sizesByTime:
      "sizes: what learns most in the time on this machine; more minutes give a larger network"
    case .replacesAtFirstSave(let folder):
      "the first save of this run will replace the model in \(folder)"
    case .ngramsStayBehind(let model, let hasMore):
      "the n-grams of \(model) stay behind; this run counts those of its own text"
        + (hasMore ? " and of what --ngram-corpus names" : ", and of more with --ngram-corpus")
    case .beginsAgain(let folder):
      "the run in \(folder) had saved nothing yet; it begins at the first step"
    case .network(let title, let layers, let size, let embedding, let isTied, let parameters):
      "model: \(title), \(counted(layers, "layer")) of \(size), embedding \(embedding)"
        + (isTied ? " (tied)" : "") + ", " + counted(parameters, "parameter")
    case .tooManyTokens(let count, let most):
      "no n-grams are counted for \(grouped(count)) tokens, only for up to \(grouped(most)); a "
        + "smaller --vocabulary-size brings them back"
    case .weights(let model): "weights: those of " + model
    case .checkpoint(let folder): "checkpoint: " + folder
    case .continues(let step): "goes on after step \(grouped(step))"
    case .recovered(let step, let rate):
      "the loss was not finite: back to step \(grouped(step)) with a learning rate of \(plain(rate))"
    case .interruptedEarly(let folder):
      "interrupted before the first save; the model in \(folder) is as it was"
    case .best(let bits): "best: \(bits) bits per character on the held-out text"
    case .savedToResume(let folder): "saved in \(folder); to go on:"
    case .savedToUse(let folder): "saved in \(folder); next:"
    case .smaller: "to take less room on the disk:"
    case .onlyToResume(let command, let size): "\(command)   (\(size), only for --resume)"
    }
  }

  var portuguese: String {
    switch self {
    case .corpus(let files, let bytes, let vocabulary, let unit, let added):
      "corpus: \(counted(files, "arquivo")), \(counted(bytes, "byte")); vocabulário de "
        + Self.portuguese(vocabulary, unit)
        + (added.map { $0 == 0 ? ", nada de novo" : ", dos quais \(grouped($0)) novos" } ?? "")
    case .training(let part): "treino: " + Self.portugueseSize(part)
    case .epoch(let part):
      "cada época lê: cerca de \(Self.portugueseSize(part)), em ordem misturada"
    case .onlyNGrams(let part): "só para n-gramas: " + Self.portugueseSize(part)
    case .heldOut(let part, let files, let share):
      "reservado: "
        + (files.map { counted($0, "arquivo inteiro", "arquivos inteiros") + ", " } ?? "")
        + Self.portugueseSize(part, share: share)
    case .nothingHeldOut: "reservado: nada"
    case .normalized(let changes): "normalizado: " + changes.joined(separator: ", ")
    case .byteOrderMarks(let count):
      counted(count, "marca de ordem de bytes retirada", "marcas de ordem de bytes retiradas")
    case .lineEnds(let count):
      counted(count, "fim de linha mudado para LF", "fins de linha mudados para LF")
    case .composed(let count):
      counted(count, "sequência composta (NFC)", "sequências compostas (NFC)")
    case .littleText(let characters):
      "\(counted(characters, "caractere")) é pouco para aprender só com isso; --from poesia (versos) "
        + "ou --from portugues (prosa) parte de um modelo que já sabe a língua: com 31.000 caracteres "
        + "de um poeta, 2,10 bits por caractere em vez de 2,78"
    case .sizesByTime:
      "tamanhos: os que mais aprendem neste tempo e nesta máquina; mais minutos dão uma rede maior"
    case .replacesAtFirstSave(let folder):
      "a primeira gravação deste treino vai substituir o modelo em \(folder)"
    case .ngramsStayBehind(let model, let hasMore):
      "os n-gramas de \(model) ficam de fora; este treino conta os do seu próprio texto"
        + (hasMore
          ? " e os do que --ngram-corpus indica" : ", e os de mais texto com --ngram-corpus")
    case .beginsAgain(let folder):
      "o treino em \(folder) ainda não tinha gravado nada; começa no primeiro passo"
    case .network(let title, let layers, let size, let embedding, let isTied, let parameters):
      "modelo: \(title), \(counted(layers, "camada")) de \(size), embedding \(embedding)"
        + (isTied ? " (comum)" : "") + ", " + counted(parameters, "parâmetro")
    case .tooManyTokens(let count, let most):
      "com \(grouped(count)) tokens não se contam n-gramas, só até \(grouped(most)); com um "
        + "--vocabulary-size menor eles voltam"
    case .weights(let model): "pesos: os de " + model
    case .checkpoint(let folder): "pasta: " + folder
    case .continues(let step): "continua depois do passo \(grouped(step))"
    case .recovered(let step, let rate):
      "a perda deixou de ser finita: volta ao passo \(grouped(step)) com taxa de aprendizagem \(plain(rate))"
    case .interruptedEarly(let folder):
      "interrompido antes da primeira gravação; o modelo em \(folder) está como estava"
    case .best(let bits): "melhor: \(bits) bits por caractere no texto reservado"
    case .savedToResume(let folder): "guardado em \(folder); para continuar:"
    case .savedToUse(let folder): "guardado em \(folder); a seguir:"
    case .smaller: "para ocupar menos disco:"
    case .onlyToResume(let command, let size): "\(command)   (\(size), só para --resume)"
    }
  }
}

extension TrainingMessage {
  private static func englishSize(_ part: CorpusPartStatistics, share: Double? = nil) -> String {
    counted(part.characters, "character") + (share.map { " (\(percent($0)))" } ?? "") + ", "
      + counted(part.tokens, "token")
      + (part.unknownTokens > 0
        ? ", \(grouped(part.unknownTokens)) of them unknown (\(percent(part.unknownRate, 2)))" : "")
  }

  private static func portugueseSize(_ part: CorpusPartStatistics, share: Double? = nil) -> String {
    counted(part.characters, "caractere") + (share.map { " (\(percent($0)))" } ?? "") + ", "
      + counted(part.tokens, "token")
      + (part.unknownTokens > 0
        ? ", \(counted(part.unknownTokens, "desconhecido")) (\(percent(part.unknownRate, 2)))" : "")
  }

  private static func portuguese(_ count: Int, _ unit: TokenUnit) -> String {
    switch unit {
    case .character: counted(count, "caractere")
    case .word: counted(count, "palavra")
    case .subword: counted(count, "parte de palavra", "partes de palavra")
    }
  }
}
