import ArgumentParser
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization

/// `textgen scan`: the metre and the rhymes of people's poems, and whether they keep a form.
struct ScanCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: CommandAbstract.scan.text,
    discussion: CommandDiscussion.scan.text)

  /// Lines of one poem at most.
  private static let maximumLines = 20_000

  @Argument(ScanText.file, .file, completion: .file(), transform: filledText)
  var file: String?
  @OptionGroup(title: GroupTitle.poems.text)
  var options: ScanOptions
  @OptionGroup(title: GroupTitle.lines.text)
  var lineOptions: ScanLineOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    guard file != nil else { throw ValidationError(UsageMessage.noFileToScan) }
    if let mode = lineOptions.names.first,
      options.form != nil || options.check || options.noTitle || options.json
    {
      throw ValidationError(UsageMessage.lineByLine(mode))
    }
  }

  func run() throws {
    guard let file else { return }
    if let request = lineOptions.request { return try answer(ScanSession(request), file) }
    let form = try options.form.map(namedForm)
    let poems = Poem.poems(in: try text(of: file), titles: options.noTitle ? .none : .detected)
    guard !poems.isEmpty else {
      throw Failure(ScanMessage.noVerse(file: file))
    }
    let scanner = PoemScanner(form: form, strictness: options.strict)
    var broken = 0
    var advice = ScanAdvice()
    for (index, poem) in poems.enumerated() {
      guard poem.lines.count <= Self.maximumLines else {
        throw Failure(
          ScanMessage.tooManyLines(
            poem: index + 1, file: file, count: poem.lines.count, most: Self.maximumLines))
      }
      let scanned = scanner.scan(poem)
      advice.add(scanned)
      let violations = form?.violations(in: scanned) ?? []
      if violations.contains(where: { !$0.rule.isWarning }) { broken += 1 }
      try write(scanned, form, violations, number: index + 1)
    }
    for warning in advice.warnings(file: file == "-" ? Speech.standardInput.text : file) {
      Conversation.warn(warning)
    }
    if options.check, broken > 0, let form {
      throw Failure(ScanMessage.broken(broken, of: poems.count, file: file, form: form.name))
    }
  }

  private func write(
    _ poem: ScannedPoem, _ form: Form?, _ violations: [Violation], number: Int
  ) throws {
    if options.json {
      let record = ScanRecord(number: number, poem: poem, form: form, violations: violations)
      return try StandardStream.output.writeLine(json: jsonText(record.json))
    }
    if number > 1 { try StandardStream.output.write("\n") }
    let display = ScanDisplay(
      poem, form: form, violations: violations, style: TerminalStyle(.output))
    try StandardStream.output.write(display.text)
  }

  private func text(of file: String) throws -> String {
    let text = try TextFile(contentsOf: file, encoding: TextFile.lossyEncoding).text
    Conversation.warnAboutReplacements(
      in: text, name: file == "-" ? Speech.standardInput.text : file)
    return TextNormalizer.normalize(text).text
  }

  private func answer(_ session: ScanSession, _ file: String) throws {
    if file == "-" {
      var lines = StandardInput.Lines(maximumLength: ScanRequest.maximumLength)
      while let line = try lines.next() {
        try StandardStream.output.writeLine(json: session.answer(line))
      }
      return
    }
    let text = try TextFile(contentsOf: file, encoding: TextFile.lossyEncoding).text
    var rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if rows.last?.isEmpty == true { rows.removeLast() }
    for row in rows {
      let bytes = Array(row.utf8)
      try StandardStream.output.writeLine(
        json: session.answer(bytes.count > ScanRequest.maximumLength ? .tooLong : .whole(bytes)))
    }
  }
}
