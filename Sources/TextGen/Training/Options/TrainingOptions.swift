/// What a training may be told: which text, which network, how to learn, and when to end.
///
///     var options = TrainingOptions(texts: ["livro.txt"])
///     options.network.cell = .gru
///     options.budget.minutes = 10
///
/// What is nil is left open: a new run chooses it by the length of the text, the time and the processor, and
/// one that goes on keeps what it has.
public struct TrainingOptions: Sendable, Hashable {
  /// The text and its tokens.
  public var corpus: Corpus
  /// The shape of the network.
  public var network = Network()
  /// How the network follows its gradient.
  public var optimization = Optimization()
  /// The n-grams beside the network.
  public var ngrams = NGrams()
  /// What ends the run; without any limit, a validation loss that no longer falls.
  public var budget = Budget()
  /// The name or path of a model whose weights, shape, unit and tokens a new run starts from; nil for
  /// random weights.
  public var startingModel: String?
  /// What is mixed into the weights of the starting model before the first step; nil for nothing.
  public var blend: Blend?
  /// From it follows everything random; 0 where it is left open.
  public var seed: UInt64?
  /// Seconds between two saves at least, 0 to 1e9; 10 where it is left open.
  public var saveInterval: Double?

  /// Options of which all but the text is open.
  public init(corpus: Corpus) { self.corpus = corpus }

  /// Options for `texts`: files, folders of `.txt` and `.md` files, or `-` for standard input.
  public init(texts: [String]) { self.init(corpus: Corpus(texts: texts)) }

  /// Where a run is saved that nobody gave a folder: `checkpoints/` and the name of the corpus.
  public var folder: String { "checkpoints/" + corpus.name }
}

extension TrainingOptions {
  /// The limits of a run; the first one that is reached ends it.
  public struct Budget: Sendable, Hashable {
    /// Passes over the training text, above 0 to 1e9.
    public var epochs: Double?
    /// Steps of the optimizer, 0 to 1e9. At 0 nothing is trained: n-grams are counted beside the weights of
    /// the starting model.
    public var steps: Int?
    /// Minutes of training, above 0 to 1e9, with what a loop over the events does meanwhile. They also bound
    /// the size of a new network.
    public var minutes: Double?

    /// A budget without limits.
    public init() {}
  }

  /// N-grams of the training text, which are mixed with what the network says.
  public struct NGrams: Sendable, Hashable {
    /// The most tokens of an n-gram, 2 to 16, or 0 for none; open: 12 characters, 5 subwords or 4 words.
    public var order: Int?
    /// Megabytes that they may take of the model's file, above 0 to 1e9; the least useful are left out.
    public var megabytes: Double?
    /// Files and folders of further texts, of which only n-grams are counted.
    public var texts: [String] = []

    /// N-grams of the usual order.
    public init() {}
  }
}
