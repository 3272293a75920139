import TextGenTraining

extension TrainingWarning: Translated {
  var english: String {
    switch self {
    case .notLocked(let error): error.english
    case .notSaved(let error):
      "\(error.english); training continues, and the next save tries again"
    case .notLogged(let error):
      "\(error.english); training continues without this part of its log"
    }
  }

  var portuguese: String {
    switch self {
    case .notLocked(let error): error.portuguese
    case .notSaved(let error):
      "\(error.portuguese); o treino continua, e a próxima gravação tenta outra vez"
    case .notLogged(let error):
      "\(error.portuguese); o treino continua sem esta parte do seu registro"
    }
  }
}
