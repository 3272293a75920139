import FoundationEssentials
import TextGen
import TextGenCompute
import TextGenEvaluation
import TextGenFigures
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization

/// One look inside a model: pictures, and the numbers behind them.
struct Inspection {
  private let file: ModelFile
  private let path: String
  private let language: Language
  private let engine: Engine

  /// Numbers beside a picture, as in it.
  private var numbers: NumberStyle { NumberStyle(language) }

  /// A look at the model in `file`, which lies at `path`.
  init(_ file: ModelFile, path: String, language: Language, engine: Engine) {
    self.file = file
    self.path = path
    self.language = language
    self.engine = engine
  }

  /// A picture in a page with this title.
  private func picture(_ title: String) -> Picture {
    Picture(title: title, model: ModelCatalog.ofProgram.name(of: path), language: language)
  }

  /// The bits that each token of `text` costs.
  func surprise(_ text: String) throws -> Picture {
    let surprise = Evaluator(
      model: file.makeModel(engine: engine), tokenizer: file.tokenizer, name: path
    ).surprise(of: text)
    guard let mean = surprise.bitsPerCharacter else { throw emptyText }
    var picture = picture(
      language.word("O que surpreende o modelo", "What surprises the model"))
    picture.figures = [
      TintedText(
        language.word("Bits de cada pedaço do texto", "Bits of each piece of the text"),
        surprise.pieces.map { TintedText.Piece($0.text, $0.bits) }, label: "bits",
        language: language)
    ]
    picture.readings = [.surprise]
    picture.text =
      InspectionMessage.bits(numbers.fixed(mean, decimals: 3)).text(in: language) + "\n"
    picture.json = jsonText(
      Surprise(
        bitsPerCharacter: mean,
        pieces: surprise.pieces.map { Surprise.Piece(text: $0.text, bits: $0.bits) }),
      keys: .convertToSnakeCase)
    return picture
  }

  private struct Surprise: Encodable {
    struct Piece: Encodable {
      let text: String
      let bits: Double
    }

    let bitsPerCharacter: Double
    let pieces: [Piece]
  }

