import TextGenTokenization

extension TextFileWarning: Translated {
  var english: String {
    switch self {
    case .doublyEncoded(_, let charset, _):
      description + "; pass --encoding \(TextFile.repairPrefix)\(charset) to repair it"
    case .replaced, .notRepaired, .markup: description
    }
  }

  var portuguese: String {
    switch self {
    case .doublyEncoded(let file, let charset, let count):
      "\(file) parece UTF-8 que foi lido como \(charset) (\(counted(count, "lugar", "lugares"))); use "
        + "--encoding \(TextFile.repairPrefix)\(charset) para o reparar"
    case .replaced(let file, let encoding, let count):
      "\(file) tem \(counted(count, "lugar", "lugares")) que não são \(encoding), lidos como U+FFFD"
    case .notRepaired(let file, let charset, let count):
      "\(file) tem \(counted(count, "caractere")) que não são UTF-8 lido como \(charset); ficam como "
        + "estão"
    case .markup(let file):
      "\(file) parece HTML ou XML, e as suas marcas são lidas como texto; guarde-o como texto simples"
    }
  }
}
