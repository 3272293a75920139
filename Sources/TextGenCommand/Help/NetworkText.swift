/// The options for the shape of a network.
enum NetworkText: Translated {
  case architecture, cell, contextLength, heads, layers, hiddenSize, embeddingSize, tieEmbeddings
  case initialization

  var english: String {
    switch self {
    case .architecture: "How the network reads the tokens before a position, recurrent by default."
    case .cell: "Cell of recurrent layers, lstm by default."
    case .contextLength:
      "Tokens that a window or a transformer sees (default: 8 for a window, 128)."
    case .heads: "Attention heads of a transformer (default: heads of 64 units)."
    case .layers: "Layers, 1 to 64 (default: by the text and the time; benchmark: 2)."
    case .hiddenSize: "Units of a layer (default: by the text and the time; benchmark: 512)."
    case .embeddingSize:
      "Numbers that stand for a token (default: by the text and the time; benchmark: 128)."
    case .tieEmbeddings: "One matrix for input and output tokens instead of two."
    case .initialization: "How recurrent weights begin, uniform by default."
    }
  }

  var portuguese: String {
    switch self {
    case .architecture:
      "Como a rede lê os tokens que vêm antes de uma posição; recurrent, se nada for dito."
    case .cell: "Célula das camadas recorrentes; lstm, se nada for dito."
    case .contextLength:
      "Tokens que uma janela ou um transformer vê (padrão: 8 para uma janela, 128)."
    case .heads: "Cabeças de atenção de um transformer (padrão: cabeças de 64 unidades)."
    case .layers: "Camadas, de 1 a 64 (padrão: pelo texto e pelo tempo; benchmark: 2)."
    case .hiddenSize: "Unidades de uma camada (padrão: pelo texto e pelo tempo; benchmark: 512)."
    case .embeddingSize:
      "Números que representam um token (padrão: pelo texto e pelo tempo; benchmark: 128)."
    case .tieEmbeddings: "Uma só matriz para os tokens de entrada e de saída, em vez de duas."
    case .initialization: "Como começam os pesos recorrentes; uniform, se nada for dito."
    }
  }
}
