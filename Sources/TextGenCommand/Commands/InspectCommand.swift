import ArgumentParser
import TextGen
import TextGenFigures
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen inspect`: looks inside one model.
struct InspectCommand: ParsableCommand, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Look inside a model.",
    usage: "",
    discussion: """
      USAGE: textgen inspect [PICTURE] [options]      without a picture: the model's card

        --surprise TEXT      bits that each token costs: finds slips and foreign passages
        --gates TEXT         gates, cells and hidden units over the text, and how long each
                             forget gate keeps half of what its cell holds
        --unit N TEXT        the text coloured by hidden unit N, from 0
        --layer N            the layer of --gates and --unit, from 0 (default: the top one)
        --units N            units that --gates shows, the liveliest (default: 24)
        --embeddings WORD    the tokens whose embeddings are nearest, and a map of them; of
                             a word of several tokens their mean counts
        --count N            how many (default: 20)
        --gradients FILE     how far the gradient of one prediction reaches, over a text
        --output FILE.svg    the picture as a file
        --report FILE.html   the picture as a page that needs no network
        --language L         of pictures and pages: pt, en (default: pt)
        --json               the numbers behind the picture
        --model NAME         a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL,
                             else the one trained last in ./checkpoints, else portugues)
        --threads N          1 to 1024 (default: all cores)

      TEXT is the text itself, - standard input.
      """)

  @Option(parsing: .unconditional, help: .hidden)
  var surprise: String?
  @Option(parsing: .unconditional, help: .hidden)
  var gates: String?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...65_535))
  var unit: Int?
  @Argument(help: .hidden)
  var text: String?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...63))
  var layer: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1024))
  var units = 24
  @Option(parsing: .unconditional, help: .hidden, transform: filledText)
  var embeddings: String?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...200))
  var count = 20
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var gradients: String?
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var output: String?
  @OptionGroup(visibility: .hidden)
  var report: ReportOptions
  @Flag(help: .hidden)
  var json = false
  @Option(parsing: .unconditional, help: .hidden, completion: .file())
  var model: String?
  @OptionGroup(visibility: .hidden)
  var engine: EngineOptions

  func validate() throws {
    let pictures = [surprise, gates, embeddings, gradients].compactMap { $0 }.count
    if pictures + (unit == nil ? 0 : 1) > 1 {
      throw ValidationError("one picture at a time; leave out all but one of them")
    }
    if unit != nil, text == nil {
      throw ValidationError("--unit needs a TEXT to colour; give it after the number")
    }
    if unit == nil, text != nil {
      throw ValidationError(
        "there is a TEXT, but nothing to show of it; add --unit N before it, or put a text of several "
          + "words in quotes")
    }
  }

  func run() throws {
    let engine = try engine.makeEngine()
    let location = try ChosenModel.find(option: model)
    let inputs = [ModelFile.location(of: location.path), gradients].compactMap { $0 }
    let page = try report.file(keeping: inputs)
    let drawing = try drawingFile(keeping: inputs)
    let file = try ModelFile.open(location.path)
    Conversation.say(location.sentence)
    let inspection = Inspection(
      file, path: location.path, language: report.language, engine: engine)
    let found = try picture(inspection)
    try write(found, to: drawing, page)
  }

  /// The file of the picture; nil where none is asked for.
  private func drawingFile(keeping inputs: [String]) throws(Failure) -> OutputFile? {
    guard let output else { return nil }
    guard output.lowercased().hasSuffix(".svg") else {
      throw Failure("\(output) does not end in .svg, the only kind of picture that is written")
    }
    return try OutputFile(output, as: .picture, option: "--output", keeping: inputs)
  }

  private func picture(_ inspection: Inspection) throws -> Inspection.Picture {
    if let surprise { return try inspection.surprise(try read(surprise)) }
    if let gates { return try inspection.gates(try read(gates), layer: layer, units: units) }
    if let unit, let text {
      return try inspection.unit(unit, of: try read(text), layer: layer)
    }
    if let embeddings { return try inspection.embeddings(of: embeddings, count: count) }
    if let gradients { return try inspection.gradients(over: gradients) }
    return inspection.card()
  }

  /// The text itself, or what standard input holds.
  private func read(_ text: String) throws -> String {
    guard text == "-" else { return text }
    return try TextFile(contentsOf: "-", encoding: nil).text
  }

  private func write(
    _ picture: Inspection.Picture, to drawing: OutputFile?, _ page: OutputFile?
  ) throws {
    if let drawing {
      guard let figure = picture.figures.first else {
        throw Failure("a card is no picture; leave out --output, or name a picture")
      }
      try drawing.write(figure.svg(width: 960, theme: .light))
      Conversation.say("picture: " + Conversation.escaped(drawing.path))
    }
    if let page { try ReportOptions.write(picture.page, to: page) }
    if json { return try StandardStream.output.writeLine(json: picture.json) }
    let canvas = TerminalCanvas(standardOutput: TerminalStyle(.output))
    let drawings = picture.figures.map { TerminalText(unescaped: $0.text(canvas)) }
    let columns = StandardStream.output.columns ?? .max
    let said = TerminalText(WrappedText.lines(picture.text, columns: columns), as: .lines)
    let text = picture.text.isEmpty ? [] : [said]
    for (index, part) in (drawings + text).enumerated() {
      try StandardStream.output.write(index > 0 ? "\n" + part : part)
    }
  }
}

extension TerminalCanvas {
  /// What standard output can show.
  init(standardOutput style: TerminalStyle) {
    let colours: Colours =
      !style.hasColor
      ? .none
      : ["truecolor", "24bit"].contains(Environment["COLORTERM"] ?? "") ? .full : .indexed
    self.init(
      width: max(20, min(200, StandardStream.output.columns ?? 80)), colours: colours,
      isUnicode: style.isUnicode)
  }
}
