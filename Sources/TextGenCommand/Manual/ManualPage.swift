/// A page of the manual: what the help of a command says, for man(1).
struct ManualPage {
  /// The command that it is about.
  let command: ParserDump.Command

  /// The page of the program and those of its commands.
  static func all(of dump: ParserDump) -> [ManualPage] {
    ([dump.command] + dump.command.shownSubcommands).map(ManualPage.init)
  }

  /// What man(1) calls it, such as `textgen-train`.
  var name: String { command.words.joined(separator: "-") }

  /// The page, written at `date` for a program that calls itself `version`; both may be empty.
  func text(version: String, date: String) -> String {
    var page = RoffDocument(
      title: name, date: date, source: version, manual: ManualText.manual.text)
    addNameAndSynopsis(to: &page)
    addDescription(to: &page)
    addCommands(to: &page)
    addArguments(to: &page)
    addOptions(to: &page)
    if isOfProgram { addCircumstances(to: &page) }
    addExamples(to: &page)
    if !isOfProgram {
      page.section(ManualText.seeAlso.text)
      page.paragraph([.bold(command.words[0]), .plain("(1)")])
    }
    return page.text
  }

  private var isOfProgram: Bool { command.words.count == 1 }
}

// MARK: Sections

extension ManualPage {
  private func addNameAndSynopsis(to page: inout RoffDocument) {
    page.section(ManualText.name.text)
    // Without a macro before it: that is how whatis(1) finds it.
    page.summary(name, command.abstract.map(Self.withoutStop) ?? "")
    page.section(ManualText.synopsis.text)
    var words: [RoffDocument.Word] = [.bold(command.words.joined(separator: " "))]
    if isOfProgram { words += [.plain(" "), .italic(ManualText.commandWord.text)] }
    words += [.plain(" ["), .italic(ManualText.optionsWord.text), .plain("]")]
    for argument in command.shownArguments([.positional]) {
      words += [.plain(argument.isOptional ? " [" : " "), .italic(argument.valueName ?? "")]
      words += [.plain((argument.isRepeating ? " ..." : "") + (argument.isOptional ? "]" : ""))]
    }
    page.paragraph(words)
  }

  private func addDescription(to page: inout RoffDocument) {
    page.section(ManualText.description.text)
    if let abstract = command.abstract { page.paragraph(abstract) }
    for block in discussion where block.kind != .examples {
      if block.kind == .verbatim {
        page.verbatim(block.lines)
      } else {
        page.paragraph(block.lines.joined(separator: " "))
      }
    }
  }

  private func addCommands(to page: inout RoffDocument) {
    let commands = command.shownSubcommands
    guard !commands.isEmpty else { return }
    page.section(ManualText.commands.text)
    for command in commands {
      page.item(
        [.bold(ManualPage(command: command).name), .plain("(1)")], command.abstract ?? "")
    }
  }

  private func addArguments(to page: inout RoffDocument) {
    let arguments = command.shownArguments([.positional])
    guard !arguments.isEmpty else { return }
    page.section(ManualText.arguments.text)
    for argument in arguments { page.add(argument) }
  }

  private func addOptions(to page: inout RoffDocument) {
    let options = command.shownArguments([.option, .flag])
    guard !options.isEmpty else { return }
    page.section(ManualText.options.text)
    var titles: [String] = []
    for title in options.compactMap(\.sectionTitle) where !titles.contains(title) {
      titles.append(title)
    }
    for title in titles {
      page.subsection(title)
      for option in options where option.sectionTitle == title { page.add(option) }
    }
    let others = options.filter { $0.sectionTitle == nil }
    if !titles.isEmpty, !others.isEmpty { page.subsection(ManualText.otherOptions.text) }
    for option in others { page.add(option) }
  }

  /// What is true of all commands.
  private func addCircumstances(to page: inout RoffDocument) {
    page.section(ManualText.environment.text)
    for variable in VariableText.allCases {
      page.item([.bold(variable.rawValue)], variable.text)
    }
    page.section(ManualText.files.text)
    for place in PlaceText.allCases { page.item([.italic(place.path)], place.text) }
    page.section(ManualText.exitStatus.text)
    for status in StatusText.allCases { page.item([.bold("\(status.rawValue)")], status.text) }
  }

  private func addExamples(to page: inout RoffDocument) {
    let lines = discussion.filter { $0.kind == .examples }.flatMap(\.lines)
    guard !lines.isEmpty else { return }
    page.section(ManualText.examples.text)
    for line in lines {
      // What an example does is two or more spaces to the right of it.
      let example = line.drop { $0 == " " }
      let end = example.firstRange(of: "  ")?.lowerBound ?? example.endIndex
      let remark = example[end...].drop { $0 == " " }
      if remark.isEmpty {
        page.paragraph([.bold(String(example))])
      } else {
        page.item([.bold(String(example[..<end]))], String(remark))
      }
    }
  }

  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}

// MARK: The discussion

extension ManualPage {
  /// Lines without an empty one between.
  private struct Block {
    enum Kind {
      case prose, verbatim, examples
    }

    let lines: [Substring]

    var kind: Kind {
      if lines.allSatisfy({ $0.drop { $0 == " " }.hasPrefix("textgen ") }) { return .examples }
      return lines.allSatisfy { $0.hasPrefix("  ") } ? .verbatim : .prose
    }
  }

  private var discussion: [Block] {
    (command.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .split { line in line.allSatisfy { $0 == " " } }
      .map { Block(lines: Array($0)) }
  }
}

extension RoffDocument {
  /// Adds an argument of a command: how it is written and what it does.
  fileprivate mutating func add(_ argument: ParserDump.Argument) {
    item(argument.term, argument.sentences)
    for paragraph in (argument.discussion ?? "").split(separator: "\n\n") {
      continuation(String(paragraph))
    }
  }
}
