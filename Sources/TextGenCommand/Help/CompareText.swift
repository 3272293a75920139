/// The options of `compare`.
enum CompareText: Translated {
  case models, parameters, budget, unit, vocabularySize, sequenceLength, dropout, optimizer
  case clipNorm, probeShare, probeItems, seed, output, json

  var english: String {
    switch self {
    case .models:
      "Names between commas, all by default; unigram is always there."
    case .parameters: "Parameters of each network, within 2 %; of a transformer the nearest number."
    case .budget:
      """
      Of each network: minutes=m, tokens=n, or tokens for one pass over the training part \
      (default: a fifth of a minute to one, by the text).
      """
    case .unit: "What a token is."
    case .vocabularySize: "Tokens at most (default: by the unit)."
    case .sequenceLength: "Tokens of a step in each text (default: by the text)."
    case .dropout: "Dropout of all networks (default: by the text)."
    case .optimizer: "Optimizer of all networks; what suits each by default."
    case .clipNorm: "Norm above which gradients are scaled down (default: 1)."
    case .probeShare: "Share of probe sentences in the training text, 0 to 0.9."
    case .probeItems: "Pairs of questions for each distance, 1 to 200."
    case .seed: "Seed of all of it."
    case .output:
      """
      Folder of models, figures and the page report.html (default: comparisons/ and the name of the \
      corpus).
      """
    case .json: "One JSON object on standard output."
    }
  }

  var portuguese: String {
    switch self {
    case .models:
      "Nomes separados por vírgulas; se nada for dito, todos; unigram entra sempre."
    case .parameters:
      "Parâmetros de cada rede, com 2 % de margem; de um transformer, o número mais próximo."
    case .budget:
      """
      De cada rede: minutes=m, tokens=n, ou tokens para uma leitura da parte de treino (padrão: de \
      um quinto de minuto a um, pelo texto).
      """
    case .unit: "O que é um token: caractere, palavra ou parte de palavra."
    case .vocabularySize: "Máximo de tokens (padrão: pela unidade)."
    case .sequenceLength: "Tokens de um passo em cada texto (padrão: pelo texto)."
    case .dropout: "Dropout de todas as redes (padrão: pelo texto)."
    case .optimizer: "Otimizador de todas as redes; se nada for dito, o que convém a cada uma."
    case .clipNorm: "Norma acima da qual os gradientes são reduzidos (padrão: 1)."
    case .probeShare: "Parte de frases de teste no texto de treino, de 0 a 0.9."
    case .probeItems: "Pares de perguntas por distância, de 1 a 200."
    case .seed: "Semente de tudo."
    case .output:
      """
      Pasta dos modelos, das figuras e da página report.html (padrão: comparisons/ e o nome do \
      corpus).
      """
    case .json: "Um objeto JSON na saída padrão."
    }
  }
}
