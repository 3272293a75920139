/// How a network encodes the tokens before a position.
package enum Architecture: Sendable, Hashable {
  /// Not at all: the output layer has only its bias, how often each token occurs. With n-grams beside it,
  /// those are all that a model knows.
  case unigram
  /// Recurrent layers: a state that each token changes (Elman 1990).
  case recurrent(CellKind)
  /// A fixed window: layers without memory read the embeddings of the last `length` tokens side by
  /// side (Bengio et al. 2003). What lies before them does not exist.
  case window(length: Int)
  /// A bag of words: layers without memory read the sum of the embeddings of all tokens of the line
  /// and, halved at each line end, of the lines before. `lineBreak` is the token of a line end.
  ///
  /// Within a line the order of the tokens is lost, to the bit: see `BagContext`.
  case bag(lineBreak: Int32)
  /// A causal transformer (Vaswani et al. 2017): in each layer `headCount` heads look at the token and at
  /// the `contextLength` - 1 tokens before it. Layers are normalised before they read (Xiong et al. 2020),
  /// and rotation tells positions apart (Su et al. 2021).
  case transformer(headCount: Int, contextLength: Int)
}

extension Architecture {
  /// What is said of an architecture in a file and on the command line.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case unigram
    case recurrent
    case window
    case bag
    case transformer
  }

  /// The architecture without its numbers.
  package var kind: Kind {
    switch self {
    case .unigram: .unigram
    case .recurrent: .recurrent
    case .window: .window
    case .bag: .bag
    case .transformer: .transformer
    }
  }

  /// Tokens of a window, or that a token of a transformer sees; nil for other architectures.
  package var contextLength: Int? {
    switch self {
    case .unigram, .recurrent, .bag: nil
    case .window(let length), .transformer(_, let length): length
    }
  }

  /// Heads of a transformer; nil for other architectures.
  package var headCount: Int? {
    if case .transformer(let count, _) = self { count } else { nil }
  }

  /// The name that people read, such as LSTM.
  package var title: String {
    switch self {
    case .unigram: "unigram"
    case .recurrent(let cell): cell.rawValue.uppercased()
    case .window(let length): "window of \(length)"
    case .bag: "bag of words"
    case .transformer(let heads, let length):
      "transformer, \(heads) \(heads == 1 ? "head" : "heads") over \(length) tokens"
    }
  }

  /// What a layer must know of its elementwise part; nil where it is no panel of gates.
  var layerShape: CellShape? {
    switch self {
    case .recurrent(let cell): cell.shape
    case .unigram, .window, .bag: DenseLayer.shape
    case .transformer: nil
    }
  }
}
