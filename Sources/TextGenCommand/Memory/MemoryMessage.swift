/// What is said of a memory that stays.
enum MemoryMessage: Translated {
  case noHome
  case learnsAlready
  case notKept(String)
  case nothing(path: String)
  case cleared(path: String)
  case forgotten(word: String, sequences: Int)
  case size(sequences: Int, path: String)
  // Of usage
  case noWord, keyboardAlone
  case unknownAction(String)
  case wordWithout(action: String)

  var english: String {
    switch self {
    case .noHome: "there is no home folder for a memory; give --memory-file FILE"
    case .learnsAlready: "the model learns already; leave out --memory or --adapt"
    case .notKept(let detail): "what was learned is not kept: \(detail)"
    case .nothing(let path): "nothing is remembered in \(path)"
    case .cleared(let path): "cleared: \(path); models are as they came"
    case .forgotten(let word, let sequences):
      "forgotten: \(word) (\(counted(sequences, "sequence")))"
    case .size(let sequences, let path): "\(counted(sequences, "sequence")) of tokens in \(path)"
    case .noWord: "there is no word to forget; give one after forget"
    case .keyboardAlone: "--memory is for --keyboard; add it, or leave out --memory"
    case .unknownAction(let action):
      "'\(action)' is nothing to do with a memory; choose show, forget or clear"
    case .wordWithout(let action): "\(action) takes no word; leave it out"
    }
  }

  var portuguese: String {
    switch self {
    case .noHome: "não há pasta pessoal para uma memória; indique --memory-file ARQUIVO"
    case .learnsAlready: "o modelo já aprende; retire --memory ou --adapt"
    case .notKept(let detail): "o que se aprendeu não fica guardado: \(detail)"
    case .nothing(let path): "nada está guardado em \(path)"
    case .cleared(let path): "apagada: \(path); os modelos estão como vieram"
    case .forgotten(let word, let sequences):
      "esquecida: \(word) (\(counted(sequences, "sequência", "sequências")))"
    case .size(let sequences, let path):
      "\(counted(sequences, "sequência", "sequências")) de tokens em \(path)"
    case .noWord: "falta a palavra a esquecer; escreva-a depois de forget"
    case .keyboardAlone: "--memory é para --keyboard; junte-a, ou retire --memory"
    case .unknownAction(let action):
      "'\(action)' não é nada que se faça com uma memória; escolha show, forget ou clear"
    case .wordWithout(let action): "\(action) não leva palavra; retire-a"
    }
  }
}
