import FoundationEssentials
import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization

/// The models that have names, and which of them commands use by default.
struct ModelListing {
  /// A model, or why its file is none.
  struct Entry {
    let name, path: String
    /// Which other model the name means.
    let shadow: ModelCatalog.Shadow?
    let summary: Result<ModelSummary, CheckpointError>
    let modified: Date?
  }

  /// Those in the folders of models, the latest first, then those that come with the program, then copies of
  /// these.
  let entries: [Entry]
  /// What commands use without `--model`, and what `sample` does; nil where there is nothing.
  let standard, standardForVerse: ChosenModel?

  /// The models of now; warns where `$TEXTGEN_MODEL` names none.
  init() {
    let catalog = ModelCatalog.ofProgram
    let all = (catalog.paths + catalog.copies).map { Self.entry($0, catalog) }
    func isPretrained(_ entry: Entry) -> Bool {
      catalog.isBundled(file: ModelFile.location(of: entry.path))
    }
    let own = all.filter { !isPretrained($0) }
    entries =
      own.sorted { ($0.modified ?? .distantPast) > ($1.modified ?? .distantPast) }
      + all.filter(isPretrained)
    var standards: [ChosenModel?] = [nil, nil]
    do {
      standards = try [.portugues, .poesia].map(ChosenModel.byDefault)
    } catch {
      Conversation.warn("\(error)")
    }
    (standard, standardForVerse) = (standards[0], standards[1])
  }

  private static func entry(_ path: String, _ catalog: ModelCatalog) -> Entry {
    let summary: Result<ModelSummary, CheckpointError>
    do throws(CheckpointError) {
      summary = .success(try ModelSummary(contentsOf: path))
    } catch {
      summary = .failure(error)
    }
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: ModelFile.location(of: path))
    return Entry(
      name: catalog.name(of: path), path: path, shadow: catalog.shadow(over: path),
      summary: summary, modified: attributes?[.modificationDate] as? Date)
  }

  /// Whether commands use the model at `entry` by default.
  func isStandard(_ entry: Entry) -> Bool { standard?.path == entry.path }
}

extension ModelListing {
  /// The list for people.
  var text: String {
    var table = TextTable(trailing: [4])
    table.add([""] + ListingText.header.text.split(separator: "\t").map(String.init))
    for entry in entries { table.add(row(entry).map(Conversation.escaped)) }
    let others = entries.compactMap { entry in
      if case .failure(let error) = entry.summary { error.text + "\n" } else { nil }
    }
    return table.text + others.joined() + standards + shadows
  }

  private func row(_ entry: Entry) -> [String] {
    let mark = (isStandard(entry) ? "*" : "") + (entry.shadow == nil ? "" : "!")
    let name = entry.shadow?.name ?? entry.name
    let date = entry.modified.map(Self.day) ?? ""
    guard case .success(let summary) = entry.summary else {
      return [mark, name, ListingText.unreadable.text, "", "", "", date, entry.path]
    }
    return [
      mark, name, summary.kind, summary.unit.rawValue, Self.size(summary.byteCount),
      summary.information.corpus, date, entry.path,
    ]
  }

  private var standards: String {
    guard let standard else { return "" }
    let verse = standardForVerse.flatMap { $0 == standard ? nil : $0.name }
    let sentence = ListingText.standard(
      name: standard.name, why: standard.why.text, verse: verse)
    return Conversation.escaped(sentence.text) + "\n"
  }

  /// A line for each name that several models have.
  private var shadows: String {
    var lines: [String] = []
    for shadow in entries.compactMap(\.shadow) {
      let sentence = ShadowText.means(name: shadow.name, path: shadow.path).text
      let line = Conversation.escaped(sentence) + "\n"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.joined()
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 100_000
      ? fixed(Double(bytes) * 1e-3, 0) + " kB" : fixed(Double(bytes) * 1e-6, 1) + " MB"
  }

  private static func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}

extension ModelSummary {
  /// The network, and what is beside it.
  fileprivate var kind: String {
    let layers =
      configuration.layerCount > 0
      ? " \(configuration.layerCount)×\(configuration.hiddenSize)" : ""
    return configuration.architecture.text + layers
      + (ngramOrder.map { ", " + ListingText.ngrams(order: $0).text } ?? "")
      + (precision == .float32 ? "" : ", \(precision.rawValue)")
  }
}

extension ModelListing {
  /// The same as one JSON object.
  var json: String {
    jsonText(
      Record(
        models: entries.map { Model($0, isDefault: isStandard($0)) },
        standard: standard.map { .init(name: $0.name, reason: $0.why.english) },
        sample: standardForVerse.map { .init(name: $0.name, reason: $0.why.english) }))
  }

  private struct Record: Encodable {
    struct Standard: Encodable {
      let name, reason: String
    }

    let models: [Model]
    let standard, sample: Standard?

    enum CodingKeys: String, CodingKey {
      case models
      case standard = "default"
      case sample = "default_of_sample"
    }
  }

  private struct Model: Encodable {
    let name, path: String
    let isDefault: Bool
    var shadowedBy, modified, architecture, unit, precision, corpus, error: String?
    var bytes, layers, hiddenSize, vocabularySize, ngramOrder, steps: Int?
    var bitsPerCharacter: Double?

    enum CodingKeys: String, CodingKey {
      case name, path, modified, architecture, unit, precision, corpus, error, bytes, layers, steps
      case isDefault = "default"
      case shadowedBy = "shadowed_by"
      case hiddenSize = "hidden_size"
      case vocabularySize = "vocabulary_size"
      case ngramOrder = "ngram_order"
      case bitsPerCharacter = "validation_bits_per_character"
    }

    init(_ entry: Entry, isDefault: Bool) {
      (name, path) = (entry.name, entry.path)
      self.isDefault = isDefault
      shadowedBy = entry.shadow?.path
      modified = entry.modified?.formatted(.iso8601)
      switch entry.summary {
      case .failure(let failure): error = failure.english
      case .success(let summary):
        let shape = summary.configuration
        (architecture, unit) = (shape.architecture.title, summary.unit.rawValue)
        (precision, corpus) = (summary.precision.rawValue, summary.information.corpus)
        (bytes, layers, hiddenSize) = (summary.byteCount, shape.layerCount, shape.hiddenSize)
        (vocabularySize, ngramOrder) = (shape.vocabularySize, summary.ngramOrder)
        steps = summary.information.steps
        bitsPerCharacter = summary.information.validationBitsPerCharacter
      }
    }
  }
}
