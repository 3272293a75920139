/// The options of `benchmark`.
enum BenchmarkText: Translated {
  case vocabularySize, batchSize, sequenceLength, streams, precision, only, seconds, corpus, against
  case json

  var english: String {
    switch self {
    case .vocabularySize: "Tokens of the vocabulary (default: 128)."
    case .batchSize: "Texts of a training step (default: 64)."
    case .sequenceLength: "Tokens of a training step in each of them (default: 100)."
    case .streams: "Texts generated in parallel (default: 1)."
    case .precision: "Precision of the products, float32 by default; int8 only generates."
    case .only: "Measure only one of the two."
    case .seconds: "Seconds of each measurement, above 0 to 3600."
    case .corpus: "Text to encode (default: 12 MB made from corpora/)."
    case .against: "Measure it in turn with another program, in the Python of $TEXTGEN_PYTHON."
    case .json: "One JSON object on standard output."
    }
  }

  var portuguese: String {
    switch self {
    case .vocabularySize: "Tokens do vocabulário (padrão: 128)."
    case .batchSize: "Textos de um passo de treino (padrão: 64)."
    case .sequenceLength: "Tokens de um passo de treino em cada um deles (padrão: 100)."
    case .streams: "Textos gerados em paralelo (padrão: 1)."
    case .precision: "Precisão dos produtos; float32, se nada for dito; int8 só gera."
    case .only: "Mede só uma das duas coisas."
    case .seconds: "Segundos de cada medição, acima de 0 até 3600."
    case .corpus: "Texto a codificar (padrão: 12 MB feitos de corpora/)."
    case .against: "Mede alternando com outro programa, no Python de $TEXTGEN_PYTHON."
    case .json: "Um objeto JSON na saída padrão."
    }
  }
}
