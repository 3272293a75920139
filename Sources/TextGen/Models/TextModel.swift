import FoundationEssentials
package import TextGenAdaptation
package import TextGenCompute
package import TextGenLanguageModeling
package import TextGenTokenization
package import TextGenWords

/// A language model, ready to complete, write and score text.
///
///     let model = try TextModel("portugues")
///     let completion = try model.complete("Os alunos tiraram...")
///     for candidate in completion.positions[0].candidates {
///       print(candidate.word, candidate.probability)
///     }
///
/// A model is a value that several tasks may use at once. It changes nothing on disk.
public struct TextModel: Sendable {
  /// How a model is loaded.
  public struct Options: Sendable, Hashable {
    /// Threads of one prediction, 1 to 1024 (others count as the nearest of these); nil for as many as
    /// the machine has cores.
    public var threads: Int?
    /// What the network's products multiply; nil for that of the file.
    public var precision: Precision?
    /// What learns from the text that is read; nil for nothing.
    public var adaptation: Adaptation?

    /// Options; those left out are as the file and the machine have it.
    public init(threads: Int? = nil, precision: Precision? = nil, adaptation: Adaptation? = nil) {
      self.threads = threads
      self.precision = precision
      self.adaptation = adaptation
    }
  }

  /// What the products of a network multiply.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    /// Numbers of 32 bits.
    case float32
    /// The first 16 bits of those.
    case bfloat16
    /// 8-bit integers with a scale per row: a quarter of the memory, and the fastest.
    case int8
  }

  /// What learns from the text that a model reads, until the text is forgotten.
  public enum Adaptation: String, Sendable, Hashable, CaseIterable {
    /// A memory of what followed what (Grave et al. 2017 call it a cache).
    case memory
    /// The network, by a step of gradient descent now and then (Krause et al. 2018).
    case network
    /// The memory and the network.
    case both
  }

  /// The folder of the checkpoint, or its file.
  public let path: String
  /// The name under which the catalog finds the model; the path where it has none.
  public let name: String
  package let file: ModelFile
  package let model: any AutoregressiveModel
  package let engine: Engine
  /// What the network's products multiply.
  package let precision: ProductPrecision
  /// Made when first needed: it sorts the surfaces of the vocabulary.
  package let predictor = Lazy<any AnyWordPredictor>()

  /// The model that `name` means, a name or a path; without one, the standard model of `catalog`.
  ///
  /// - Throws: `ModelError` where there is none or its file cannot be used.
  public init(
    _ name: String? = nil, options: Options = Options(), catalog: ModelCatalog = ModelCatalog()
  ) throws(ModelError) {
    let chosen: ChosenModel
    if let name {
      chosen = ChosenModel(path: try catalog.path(of: name), reason: .named)
    } else if let standard = try catalog.standard() {
      chosen = standard
    } else {
      throw .none(folders: catalog.allFolders)
    }
    let threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
    try self.init(
      chosen, name: catalog.name(of: chosen.path), precision: options.precision.map(\.product),
      adaptation: options.adaptation?.method,
      engine: Engine(threadCount: min(max(1, threads), 1024)))
  }

  /// The model at a place that was chosen, with products of `precision` or of that of the file.
  package init(
    _ chosen: ChosenModel, name: String, precision: ProductPrecision?,
    adaptation method: AdaptiveModel.Method?, engine: Engine
  ) throws(ModelError) {
    (path, self.name, self.engine) = (chosen.path, name, engine)
    do throws(CheckpointError) {
      file = try ModelFile(contentsOf: chosen.path, engine: engine)
    } catch {
      throw ModelError(error)
    }
    let frozen = file.makeModel(precision: precision, engine: engine)
    guard let method else {
      (model, self.precision) = (frozen, frozen.precision)
      return
    }
    (model, self.precision) = Self.learning(frozen, file, by: method, TextMemory(), engine)
  }

  /// The same weights with a model that learns by `method` from the text that it reads; nil where this one
  /// learns already.
  ///
  /// Each text begins with `memory`.
  package func adapting(
    by method: AdaptiveModel.Method, remembering memory: TextMemory = TextMemory()
  ) -> TextModel? {
    (model as? LanguageModel).map { TextModel(self, $0, learningBy: method, memory) }
  }

  private init(
    _ other: TextModel, _ frozen: LanguageModel, learningBy method: AdaptiveModel.Method,
    _ memory: TextMemory
  ) {
    (path, name, file, engine) = (other.path, other.name, other.file, other.engine)
    (model, precision) = Self.learning(frozen, file, by: method, memory, engine)
  }

  /// A model that learns by `method` and begins with `memory`, and what its products multiply.
  private static func learning(
    _ frozen: LanguageModel, _ file: ModelFile, by method: AdaptiveModel.Method,
    _ memory: TextMemory, _ engine: Engine
  ) -> (any AutoregressiveModel, ProductPrecision) {
    let precision: ProductPrecision =
      method == .memory ? frozen.precision : .automatic(on: engine.instructionSet)
    // A memory alone has no use for the weights.
    let model = AdaptiveModel(
      frozen, parameters: method == .memory ? [] : file.parameters, precision: precision,
      method: method, remembering: memory)
    return (model, precision)
  }

  /// Text to tokens and back.
  package var tokenizer: any Tokenizer { file.tokenizer }

  /// The words that the model knows; nil where its file does not say.
  package var lexicon: Lexicon? { file.lexicon }

  /// A sentence where this process cuts text by other rules than those of the training; else nil.
  public var warning: String? { file.versionWarning?.description }
}

extension TextModel.Precision {
  fileprivate var product: ProductPrecision {
    switch self {
    case .float32: .float32
    case .bfloat16: .bfloat16
    case .int8: .int8
    }
  }
}

extension TextModel.Adaptation {
  fileprivate var method: AdaptiveModel.Method {
    switch self {
    case .memory: .memory
    case .network: .network
    case .both: .both
    }
  }
}