  /// Gates, cells and hidden units over `text`.
  func gates(_ text: String, layer: Int?, units count: Int) throws -> Picture {
    let inspection = try inspection(of: text)
    let parts = try activity(of: inspection, layer: layer)
    guard let hidden = parts.last else { throw noCells }
    let memory = file.configuration.cell?.traits.memoryGate
    let halfLives = memory.flatMap { memory in
      parts.first { $0.name == memory.name }?.halfLives(memory)
    }
    let telling = TellingUnit.choose(
      count, of: hidden, halfLives: halfLives, over: inspection.pieces)
    let units = telling.map(\.unit)
    var picture = picture(language.word("Portas da camada ", "Gates of layer ") + "\(hidden.layer)")
    picture.figures = parts.map { part in
      HeatMap(
        Self.names[part.name].map { language.word($0.portuguese, $0.english) } ?? part.name,
        rows: units.map { "\($0)" }, columns: inspection.pieces,
        values: units.map { unit in part.values.map { Double($0[unit]) } },
        scale: Self.isGate(part.name) ? .viridis(range: 0...1) : .blueOrange(),
        label: part.name, language: language)
    }
    picture.readings = parts.map { Self.reading(of: $0.name, memory) }
    let table = TellingUnitTable(
      telling, layer: hidden.layer, halfLives: halfLives, language: language)
    picture.table = table.page
    if let lives = halfLives {
      let sorted = lives.sorted()
      let message = InspectionMessage.halfLife(
        median: numbers.fixed(sorted[sorted.count / 2], decimals: 1))
      picture.text = message.text(in: language) + "\n\n"
    }
    picture.text += table.text
    picture.json = jsonText(
      Gates(
        layer: hidden.layer, pieces: inspection.pieces,
        parts: Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.values) }),
        halfLives: halfLives, telling: telling.map(TellingUnitTable.Record.init)),
      keys: .convertToSnakeCase)
    return picture
  }

  private struct Gates: Encodable {
    let layer: Int
    let pieces: [String]
    let parts: [String: [[Float]]]
    let halfLives: [Double]?
    let telling: [TellingUnitTable.Record]
  }

  private static func isGate(_ name: String) -> Bool { ["i", "f", "o", "r", "z"].contains(name) }

  private static func reading(of part: String, _ memory: MemoryGate?) -> InspectionReading {
    if let memory, memory.name == part { return .memory(keeps: memory.keeps) }
    return switch part {
    case "h": .hidden
    case "c": .cell
    case _ where isGate(part): .gate
    default: .candidate
    }
  }

  private static let names: [String: (portuguese: String, english: String)] = [
    "i": ("porta de entrada", "input gate"), "f": ("porta de esquecimento", "forget gate"),
    "g": ("candidato", "candidate"), "o": ("porta de saída", "output gate"),
    "c": ("célula", "cell"), "h": ("estado oculto", "hidden state"),
    "n": ("candidato", "candidate"), "r": ("porta de reinício", "reset gate"),
    "z": ("porta de atualização", "update gate"),
  ]

  /// `text` coloured by one hidden unit.
  func unit(_ unit: Int, of text: String, layer: Int?) throws -> Picture {
    let inspection = try inspection(of: text)
    guard let hidden = try activity(of: inspection, layer: layer).last else { throw noCells }
    let count = file.configuration.hiddenSize
    guard unit < count else {
      throw Failure(InspectionMessage.noUnit(unit, count: count))
    }
    let values = hidden.values.map { Double($0[unit]) }
    var picture = picture(
      language.word("Uma unidade ao longo do texto", "A unit over a text"))
    picture.figures = [
      TintedText(
        language.word(
          "Unidade \(unit) da camada \(hidden.layer)", "Unit \(unit) of layer \(hidden.layer)"),
        zip(inspection.pieces, values).map { TintedText.Piece($0, $1) },
        scale: .markers(around: 0), label: language.word("ativação", "activation"),
        language: language)
    ]
    picture.readings = [.unit]
    picture.json = jsonText(
      Unit(unit: unit, layer: hidden.layer, pieces: inspection.pieces, values: values),
      keys: .convertToSnakeCase)
    return picture
  }

  private struct Unit: Encodable {
    let unit, layer: Int
    let pieces: [String]
    let values: [Double]
  }

  /// The tokens whose embeddings are nearest to that of `word`, or to the mean of its pieces.
  func embeddings(of word: String, count: Int) throws -> Picture {
    guard file.configuration.embeddingSize > 0 else {
      throw Failure(InspectionMessage.noEmbeddings(path: path))
    }
    guard let tokens = EmbeddingMap.tokens(of: word, file.tokenizer) else {
      throw Failure(InspectionMessage.noToken(word))
    }
    if tokens.count > 1 {
      let pieces = tokens.map { token in
        let bytes = file.tokenizer.vocabulary.bytes(of: token)
        return String(validating: bytes, as: UTF8.self).map { "“\($0)”" }
          ?? "bytes " + bytes.map { String($0, radix: 16, uppercase: true) }.joined(separator: " ")
      }.joined(separator: ", ")
      Conversation.note(InspectionMessage.readAs(word, pieces: pieces))
    }
    let map = EmbeddingMap(file, tokens: tokens, of: word, count: count)
    var picture = picture(language.word("Palavras próximas", "Words that are near"))
    picture.figures = [
      PointMap(
        language.word("Vizinhos de “\(word)”", "Neighbours of “\(word)”"),
        map.neighbours.enumerated().map { index, item in
          PointMap.Item(
            item.text, Point(item.x, item.y),
            group: index == 0 ? word : language.word("vizinhos", "neighbours"))
        }, language: language)
    ]
    picture.readings = [.neighbours]
    var table = TextTable(trailing: [1])
    for item in map.neighbours.dropFirst() {
      table.add(item.text, numbers.fixed(item.similarity, decimals: 3))
    }
    picture.text = table.text
    picture.json = jsonText(
      map.neighbours.map { Neighbour(token: $0.text, similarity: $0.similarity, x: $0.x, y: $0.y) })
    return picture
  }

  private struct Neighbour: Encodable {
    let token: String
    let similarity, x, y: Double
  }

  /// How far gradients reach over the text in the file `name`.
  func gradients(over name: String) throws -> Picture {
    guard file.configuration.architecture != .unigram else {
      throw Failure(InspectionMessage.noGradients(path: path))
    }
    let text = try TextFile(contentsOf: name, encoding: nil).text
    guard let reach = GradientReach(of: file, over: text, engine: engine) else {
      throw Failure(InspectionMessage.tooShort(path: name))
    }
    var picture = picture(
      language.word("Até onde o gradiente alcança", "How far the gradient reaches"))
    func series(_ name: String, _ values: [Double]) -> LineChart.Series {
      LineChart.Series(name, values.enumerated().map { Point(Double($0), $1) })
    }
    picture.figures = [
      LineChart(
        language.word("Norma do gradiente", "Norm of the gradient"),
        x: Axis(language.word("passos para trás", "steps back")),
        y: Axis(language.word("norma", "norm"), scale: .logarithmic),
        series: [series("∂x", reach.inputs)]
          + reach.states.enumerated().map {
            series("∂h, " + language.word("camada ", "layer ") + "\($0)", $1)
          },
        language: language)
    ]
    picture.readings = [.reach]
    picture.json = jsonText(
      Reach(inputs: reach.inputs, states: reach.states), keys: .convertToSnakeCase)
    return picture
  }

  private struct Reach: Encodable {
    let inputs: [Double]
    let states: [[Double]]
  }

  /// What the model is, how it was trained and what it was measured at.
  func card() -> Picture {
    let card = ModelCard(file, path: path)
    var picture = picture(language.word("Ficha do modelo", "Card of the model"))
    picture.text = card.text
    picture.json = card.json
    return picture
  }

  private func inspection(of text: String) throws -> TextInspection {
    let inspection = TextInspection(file, on: text, engine: engine)
    guard !inspection.pieces.isEmpty else { throw emptyText }
    return inspection
  }

  private func activity(of text: TextInspection, layer: Int?) throws -> [UnitActivity] {
    guard text.pieces.count <= TextInspection.maximumTokens else {
      throw Failure(
        InspectionMessage.tooManyTokens(
          text.pieces.count, most: TextInspection.maximumTokens))
    }
    let count = file.configuration.layerCount
    if let layer, layer >= count {
      throw Failure(InspectionMessage.noLayer(layer, count: count))
    }
    let parts = text.activity()
    return parts.filter { $0.layer == layer ?? count - 1 }
  }

  private var emptyText: Failure { Failure(InspectionMessage.noText) }

  private var noCells: Failure {
    Failure(
      InspectionMessage.noCells(path: path, kind: file.configuration.architecture))
  }
}
