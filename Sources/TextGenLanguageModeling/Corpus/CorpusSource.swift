import TextGenTokenization

/// A text of a corpus: a file to read when its turn comes, or a text in memory.
struct CorpusSource: Sendable {
  /// The name for messages.
  let name: String
  private var text: TextFile?

  /// The file at `path`, `-` for standard input.
  init(path: String) { name = path }

  /// A text in memory.
  init(text: String, name: String) {
    self.name = name
    self.text = TextFile(name: name, text: text)
  }

  /// Reads the file now and keeps it.
  mutating func keep(encoding: String?) throws(CorpusError) { text = try read(encoding: encoding) }

  /// Whether the text can be had a second time without being kept.
  var isReadableTwice: Bool { text != nil || TextFile.isRegularFile(name) }

  /// The text.
  func read(encoding: String?) throws(CorpusError) -> TextFile {
    if let text { return text }
    do throws(TextFileError) {
      return try TextFile(contentsOf: name, encoding: encoding)
    } catch {
      throw .file(error)
    }
  }
}

/// The texts of a corpus by what they are for.
struct CorpusSources {
  var training: [CorpusSource]
  var validation: [CorpusSource] = []
  /// Those of which only n-grams are counted.
  var ngramTexts: [CorpusSource] = []
}

/// The texts of a corpus in tokens.
struct EncodedTexts {
  let training, validation, ngramTexts: TokenSequence
  /// How the training part is read; nil where each text is read once per epoch.
  let mixture: CorpusMixture?
}
