import TextGen
import TextGenLanguageModeling

extension CheckpointError: Advised, Translated {
  var english: String { ModelError(self).english }

  var portuguese: String { ModelError(self).portuguese }
}

extension FileProblem: Advised, Translated {
  var english: String {
    switch self {
    case .format(let error): error.english
    case .system(let error): error.english
    case .notRemoved, .notCreated, .other: description
    }
  }

  var portuguese: String {
    switch self {
    case .format(let error): error.portuguese
    case .system(let error): error.portuguese
    case .notRemoved(let path, let reason):
      "\(path) não pode ser apagado: \(SystemWords.portuguese(in: reason))"
    case .notCreated(let folder, let reason):
      "a pasta \(folder) não pode ser criada: \(SystemWords.portuguese(in: reason))"
    case .other(let sentence): sentence
    }
  }
}
