import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTokenization
import TextGenWords

/// What a model is, how it was trained and what it was measured at.
struct ModelCard {
  private let file: ModelFile
  private let path: String

  /// The card of the model in `file`, which lies at `path`.
  init(_ file: ModelFile, path: String) {
    self.file = file
    self.path = path
  }

  private var layout: ParameterLayout { ParameterLayout(file.configuration) }

  /// The card for people.
  var text: String {
    let configuration = file.configuration
    var facts = TextTable()
    facts.add("model", ModelCatalog.ofProgram.name(of: path))
    facts.add("architecture", configuration.architecture.title)
    if configuration.layerCount > 0 {
      facts.add(
        "shape",
        "\(counted(configuration.layerCount, "layer")) of \(configuration.hiddenSize), embedding "
          + "\(configuration.embeddingSize)\(configuration.tiesEmbeddings ? " (tied)" : "")")
    }
    facts.add("parameters", grouped(layout.parameterCount))
    facts.add("weights", file.precision.rawValue)
    facts.add(
      "vocabulary",
      "\(grouped(configuration.vocabularySize)) tokens, unit \(file.tokenizer.unit.rawValue)")
    if let companion = file.companion {
      facts.add(
        "n-grams",
        "\(grouped(companion.model.count)), of up to \(counted(companion.model.order, "token"))")
    }
    if let lexicon = file.lexicon {
      facts.add("lexicon", counted(lexicon.count, "word"))
    }
    let information = file.information
    addRun(information, to: &facts)
    var start = information.startingModel
    for run in start?.runs ?? [] {
      if let name = start?.name { facts.add("started from", name) }
      addRun(run, to: &facts)
      start = run.startingModel
    }
    if let start { facts.add("started from", start.name) }
    if let bits = information.validationBitsPerCharacter {
      facts.add("held-out text", "\(fixed(bits, 4)) bits per character")
    }
    var tensors = TextTable(trailing: [2])
    for tensor in layout.tensors {
      tensors.add(
        tensor.name, tensor.shape.map(String.init).joined(separator: " × "),
        grouped(tensor.count))
    }
    return facts.text + "\n" + tensors.text
  }

  private func addRun(_ run: ModelInformation, to facts: inout TextTable) {
    facts.add(
      "trained on",
      "\(run.corpus), \(grouped(run.trainingCharacters)) characters"
        + (run.epochCharacters.map { ", \(grouped($0)) per epoch" } ?? ""))
    facts.add(
      "training",
      "\(counted(run.steps, "step")), \(fixed(run.epochs, 2)) epochs, seed \(run.seed)")
  }

  /// The card as one JSON object.
  var json: String {
    jsonText(
      Record(
        model: path, configuration: file.configuration, parameters: layout.parameterCount,
        precision: file.precision.rawValue, unit: file.tokenizer.unit.rawValue,
        ngrams: file.companion.map { .init(order: $0.model.order, count: $0.model.count) },
        lexicon: file.lexicon.map { .init(count: $0.count) }, information: file.information,
        tensors: layout.tensors.map { .init(name: $0.name, shape: $0.shape) }))
  }

  private struct Record: Encodable {
    struct NGrams: Encodable {
      let order, count: Int
    }

    /// Absent where the file does not say which words the model knows.
    struct Lexicon: Encodable {
      let count: Int
    }

    struct Tensor: Encodable {
      let name: String
      let shape: [Int]
    }

    let model: String
    let configuration: NetworkConfiguration
    let parameters: Int
    let precision, unit: String
    let ngrams: NGrams?
    let lexicon: Lexicon?
    let information: ModelInformation
    let tensors: [Tensor]
  }
}
