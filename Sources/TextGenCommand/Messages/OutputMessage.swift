/// Why a file is not written, what is made of a model, and what goes wrong in the system.
enum OutputMessage: Translated {
  case isInput(option: String, path: String, input: String)
  case isFolder(String)
  case isBundled(String, option: String)
  case otherModel(String, origin: String, option: String)
  case noModel(String, option: String)
  case noPage(String, option: String)
  case noPicture(String, option: String)
  case origin(corpus: String, steps: Int)
  case modelItself(String)
  case isQuantized(String, precision: String)
  case noLexicon(String)
  case lexicon(words: Int)
  case size(after: Int, before: Int)
  case whatItCosts
  case stopping

  var english: String {
    switch self {
    case .isInput(let option, let path, let input):
      "\(option) \(path) is \(input), which the command reads; name another file"
    case .isFolder(let path): "\(path) is a folder; name a file to write"
    case .isBundled(let path, let option):
      "\(path) came with the program; name another file with \(option)"
    case .otherModel(let path, let origin, let option):
      "\(path) holds another model (\(origin)); name another file with \(option), or replace it with "
        + "--overwrite"
    case .noModel(let path, let option):
      "\(path) is not a model that textgen can read, so it is not replaced; name another file with "
        + "\(option), or remove it"
    case .noPage(let path, let option):
      "\(path) is not a page that textgen wrote, so it is not replaced; name another file with "
        + "\(option), or remove it"
    case .noPicture(let path, let option):
      "\(path) is not a picture that textgen wrote, so it is not replaced; name another file with "
        + "\(option), or remove it"
    case .origin(let corpus, let steps): "trained on \(corpus), \(counted(steps, "step"))"
    case .modelItself(let path):
      "--output \(path) is the model itself, whose exact weights would be lost; name another file"
    case .isQuantized(let path, let precision):
      "\(path) is quantized already (\(precision)); give the model.safetensors that `textgen train` "
        + "wrote"
    case .noLexicon(let path):
      "\(path) writes no other words than its tokens; leave out --lexicon"
    case .lexicon(let words): "lexicon: \(counted(words, "word"))"
    case .size(let after, let before):
      "size: \(grouped(after)) bytes in place of \(grouped(before)) "
        + "(\(percent(Double(after) / Double(max(before, 1)))))"
    case .whatItCosts: "what it costs shows on a text that the model has not seen:"
    case .stopping: "stopping after this step and saving; once more leaves at once"
    }
  }

  var portuguese: String {
    switch self {
    case .isInput(let option, let path, let input):
      "\(option) \(path) é \(input), que o comando lê; indique outro arquivo"
    case .isFolder(let path): "\(path) é uma pasta; indique um arquivo a escrever"
    case .isBundled(let path, let option):
      "\(path) veio com o programa; indique outro arquivo com \(option)"
    case .otherModel(let path, let origin, let option):
      "\(path) contém outro modelo (\(origin)); indique outro arquivo com \(option), ou substitua-o com "
        + "--overwrite"
    case .noModel(let path, let option):
      "\(path) não é um modelo que o textgen saiba ler, por isso não é substituído; indique outro "
        + "arquivo com \(option), ou apague-o"
    case .noPage(let path, let option):
      "\(path) não é uma página escrita pelo textgen, por isso não é substituída; indique outro "
        + "arquivo com \(option), ou apague-a"
    case .noPicture(let path, let option):
      "\(path) não é uma figura escrita pelo textgen, por isso não é substituída; indique outro "
        + "arquivo com \(option), ou apague-a"
    case .origin(let corpus, let steps): "treinado com \(corpus), \(counted(steps, "passo"))"
    case .modelItself(let path):
      "--output \(path) é o próprio modelo, cujos pesos exatos se perderiam; indique outro arquivo"
    case .isQuantized(let path, let precision):
      "\(path) já está quantizado (\(precision)); dê o model.safetensors que `textgen train` escreveu"
    case .noLexicon(let path):
      "\(path) só escreve as palavras que são seus tokens; retire --lexicon"
    case .lexicon(let words): "léxico: \(counted(words, "palavra"))"
    case .size(let after, let before):
      "tamanho: \(grouped(after)) bytes em vez de \(grouped(before)) "
        + "(\(percent(Double(after) / Double(max(before, 1)))))"
    case .whatItCosts: "o que isso custa vê-se num texto que o modelo não conhece:"
    case .stopping: "o treino para depois deste passo e é guardado; outra vez para na hora"
    }
  }
}
