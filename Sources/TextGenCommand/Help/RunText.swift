/// The options of `train` about the run and its files.
enum RunText: Translated {
  case output, from, blend, resume, overwrite, saveInterval, json, report, language

  var english: String {
    switch self {
    case .output: "Folder of the checkpoint (default: checkpoints/ and the name of the corpus)."
    case .from:
      "Model to start from: its weights, shape, unit and tokens; such as portugues."
    case .blend:
      "Another model trained from the same one, with its share of each weight of --from, 0 to 1."
    case .resume: "Continue the run in the folder exactly where it stopped."
    case .overwrite: "Replace the model or run in the folder."
    case .saveInterval: "Seconds between two saves at least (default: 10)."
    case .json: "Events as JSON objects on standard output, one per line."
    case .report: "Page about the result, which needs no network."
    case .language: "Language of pages and pictures, that of messages by default."
    }
  }

  var portuguese: String {
    switch self {
    case .output: "Pasta do modelo (padrão: checkpoints/ e o nome do corpus)."
    case .from:
      "Modelo de partida, como portugues: os seus pesos, forma, unidade e tokens."
    case .blend:
      "Outro modelo treinado a partir do mesmo, e a sua parte em cada peso de --from, de 0 a 1."
    case .resume: "Continua o treino da pasta exatamente onde parou."
    case .overwrite: "Substitui o modelo ou o treino que está na pasta."
    case .saveInterval: "Segundos, no mínimo, entre duas gravações (padrão: 10)."
    case .json: "Acontecimentos como objetos JSON na saída padrão, um por linha."
    case .report: "Página sobre o resultado, que não precisa de rede."
    case .language: "Língua das páginas e das figuras; a das mensagens, se nada for dito."
    }
  }
}
