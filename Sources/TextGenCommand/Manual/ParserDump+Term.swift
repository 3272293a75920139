extension ParserDump.Argument {
  /// How it is written: `-n, --count n`.
  var term: [RoffDocument.Word] {
    let value: [RoffDocument.Word] = valueName.map { [.italic($0)] } ?? []
    guard kind != .positional else {
      return value + (isRepeating ? [.plain(" ...")] : [])
    }
    // The short ones first, as in the help.
    let names = names ?? []
    let sorted = names.filter { $0.kind == .short } + names.filter { $0.kind != .short }
    let typed = sorted.flatMap { [RoffDocument.Word.plain(", "), .bold($0.typed)] }.dropFirst()
    return Array(typed) + (kind == .flag || value.isEmpty ? [] : [.plain(" ")] + value)
  }

  /// What it does, with its values and its default where its text does not tell them.
  var sentences: String {
    var text = abstract ?? ""
    // What the parser says of its own options is English.
    if has("help") { text = ManualText.showHelp.text }
    if has("version") { text = ManualText.showVersion.text }
    var details: [String] = []
    if let allValues, !text.contains(allValues.joined(separator: ", ")) {
      details.append(ManualText.values(allValues).text)
    }
    if let defaultValue, !text.contains(": \(defaultValue))") {
      details.append(ManualText.standard(defaultValue).text)
    }
    guard !details.isEmpty else { return text }
    return (text.isEmpty ? "" : text + " ") + "(" + details.joined(separator: "; ") + ")"
  }

  private func has(_ name: String) -> Bool { names?.contains { $0.name == name } ?? false }
}
