import TextGenTokenization

/// What a model's card calls its facts.
enum CardText: Translated {
  case model, architecture, shape, parameters, weights, vocabulary, ngrams, lexicon, startedFrom
  case heldOut, trainedOn, training
  case layers(Int, size: Int, embedding: Int, isTied: Bool)
  case tokens(Int, unit: TokenUnit)
  case ngramCount(Int, order: Int)
  case words(Int)
  case text(corpus: String, characters: Int, perEpoch: Int?)
  case run(steps: Int, epochs: String, seed: UInt64)

  var english: String {
    switch self {
    case .model: "model"
    case .architecture: "architecture"
    case .shape: "shape"
    case .parameters: "parameters"
    case .weights: "weights"
    case .vocabulary: "vocabulary"
    case .ngrams: "n-grams"
    case .lexicon: "lexicon"
    case .startedFrom: "started from"
    case .heldOut: "held-out text"
    case .trainedOn: "trained on"
    case .training: "training"
    case .layers(let count, let size, let embedding, let isTied):
      "\(counted(count, "layer")) of \(size), embedding \(embedding)\(isTied ? " (tied)" : "")"
    case .tokens(let count, let unit): "\(grouped(count)) tokens, unit \(unit.rawValue)"
    case .ngramCount(let count, let order):
      "\(grouped(count)), of up to \(counted(order, "token"))"
    case .words(let count): counted(count, "word")
    case .text(let corpus, let characters, let perEpoch):
      "\(corpus), \(grouped(characters)) characters"
        + (perEpoch.map { ", \(grouped($0)) per epoch" } ?? "")
    case .run(let steps, let epochs, let seed):
      "\(counted(steps, "step")), \(epochs) epochs, seed \(seed)"
    }
  }

  var portuguese: String {
    switch self {
    case .model: "modelo"
    case .architecture: "arquitetura"
    case .shape: "forma"
    case .parameters: "parâmetros"
    case .weights: "pesos"
    case .vocabulary: "vocabulário"
    case .ngrams: "n-gramas"
    case .lexicon: "léxico"
    case .startedFrom: "partiu de"
    case .heldOut: "texto reservado"
    case .trainedOn: "treinado com"
    case .training: "treino"
    case .layers(let count, let size, let embedding, let isTied):
      "\(counted(count, "camada")) de \(size), embedding \(embedding)\(isTied ? " (comum)" : "")"
    case .tokens(let count, let unit): "\(grouped(count)) tokens, unidade \(unit.rawValue)"
    case .ngramCount(let count, let order): "\(grouped(count)), até \(counted(order, "token"))"
    case .words(let count): counted(count, "palavra")
    case .text(let corpus, let characters, let perEpoch):
      "\(corpus), \(grouped(characters)) caracteres"
        + (perEpoch.map { ", \(grouped($0)) por época" } ?? "")
    case .run(let steps, let epochs, let seed):
      "\(counted(steps, "passo")), \(epochs) épocas, semente \(seed)"
    }
  }
}
