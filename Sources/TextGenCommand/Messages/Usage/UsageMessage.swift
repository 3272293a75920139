/// Why options of a command do not go together, and what to do.
enum UsageMessage: Translated {
  case exclusive(String, String)
  case outside(String, value: String, ExpectedValue?)
  case standardInputTwice
  // train and its network
  case noCorpus, resumeAndOverwrite, randomWeightsOfModel, ngramCorpusWithoutNGrams
  case nothingToTrain, keptTokens
  case repeatedShare(String)
  case cellWithout(cell: String, architecture: String)
  case contextLengthWithout(Int, architecture: String)
  case headsWithout(Int, architecture: String)
  case unequalSizes(embedding: Int, hidden: Int)
  case noPage(String)
  // complete and sample
  case keyboardAlone, linesAlone, noTextToComplete, streamWithoutJSON
  // the others
  case noFileToMeasure
  case noSamples(String)
  case unknownContender(String, all: [String])
  case onePicture, unitWithoutText, textWithoutUnit
  case modelTwice, noOutput
  case noFileToScan, checkWithoutForm
  case lineByLine(String)
  case unknownMetre(String)
  case unknownForm(String, near: [String], all: [String])
  case int8Trains
  case nothingToEncode(String)

  var english: String {
    switch self {
    case .exclusive(let first, let second):
      "\(first) and \(second) exclude each other; give one of them"
    case .outside(let option, let value, let expected):
      "the value '\(value)' is invalid for '\(option)'" + (expected.map { ": " + $0.english } ?? "")
    case .standardInputTwice: "standard input (-) can be read only once; name it once"
    case .noCorpus: "there is no CORPUS; name a text file, a folder of them, or -"
    case .resumeAndOverwrite:
      "--resume goes on with the run in the folder, --overwrite replaces it; leave one of them out"
    case .randomWeightsOfModel:
      "--recurrent-initialization is for random weights, but --from names the weights to start "
        + "from; leave one of them out"
    case .ngramCorpusWithoutNGrams:
      "--ngram-corpus is text for n-grams, but --ngram-order is 0; leave one of them out"
    case .nothingToTrain:
      "--steps 0 trains nothing and only counts n-grams beside a model; name the model with "
        + "--from, or give more steps"
    case .keptTokens:
      "--steps 0 keeps the tokens of the model; leave out --vocabulary-size and --minimum-count"
    case .repeatedShare(let path):
      "--share is given more than once for \(path); give one number for it"
    case .cellWithout(let cell, let architecture):
      "--cell \(cell) is for recurrent layers, but --architecture is \(architecture); leave one of "
        + "them out"
    case .contextLengthWithout(let length, let architecture):
      "--context-length \(length) is for a window or a transformer, but --architecture is "
        + "\(architecture); add --architecture window or leave it out"
    case .headsWithout(let heads, let architecture):
      "--heads \(heads) is for a transformer, but --architecture is \(architecture); add "
        + "--architecture transformer or leave it out"
    case .unequalSizes(let embedding, let hidden):
      "--tie-embeddings needs equal sizes, but --embedding-size is \(embedding) and --hidden-size "
        + "\(hidden); make them equal or leave one out"
    case .noPage(let path):
      "--report \(path) does not end in .html, the only kind of page that is written"
    case .keyboardAlone: "--keyboard reads its texts from standard input; leave out the others"
    case .linesAlone: "--lines reads its texts from standard input; leave out TEXT"
    case .noTextToComplete: "there is no TEXT to complete; give one, or - for standard input"
    case .streamWithoutJSON: "--stream is for --json; without it text is written as it comes"
    case .noFileToMeasure: "there is no FILE; name a text file, or -"
    case .noSamples(let option):
      "\(option) is for samples, of which there are 0; add --samples 100"
    case .unknownContender(let name, let all):
      "unknown model '\(name)'; choose from \(all.joined(separator: ", "))"
    case .onePicture: "one picture at a time; leave out all but one of them"
    case .unitWithoutText: "--unit needs a TEXT to colour; give it after the number"
    case .textWithoutUnit:
      "there is a TEXT, but nothing to show of it; add --unit N before it, or put a text of several "
        + "words in quotes"
    case .modelTwice: "the model is named twice; leave out MODEL or --model"
    case .noOutput:
      "there is no --output; name the file to write, such as --output small.safetensors"
    case .noFileToScan: "there is no FILE to scan; give one, or - for standard input"
    case .checkWithoutForm: "--check has no form to check; name one with --form"
    case .lineByLine(let option):
      "\(option) answers line by line in JSON; leave out --form, --check, --no-title and --json"
    case .unknownMetre(let text):
      "'\(text)' is no metre; give a length from 1 to 16 such as 10, one with its stresses such as "
        + "10:6-10, or any"
    case .unknownForm(let name, let near, let all):
      "'\(name)' is no form of poem; "
        + (near.isEmpty
          ? "choose from \(all.joined(separator: ", "))"
          : "did you mean \(near.joined(separator: " or "))?")
    case .int8Trains:
      "--precision int8 serves generation alone; add --only generation or give another"
    case .nothingToEncode(let option):
      "--corpus and \(option) exclude each other: with \(option) no text is encoded"
    }
  }

