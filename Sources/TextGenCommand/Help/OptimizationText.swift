/// The options for how a network is trained and what ends the run.
enum OptimizationText: Translated {
  case minutes, epochs, steps, seed
  case optimizer, learningRate, schedule, clipNorm, weightDecay, dropout, batchSize, coldShare
  case sequenceLength, precision, ngramOrder, ngramMegabytes

  var english: String {
    switch self {
    case .minutes: "End after this time (default: when the held-out text stops improving)."
    case .epochs: "End after so many passes over the text."
    case .steps: "End after so many steps; 0 only counts n-grams for the model of --from."
    case .seed: "Same seed, same weights (default: 0)."
    case .optimizer: "How weights are updated, muon by default."
    case .learningRate: "Rate of the updates (default: 1e-2; 5e-3 for cells other than lstm)."
    case .schedule: "How the rate falls, cosine by default."
    case .clipNorm: "Norm above which gradients are scaled down (default: 1)."
    case .weightDecay: "Shrink weights by this times the rate (default: 0)."
    case .dropout: "Share of units that a step leaves out, below 1 (default: by the text)."
    case .batchSize: "Texts read in parallel (default: by the text)."
    case .coldShare: "Share of them that begin at a line without memory, below 1 (default: 0)."
    case .sequenceLength: "Tokens of a step in each of these texts (default: by the text)."
    case .precision: "Precision of the products."
    case .ngramOrder:
      "Longest n-grams counted beside the network, 2 to 16, 0 for none (default: 12; subwords 5; words 4)."
    case .ngramMegabytes:
      "Megabytes that n-grams may take; the least useful are dropped (default: no limit)."
    }
  }

  var portuguese: String {
    switch self {
    case .minutes:
      "Termina depois deste tempo (padrão: quando o texto reservado deixa de melhorar)."
    case .epochs: "Termina depois de tantas leituras do texto."
    case .steps: "Termina depois de tantos passos; 0 só conta n-gramas para o modelo de --from."
    case .seed: "A mesma semente dá os mesmos pesos (padrão: 0)."
    case .optimizer: "Como os pesos são atualizados; muon, se nada for dito."
    case .learningRate:
      "Taxa de aprendizagem (padrão: 1e-2; 5e-3 para células que não sejam lstm)."
    case .schedule: "Como a taxa desce; cosine, se nada for dito."
    case .clipNorm: "Norma acima da qual os gradientes são reduzidos (padrão: 1)."
    case .weightDecay: "Encolhe os pesos por este valor vezes a taxa (padrão: 0)."
    case .dropout:
      "Parte das unidades que um passo deixa de fora, abaixo de 1 (padrão: pelo texto)."
    case .batchSize: "Textos lidos em paralelo (padrão: pelo texto)."
    case .coldShare: "Parte deles que começa numa linha, sem memória, abaixo de 1 (padrão: 0)."
    case .sequenceLength: "Tokens de um passo em cada um desses textos (padrão: pelo texto)."
    case .precision: "Precisão dos produtos."
    case .ngramOrder:
      """
      Os n-gramas mais longos que se contam ao lado da rede, de 2 a 16, 0 para nenhum (padrão: 12; \
      partes de palavra 5; palavras 4).
      """
    case .ngramMegabytes:
      "Megabytes que os n-gramas podem ocupar; saem os menos úteis (padrão: sem limite)."
    }
  }
}
