import TextGenLanguageModeling

extension CorpusError: Advised, Translated {
  var english: String {
    switch self {
    case .file(let error): error.english
    case .tooSmallForValidation:
      description + "; pass --validation FILE or another --validation-fraction"
    case .nothingHeldOut:
      description + "; give --epochs, --steps or --minutes, or a --validation-fraction above 0"
    case .noLineForColdTexts:
      description + "; leave out --cold-share or give a smaller --sequence-length"
    case .otherThanOfRun:
      description + "; give the same ones, or begin another run with another --output"
    case .noTextFiles, .unreadableFolder, .empty, .tooSmall, .validationTooSmall,
      .tooSmallForBatches, .epochTooSmall, .shareOfNothing, .changed:
      description
    }
  }

  var portuguese: String {
    switch self {
    case .file(let error): error.portuguese
    case .noTextFiles(let folder):
      "a pasta \(folder) não tem nenhum arquivo cujo nome termine em .txt ou .md"
    case .unreadableFolder(let folder, let reason):
      "não é possível listar a pasta \(folder): \(SystemWords.portuguese(in: reason))"
    case .empty(let name): "o corpus está vazio: \(name) só tem espaços em branco"
    case .tooSmall(let characters, let needed):
      "o corpus é pequeno demais: tem \(characters) caracteres para treinar, e são precisos pelo menos "
        + "\(needed); acrescente texto"
    case .tooSmallForValidation(let characters, let fraction):
      "o corpus de \(characters) caracteres não tem uma linha de sobra da qual se pudesse reservar a "
        + "parte final (\(plain(fraction))); use --validation ou outro --validation-fraction"
    case .validationTooSmall(let characters, let needed):
      "o texto de validação é pequeno demais: tem \(characters) caracteres, e são precisos pelo menos "
        + "\(needed); indique um mais longo"
    case .tooSmallForBatches(let tokens, let batchSize, let sequenceLength):
      "o corpus tem \(tokens) tokens, menos do que exige um lote de \(batchSize) textos com "
        + "\(sequenceLength) tokens por passo; diminua um dos dois ou acrescente texto"
    case .epochTooSmall(let tokens, let batchSize, let sequenceLength):
      "com as partes pedidas, uma época pode ter só \(tokens) tokens, menos do que exige um lote de "
        + "\(batchSize) textos com \(sequenceLength) tokens por passo; diminua um dos dois ou aumente uma "
        + "das partes"
    case .shareOfNothing(let path):
      "há um --share para \(path), mas nenhum texto do corpus está ali; indique um arquivo ou uma pasta "
        + "do corpus tal como foi indicado, ou um caminho dentro dela"
    case .nothingHeldOut:
      "não há texto reservado, e a perda de validação não pode terminar o treino; dê --epochs, --steps "
        + "ou --minutes, ou um --validation-fraction acima de 0"
    case .noLineForColdTexts:
      "o texto de treino não tem uma linha seguida de uma janela inteira, e nenhum texto pode começar "
        + "sem memória; retire --cold-share ou dê um --sequence-length menor"
    case .otherThanOfRun(let folder):
      "o treino em \(folder) começou com outro corpus, outras partes dele, outro texto para n-gramas, "
        + "outros limites do vocabulário ou outra parte de validação; dê os mesmos, ou comece outro treino "
        + "com outro --output"
    case .changed(let file):
      "\(file) mudou enquanto era lido; tente de novo quando estiver completo"
    }
  }
}
