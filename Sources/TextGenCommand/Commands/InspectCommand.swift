import ArgumentParser
import TextGen
import TextGenFigures
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen inspect`: looks inside one model.
struct InspectCommand: Conversing, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: CommandAbstract.inspect.text,
    discussion: CommandDiscussion.inspect.text)

  @Argument(InspectText.text, .text)
  var text: String?
  @OptionGroup(title: GroupTitle.pictures.text)
  var options: InspectOptions
  @OptionGroup(title: GroupTitle.output.text)
  var output: InspectOutputOptions
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelNameOptions
  @OptionGroup(title: GroupTitle.general.text)
  var engine: EngineOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    if options.pictureCount > 1 { throw ValidationError(UsageMessage.onePicture) }
    if options.unit != nil, text == nil {
      throw ValidationError(UsageMessage.unitWithoutText)
    }
    if options.unit == nil, text != nil {
      throw ValidationError(UsageMessage.textWithoutUnit)
    }
  }

  func run() throws {
    let engine = try engine.makeEngine()
    let location = try ChosenModel.find(option: modelOptions.model)
    let inputs = [ModelFile.location(of: location.path), options.gradients].compactMap { $0 }
    let page = try output.report.file(keeping: inputs)
    let drawing = try drawingFile(keeping: inputs)
    let file = try ModelFile.open(location.path)
    Conversation.say(location.sentence)
    let inspection = Inspection(
      file, path: location.path, language: output.report.language, engine: engine)
    let found = try picture(inspection)
    try write(found, to: drawing, page)
  }

  /// The file of the picture; nil where none is asked for.
  private func drawingFile(keeping inputs: [String]) throws(Failure) -> OutputFile? {
    guard let output = output.output else { return nil }
    guard output.lowercased().hasSuffix(".svg") else {
      throw Failure(InspectionMessage.notSVG(path: output))
    }
    return try OutputFile(output, as: .picture, option: "--output", keeping: inputs)
  }

  private func picture(_ inspection: Inspection) throws -> Inspection.Picture {
    if let surprise = options.surprise { return try inspection.surprise(try read(surprise)) }
    if let gates = options.gates {
      return try inspection.gates(try read(gates), layer: options.layer, units: options.units)
    }
    if let unit = options.unit, let text {
      return try inspection.unit(unit, of: try read(text), layer: options.layer)
    }
    if let embeddings = options.embeddings {
      return try inspection.embeddings(of: embeddings, count: options.count)
    }
    if let gradients = options.gradients { return try inspection.gradients(over: gradients) }
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
        throw Failure(InspectionMessage.noPicture)
      }
      try drawing.write(figure.svg(width: 960, theme: .light))
      Conversation.say(InspectionMessage.picture(path: drawing.path))
    }
    if let page { try ReportOptions.write(picture.page, to: page) }
    if output.json { return try StandardStream.output.writeLine(json: picture.json) }
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
