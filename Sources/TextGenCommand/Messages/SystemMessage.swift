/// What the operating system does not do; its own words are in English where they come in.
enum SystemMessage: Translated {
  case notStarted(program: String, String)
  case noTemporaryFile(String)
  case noProgramPath
  case noInput(String)

  var english: String {
    switch self {
    case .notStarted(let program, let reason):
      "\(program) cannot be started: \(reason); end other programs and try again"
    case .noTemporaryFile(let reason):
      "a temporary file cannot be written: \(reason); make room for temporary files and try again"
    case .noProgramPath:
      "the system does not say where the program lies; mount /proc and try again"
    case .noInput(let reason): "standard input cannot be read: \(reason)"
    }
  }

  var portuguese: String {
    switch self {
    case .notStarted(let program, let reason):
      "\(program) não pode ser iniciado: \(SystemWords.portuguese(in: reason)); feche outros programas e "
        + "tente de novo"
    case .noTemporaryFile(let reason):
      "um arquivo temporário não pode ser escrito: \(SystemWords.portuguese(in: reason)); libere espaço "
        + "para arquivos temporários e tente de novo"
    case .noProgramPath:
      "o sistema não diz onde está o programa; monte /proc e tente de novo"
    case .noInput(let reason):
      "a entrada padrão não pode ser lida: \(SystemWords.portuguese(in: reason))"
    }
  }
}