  var portuguese: String {
    switch self {
    case .exclusive(let first, let second):
      "\(first) e \(second) excluem-se; use só uma das duas"
    case .outside(let option, let value, let expected):
      "o valor '\(value)' não serve para '\(option)'"
        + (expected.map { ": " + $0.portuguese } ?? "")
    case .standardInputTwice: "a entrada padrão (-) só pode ser lida uma vez; indique-a uma vez"
    case .noCorpus:
      "falta o corpus; indique um arquivo de texto, uma pasta com arquivos de texto, ou -"
    case .resumeAndOverwrite:
      "--resume continua o treino da pasta e --overwrite o substitui; use só uma das duas"
    case .randomWeightsOfModel:
      "--recurrent-initialization é para pesos ao acaso, mas --from indica os pesos de partida; use "
        + "só uma das duas"
    case .ngramCorpusWithoutNGrams:
      "--ngram-corpus é texto para n-gramas, mas --ngram-order é 0; use só uma das duas"
    case .nothingToTrain:
      "--steps 0 não treina nada e só conta n-gramas ao lado de um modelo; indique o modelo com "
        + "--from, ou dê mais passos"
    case .keptTokens:
      "--steps 0 mantém os tokens do modelo; retire --vocabulary-size e --minimum-count"
    case .repeatedShare(let path):
      "--share aparece mais de uma vez para \(path); dê-lhe um só número"
    case .cellWithout(let cell, let architecture):
      "--cell \(cell) é para camadas recorrentes, mas --architecture é \(architecture); retire uma "
        + "das duas"
    case .contextLengthWithout(let length, let architecture):
      "--context-length \(length) é para uma janela ou um transformer, mas --architecture é "
        + "\(architecture); acrescente --architecture window ou retire-a"
    case .headsWithout(let heads, let architecture):
      "--heads \(heads) é para um transformer, mas --architecture é \(architecture); acrescente "
        + "--architecture transformer ou retire-a"
    case .unequalSizes(let embedding, let hidden):
      "--tie-embeddings exige tamanhos iguais, mas --embedding-size é \(embedding) e --hidden-size "
        + "\(hidden); torne-os iguais ou retire um deles"
    case .noPage(let path):
      "--report \(path) não termina em .html, o único tipo de página que se escreve"
    case .keyboardAlone: "--keyboard lê os textos da entrada padrão; retire o resto"
    case .linesAlone: "--lines lê os textos da entrada padrão; retire o texto"
    case .noTextToComplete: "falta o texto a completar; indique um, ou - para a entrada padrão"
    case .streamWithoutJSON:
      "--stream só serve com --json; sem ela o texto já é escrito à medida que surge"
    case .noFileToMeasure: "falta o arquivo; indique um arquivo de texto, ou -"
    case .noSamples(let option):
      "\(option) é para amostras, e não há nenhuma; acrescente --samples 100"
    case .unknownContender(let name, let all):
      "modelo desconhecido: '\(name)'; escolha entre \(all.joined(separator: ", "))"
    case .onePicture: "uma figura de cada vez; deixe só uma delas"
    case .unitWithoutText: "--unit precisa de um texto para colorir; escreva-o depois do número"
    case .textWithoutUnit:
      "há um texto, mas nada a mostrar dele; acrescente --unit N antes dele, ou ponha entre aspas um "
        + "texto de várias palavras"
    case .modelTwice: "o modelo foi indicado duas vezes; retire uma delas"
    case .noOutput:
      "falta --output; indique o arquivo a escrever, como --output pequeno.safetensors"
    case .noFileToScan: "falta o arquivo a escandir; indique um, ou - para a entrada padrão"
    case .checkWithoutForm: "--check não tem forma a verificar; indique uma com --form"
    case .lineByLine(let option):
      "\(option) responde linha a linha em JSON; retire --form, --check, --no-title e --json"
    case .unknownMetre(let text):
      "'\(text)' não é um metro; dê uma medida de 1 a 16, como 10, uma com os acentos, como 10:6-10, "
        + "ou any"
    case .unknownForm(let name, let near, let all):
      "'\(name)' não é uma forma de poema; "
        + (near.isEmpty
          ? "escolha entre \(all.joined(separator: ", "))"
          : "quis dizer \(near.joined(separator: " ou "))?")
    case .int8Trains:
      "--precision int8 só serve para gerar; acrescente --only generation ou escolha outra"
    case .nothingToEncode(let option):
      "--corpus e \(option) excluem-se: com \(option) não se codifica texto"
    }
  }
}
