import TextGenGeneration
import TextGenJSON
package import TextGenPoetry
import TextGenProsody

/// A request of `/v1/verse`: the options of `textgen sample` for poems by their long names.
package struct VerseRequest: Sendable {
  /// Poems, lines and words of a theme at most.
  private static let (countLimit, lineLimit, themeLimit) = (8, 120, 8)

  package var model: String?
  /// The name of the form; nil for what scheme and metre say.
  package var form: String?
  package var count: Int
  package var seed: UInt64?
  /// Whether the lines come as they are found.
  package var streams: Bool
  /// What is searched for.
  package var options: PoemOptions

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    form = try fields.string("form")
    let acrostic = try Self.acrostic(&fields)
    let outline = try Self.outline(&fields, form: form, letters: acrostic?.letterCounts)
    options = PoemOptions(outline)
    options.strictness = try fields.choice("strict", of: Strictness.allCases) ?? .both
    options.theme = try Self.theme(&fields)
    options.firstLine = try fields.line("first_line")
    if let acrostic { try Self.check(acrostic, outline, firstLine: options.firstLine) }
    options.acrostic = acrostic?.word
    options.temperature = try fields.number("temperature", in: 0...2) ?? 0.8
    count = try fields.integer("count", in: 1...Self.countLimit) ?? 1
    seed = try fields.takeSeed()
    streams = try fields.flag("stream") ?? false
    try fields.finish()
  }

  private static func outline(
    _ fields: inout RequestFields, form name: String?, letters: [Int]?
  ) throws(ServiceFailure) -> PoemOutline {
    var request = PoemRequest(letters: letters)
    if let name {
      guard let form = Form.named(name) else {
        throw .invalidValue(
          "form",
          "form is \"\(name.prefix(40))\", but must be one of "
            + Form.all.map(\.name).joined(separator: ", "))
      }
      request.form = form
    }
    if let text = try fields.string("metre") {
      request.metres = try metres(text)
    }
    if let text = try fields.string("rhyme") {
      guard let scheme = Scheme(text) else {
        throw .invalidValue(
          "rhyme",
          "rhyme must have a letter for each line such as ABAB, and x for one without rhyme")
      }
      request.scheme = scheme
    }
    request.kind = try fields.choice("rhyme_kind", of: PoemRequest.kinds) ?? .consoante
    request.stanzas = try fields.integer("stanzas", in: 1...lineLimit)
    guard name != nil || request.metres != nil || request.scheme != nil || letters != nil else {
      throw .missing("form")
    }
    let outline: PoemOutline
    do throws(PoemRequestError) { outline = try request.outline() } catch { throw refusal(error) }
    guard outline.lines.count <= lineLimit else {
      throw .invalidValue(
        "stanzas",
        "the poem has \(outline.lines.count) lines, but at most \(lineLimit) are written")
    }
    return outline
  }

  private static func metres(_ text: String) throws(ServiceFailure) -> [Metre] {
    guard let metres = PoemRequest.metres(text) else {
      throw .invalidValue(
        "metre",
        "metre must be a length from 4 to 16, with its stresses, or some: 10, 10:6-10, 10,6")
    }
    return metres
  }

  private static func theme(_ fields: inout RequestFields) throws(ServiceFailure) -> [String] {
    guard let value = fields.take("theme") else { return [] }
    var words: [String] = []
    if case .array(let values) = value {
      for (index, value) in values.enumerated() {
        words.append(try RequestFields.string(value, "theme[\(index)]"))
      }
    } else {
      words = try RequestFields.string(value, "theme").split(separator: ",").map(String.init)
    }
    words = words.map { String($0.trimmed) }.filter { !$0.isEmpty }
    guard words.count <= themeLimit, words.allSatisfy({ $0.count <= 40 }) else {
      throw .invalidValue(
        "theme", "theme has \(words.count) words, but at most \(themeLimit) of 40 letters are read")
    }
    return words
  }

  private static func acrostic(
    _ fields: inout RequestFields
  ) throws(ServiceFailure) -> TextGenGeneration.Acrostic? {
    guard let name = try fields.line("acrostic") else { return nil }
    do throws(AcrosticError) { return try TextGenGeneration.Acrostic(name) } catch {
      throw .invalidValue(
        "acrostic", "acrostic must have letters, and spaces between stanzas, alone")
    }
  }

  /// Refuses a name that hasn't a letter for each line, or another first letter than the line that is given.
  private static func check(
    _ acrostic: TextGenGeneration.Acrostic, _ outline: PoemOutline, firstLine: String?
  ) throws(ServiceFailure) {
    let parts = acrostic.letterCounts
    guard acrostic.lineCount == outline.lines.count,
      parts.count == 1 || parts == outline.stanzaLengths
    else {
      throw .invalidValue(
        "acrostic",
        "acrostic has \(acrostic.lineCount) letters, but the poem has \(outline.lines.count) lines "
          + "in stanzas of \(outline.stanzaLengths.map(String.init).joined(separator: ", "))")
    }
    if let firstLine, !TextGenProsody.Acrostic(acrostic.word).admits(firstLine: firstLine) {
      throw .invalidValue(
        "first_line", "first_line begins with another letter than acrostic; change one of them")
    }
  }

  private static func refusal(_ error: PoemRequestError) -> ServiceFailure {
    switch error {
    case .scheme(let allowed, let length):
      .invalidValue(
        "rhyme",
        "rhyme is none of the form's: " + allowed.joined(separator: ", ")
          + (length.map { ", or any of a multiple of \($0) lines" } ?? ""))
    case .metre(let allowed):
      .invalidValue("metre", "metre is none of the form's: " + allowed.joined(separator: " or "))
    case .stanzas:
      .invalidValue("stanzas", "stanzas is for forms that repeat one stanza; leave it out")
    case .kind:
      .invalidValue("rhyme_kind", "rhyme_kind toante is for a quadra of the scheme xAxA")
    }
  }
}

extension RequestFields {
  /// Takes a line of text.
  fileprivate mutating func line(_ name: String) throws(ServiceFailure) -> String? {
    guard let value = try string(name), !value.isEmpty else { return nil }
    guard value.count <= 200, !value.contains(where: \.isNewline) else {
      throw .invalidValue(name, "\(name) must be one line of at most 200 characters")
    }
    return value
  }
}
