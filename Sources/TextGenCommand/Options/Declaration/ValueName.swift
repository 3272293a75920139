/// What the help calls the value of an option: `<n>`, `<file>`.
enum ValueName: Translated {
  case count, share, number, seconds, minutes, seed
  case text, word, file, folder, path, shares, blend, page, picture
  case model, name, kind, list, budget, encoding, language, metre, scheme, line

  var english: String {
    switch self {
    case .count: "n"
    case .share: "p"
    case .number: "x"
    case .seconds: "seconds"
    case .minutes: "minutes"
    case .seed: "seed"
    case .text: "text"
    case .word: "word"
    case .file: "file"
    case .folder: "folder"
    case .path: "path"
    case .shares: "path=x"
    case .blend: "model=x"
    case .page: "file.html"
    case .picture: "file.svg"
    case .model: "model"
    case .name: "name"
    case .kind: "kind"
    case .list: "a,b,c"
    case .budget: "budget"
    case .encoding: "encoding"
    case .language: "language"
    case .metre: "metre"
    case .scheme: "scheme"
    case .line: "line"
    }
  }

  var portuguese: String {
    switch self {
    case .count: "n"
    case .share: "p"
    case .number: "x"
    case .seconds: "segundos"
    case .minutes: "minutos"
    case .seed: "semente"
    case .text: "texto"
    case .word: "palavra"
    case .file: "arquivo"
    case .folder: "pasta"
    case .path: "caminho"
    case .shares: "caminho=x"
    case .blend: "modelo=x"
    case .page: "arquivo.html"
    case .picture: "arquivo.svg"
    case .model: "modelo"
    case .name: "nome"
    case .kind: "tipo"
    case .list: "a,b,c"
    case .budget: "limite"
    case .encoding: "codificação"
    case .language: "língua"
    case .metre: "metro"
    case .scheme: "esquema"
    case .line: "verso"
    }
  }
}

extension ValueName {
  /// The name where a person puts a value of his own: `FILE`.
  var placeholder: String { self.text.uppercased() }
}
