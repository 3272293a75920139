extension TrainingOptions {
  /// What a token of a text is.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// A character as a reader sees it, a grapheme cluster.
    case character
    /// A word or a mark.
    case word
    /// A piece of a word that occurs often (Sennrich et al. 2016).
    case subword
  }

  /// How a network encodes the tokens before a position.
  public enum Architecture: String, Sendable, Hashable, CaseIterable {
    /// Not at all: it knows how often each token occurs.
    case unigram
    /// By a state that each token changes (Elman 1990).
    case recurrent
    /// By the embeddings of the last tokens side by side (Bengio et al. 2003).
    case window
    /// By the sum of the embeddings of the line, in whatever order.
    case bag
    /// By attention to the tokens before (Vaswani et al. 2017).
    case transformer
  }

  /// The cell of a recurrent layer.
  public enum Cell: String, Sendable, Hashable, CaseIterable {
    /// Long short-term memory (Hochreiter and Schmidhuber 1997).
    case lstm
    /// Gated recurrent unit (Cho et al. 2014).
    case gru
    /// Minimal gated unit (Zhou et al. 2016).
    case mgu
    /// Simple recurrent network (Elman 1990) with the hyperbolic tangent.
    case elman
    /// Simple recurrent network with rectified linear units (Le et al. 2015).
    case elmanReLU = "elman-relu"
  }

  /// How recurrent weights begin.
  public enum RecurrentInitialization: String, Sendable, Hashable, CaseIterable {
    /// Uniform within ±1/√H, as in PyTorch.
    case uniform
    /// A random orthogonal matrix per gate (Saxe et al. 2014).
    case orthogonal
    /// 0.95 times the identity per gate, for rectified units (Le et al. 2015).
    case identity
  }

  /// What makes a step of a gradient.
  public enum Optimizer: String, Sendable, Hashable, CaseIterable {
    /// Steps scaled by running moments of the gradient (Kingma and Ba 2015).
    case adam
    /// Orthogonalized momentum for the matrices of the layers (Jordan et al. 2024), Adam for the rest.
    case muon
    /// Stochastic gradient descent.
    case sgd
  }

  /// What becomes of the learning rate after its first fifty steps.
  public enum Schedule: String, Sendable, Hashable, CaseIterable {
    /// Half a cosine down to 1 % over the budget (Loshchilov and Hutter 2017).
    case cosine
    /// It stays as it is.
    case constant
    /// A line down to 1 % over the budget.
    case linear
  }

  /// What the products of a training step multiply; sums and weights have 32 bits in any case.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    /// Numbers of 32 bits.
    case float32
    /// The first 16 bits of those.
    case bfloat16
  }
}
