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
    func add(_ fact: CardText, _ value: String) { facts.add(fact.text, value) }
    add(.model, ModelCatalog.ofProgram.name(of: path))
    add(.architecture, configuration.architecture.text)
    if configuration.layerCount > 0 {
      let layers = CardText.layers(
        configuration.layerCount, size: configuration.hiddenSize,
        embedding: configuration.embeddingSize, isTied: configuration.tiesEmbeddings)
      add(.shape, layers.text)
    }
    add(.parameters, grouped(layout.parameterCount))
    add(.weights, file.precision.rawValue)
    add(
      .vocabulary,
      CardText.tokens(configuration.vocabularySize, unit: file.tokenizer.unit).text)
    if let companion = file.companion {
      add(
        .ngrams, CardText.ngramCount(companion.model.count, order: companion.model.order).text)
    }
    if let lexicon = file.lexicon { add(.lexicon, CardText.words(lexicon.count).text) }
    let information = file.information
    addRun(information, to: &facts)
    var start = information.startingModel
    for run in start?.runs ?? [] {
      if let name = start?.name { add(.startedFrom, name) }
      addRun(run, to: &facts)
      start = run.startingModel
    }
    if let start { add(.startedFrom, start.name) }
    if let bits = information.validationBitsPerCharacter {
      add(.heldOut, MeasureText.bits(fixed(bits, 4)).text)
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
    let text = CardText.text(
      corpus: run.corpus, characters: run.trainingCharacters, perEpoch: run.epochCharacters)
    facts.add(CardText.trainedOn.text, text.text)
    let training = CardText.run(steps: run.steps, epochs: fixed(run.epochs, 2), seed: run.seed)
    facts.add(CardText.training.text, training.text)
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
