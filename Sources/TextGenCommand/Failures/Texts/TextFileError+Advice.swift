import TextGenTokenization

extension TextFileError: Advised, Translated {
  var english: String {
    switch self {
    case .notUTF8(_, _, _, nil):
      description + "; pass --encoding with the name of its encoding"
    case .notUTF8(_, _, _, .some(TextFile.lossyEncoding)):
      description + "; pass --encoding \(TextFile.lossyEncoding) to replace what is not"
    case .notUTF8(_, _, _, let charset?), .looksLike(_, let charset):
      description + "; pass --encoding \(charset)"
    case .unknownEncoding:
      description + "; pass --encoding with a name such as windows-1252, UTF-16 or macintosh"
    case .missing, .isFolder, .unreadable, .notText, .controlCharacters: description
    }
  }

  var portuguese: String {
    switch self {
    case .missing(let file): "\(shown(file)) não existe; verifique o nome"
    case .isFolder(let file):
      "\(file) é uma pasta, não um arquivo de texto; indique um arquivo dentro dela"
    case .unreadable(let file, let reason):
      "\(shown(file)): não é possível ler: \(reason.portuguese)"
    case .notUTF8(let file, let byte, let offset, let charset):
      "\(shown(file)) não está em UTF-8: byte 0x\(byte.hexadecimal) na posição \(offset)"
        + Self.portuguese(charset: charset)
    case .notText(let file, let format):
      "\(shown(file)) é \(format.portuguese), não texto simples; \(format.remedy.portuguese)"
    case .controlCharacters(let file, let share):
      "\(shown(file)) não é texto: \(percent(share, 0)) são caracteres de controle, como NUL; indique "
        + "um arquivo de texto"
    case .looksLike(let file, let charset):
      "\(shown(file)) parece estar em \(charset); use --encoding \(charset)"
    case .unknownEncoding(let file, let encoding):
      "\(shown(file)) não pode ser lido como \(encoding), que não é uma codificação conhecida; use "
        + "--encoding com um nome como windows-1252, UTF-16 ou macintosh"
    }
  }

  /// What a text that isn't UTF-8 may be, and what to do.
  private static func portuguese(charset: String?) -> String {
    switch charset {
    case nil: "; use --encoding com o nome da sua codificação"
    case .some(TextFile.lossyEncoding):
      ", embora a maior parte esteja; use --encoding \(TextFile.lossyEncoding) para substituir o resto"
    case let charset?: "; parece \(charset); use --encoding \(charset)"
    }
  }

  private func shown(_ file: String) -> String {
    file == TextFile.standardInputName ? Speech.standardInput.portuguese : file
  }
}

extension TextFileError.Reason: Translated {
  var english: String { description }

  var portuguese: String {
    switch self {
    case .system(let words): SystemWords.portuguese(in: words)
    case .nulInName: "o nome contém um byte NUL"
    case .device: "é um dispositivo"
    case .silentPipe(let seconds):
      "é um pipe no qual ninguém escreveu durante \(seconds) segundos; comece antes o que escreve nele"
    }
  }
}
