/// How messages begin, and what every command may say.
enum Speech: Translated {
  case note, warning, error
  case replacements(name: String, count: Int)
  case model(name: String, why: String, precision: String?)
  case named, preferred, trainedLast, bundled
  case seed(UInt64)
  case report(path: String)
  case standardInput

  var english: String {
    switch self {
    case .note: "note: "
    case .warning: "warning: "
    case .error: "error: "
    case .replacements(let name, let count):
      "\(name) holds \(counted(count, "place")) that were not UTF-8, each read as U+FFFD"
    case .model(let name, let why, let precision):
      "model: \(name) (\(why))" + (precision.map { ", " + $0 } ?? "")
    case .named: "--model"
    case .preferred: "$TEXTGEN_MODEL"
    case .trainedLast: "the checkpoint trained last"
    case .bundled: "the pretrained model"
    case .seed(let seed): "seed: \(seed)"
    case .report(let path): "report: " + path
    case .standardInput: "standard input"
    }
  }

  var portuguese: String {
    switch self {
    case .note: "nota: "
    case .warning: "aviso: "
    case .error: "erro: "
    case .replacements(let name, let count):
      "\(name) tem \(counted(count, "lugar", "lugares")) que não eram UTF-8, lidos como U+FFFD"
    case .model(let name, let why, let precision):
      "modelo: \(name) (\(why))" + (precision.map { ", " + $0 } ?? "")
    case .named: "--model"
    case .preferred: "$TEXTGEN_MODEL"
    case .trainedLast: "o último modelo treinado"
    case .bundled: "o modelo que veio com o programa"
    case .seed(let seed): "semente: \(seed)"
    case .report(let path): "página: " + path
    case .standardInput: "a entrada padrão"
    }
  }
}
