import ArgumentParser
import TextGen
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization

/// `textgen scan`: the metre and the rhymes of people's poems, and whether they keep a form.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Scan poems: syllables, stresses, rhymes, form.",
    usage: "",
    discussion: """
      USAGE: textgen scan FILE [options]
             textgen scan --words|--rhymes|--metre M FILE

        FILE              a text, - for standard input: blank lines part stanzas, a line * * *
                          parts poems; a single line above them without a stop is the title
        --form NAME       scan with the metre of a form and list what breaks it: quadra, trova,
                          redondilha-maior, redondilha-menor, decassilabo, alexandrino, soneto,
                          soneto-ingles, oitava, terza-rima, sextilha, setilha, decima, haicai,
                          haicai-guilhermino, verso-branco
        --check           exit with 1 where something breaks the form
        --strict S        where rhymes must hold: pt-br, pt-pt or both (default: both)
        --no-title        count a single first line as verse
        --json            one JSON object a poem

        --words           each line is a word: its syllables and stress, one JSON object a line
        --rhymes          each line is two words with a tabulator between: whether they rhyme
        --metre M         each line is a verse: whether it has the length 10, or 10:6-10 with
                          its stresses, or any for the length that fits best

      A line counts to its last stressed syllable; _ joins vowels of one syllable, stressed ones are
      in bold or capitals. * marks a reading that takes a licence, ! a line out of metre.
      """)

  /// Lines of one poem at most.
  private static let maximumLines = 20_000

  @Argument(help: .hidden, completion: .file(), transform: filledText)
  var file: String?
  @Option(parsing: .unconditional, help: .hidden)
  var form: String?
  @Flag(help: .hidden)
  var check = false
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var strict = Strictness.both
  @Flag(help: .hidden)
  var noTitle = false
  @Flag(help: .hidden)
  var json = false
  @Flag(help: .hidden)
  var words = false
  @Flag(help: .hidden)
  var rhymes = false
  @Option(parsing: .unconditional, help: .hidden)
  var metre: String?

  func validate() throws {
    guard file != nil else {
      throw ValidationError("there is no FILE to scan; give one, or - for standard input")
    }
    let modes = [words ? "--words" : nil, rhymes ? "--rhymes" : nil, metre.map { _ in "--metre" }]
      .compactMap { $0 }
    if modes.count > 1 {
      throw ValidationError("\(modes[0]) and \(modes[1]) exclude each other; give one of them")
    }
    if let mode = modes.first, form != nil || check || noTitle || json {
      throw ValidationError(
        "\(mode) answers line by line in JSON; leave out --form, --check, --no-title and --json")
    }
    if let metre, ScanRequest.metre(from: metre) == nil {
      throw ValidationError(
        "'\(metre)' is no metre; give a length from 1 to 16 such as 10, one with its stresses "
          + "such as 10:6-10, or any")
    }
    if check, form == nil {
      throw ValidationError("--check has no form to check; name one with --form")
    }
    _ = try namedForm()
  }

  func run() throws {
    guard let file else { return }
    if let request = request { return try answer(ScanSession(request), file) }
    let form = try namedForm()
    let poems = Poem.poems(in: try text(of: file), titles: noTitle ? .none : .detected)
    guard !poems.isEmpty else {
      throw Failure("\(file) has no line of verse; give a text with at least one")
    }
    let scanner = PoemScanner(form: form, strictness: strict)
    var broken = 0
    for (index, poem) in poems.enumerated() {
      guard poem.lines.count <= Self.maximumLines else {
        throw Failure(
          "poem \(index + 1) of \(file) has \(grouped(poem.lines.count)) lines, but at most "
            + "\(grouped(Self.maximumLines)) are scanned as one; part poems with a line * * *")
      }
      let scanned = scanner.scan(poem)
      let violations = form?.violations(in: scanned) ?? []
      if violations.contains(where: { !$0.rule.isWarning }) { broken += 1 }
      try write(scanned, form, violations, number: index + 1)
    }
    if check, broken > 0, let form {
      throw Failure(
        "\(broken) of \(counted(poems.count, "poem")) in \(file) \(broken == 1 ? "breaks" : "break") "
          + "the form \(form.name); the violations say where and what it asks")
    }
  }

  private func write(
    _ poem: ScannedPoem, _ form: Form?, _ violations: [Violation], number: Int
  ) throws {
    if json {
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
    Conversation.warnAboutReplacements(in: text, name: file == "-" ? "standard input" : file)
    return TextNormalizer.normalize(text).text
  }

  private var request: ScanRequest? {
    if words { return .words }
    if rhymes { return .rhymes }
    return metre.flatMap { ScanRequest.metre(from: $0) }
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

  private func namedForm() throws -> Form? {
    guard let form else { return nil }
    if let found = Form.named(form) { return found }
    let names = Form.all.map(\.name)
    let near = NearNames.of(form, among: names)
    let advice =
      near.isEmpty
      ? "choose from \(names.joined(separator: ", "))"
      : "did you mean \(near.joined(separator: " or "))?"
    throw ValidationError("'\(form)' is no form of poem; \(advice)")
  }
}
