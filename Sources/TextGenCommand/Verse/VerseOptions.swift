import ArgumentParser
import TextGenProsody

/// What poem `sample` writes; without a form, a metre or a scheme it writes free text.
struct VerseOptions: ParsableArguments {
  @Option(VerseText.form, .name, words: Form.all.map(\.name), transform: anyText)
  var form: String?
  @Option(VerseText.metre, .metre, transform: anyText)
  var metre: String?
  @Option(VerseText.rhyme, .scheme, transform: anyText)
  var rhyme: String?
  @Option(
    VerseText.rhymeKind, .kind, words: writtenKinds.map(\.rawValue), transform: writtenKind)
  var rhymeKind: RhymeKind?
  @Option(VerseText.strict)
  var strict: Strictness?
  @Option(VerseText.stanzas, .count, transform: wholeNumber(in: 1...200))
  var stanzas: Int?
  @Option(VerseText.theme, .word, transform: filledText)
  var theme: String?
  @Option(VerseText.firstLine, .line, transform: filledText)
  var firstLine: String?

  /// Lines of a poem at most.
  private static let mostLines = 500

  /// Whether a poem is asked for.
  var isOn: Bool { form != nil || metre != nil || rhyme != nil }

  func validate() throws {
    if isOn {
      _ = try outline()
      return
    }
    let given = [
      ("--rhyme-kind", rhymeKind != nil), ("--strict", strict != nil),
      ("--stanzas", stanzas != nil), ("--theme", theme != nil), ("--first-line", firstLine != nil),
    ]
    if let (name, _) = given.first(where: \.1) {
      throw ValidationError(PoemUsageMessage.poemsAlone(name))
    }
  }

  /// The words that the poem is about, which have commas between them.
  var themes: [String] {
    (theme ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The lines that are asked for.
  ///
  /// - Throws: `ValidationError` where the form doesn't allow them.
  func outline() throws -> PoemOutline {
    let form = try form.map(namedForm)
    let request = PoemRequest(
      form: form, metres: try metre.map(metres), scheme: try rhyme.map(scheme),
      kind: rhymeKind ?? .consoante, stanzas: stanzas)
    let outline: PoemOutline
    do throws(PoemRequestError) {
      outline = try request.outline()
    } catch {
      throw ValidationError(message(error))
    }
    guard outline.lines.count <= Self.mostLines else {
      throw ValidationError(
        PoemUsageMessage.tooManyLines(outline.lines.count, most: Self.mostLines))
    }
    return outline
  }

  private func metres(_ text: String) throws -> [Metre] {
    let metres = text.split(separator: ",", omittingEmptySubsequences: false).compactMap {
      Metre($0)
    }
    // Shorter lines have no room for words that are counted in one way alone.
    guard !metres.isEmpty, metres.count == text.count(where: { $0 == "," }) + 1,
      metres.allSatisfy({ $0.count >= 4 })
    else {
      throw ValidationError(PoemUsageMessage.unknownMetre(text))
    }
    return metres
  }

  private func scheme(_ text: String) throws -> Scheme {
    guard let scheme = Scheme(text) else {
      throw ValidationError(PoemUsageMessage.unknownScheme(text))
    }
    return scheme
  }

  private func message(_ error: PoemRequestError) -> PoemUsageMessage {
    switch error {
    case .scheme(let allowed, let length):
      .otherScheme(rhyme ?? "", form: form ?? "", allowed: allowed, multiplesOf: length)
    case .metre(let allowed): .otherMetre(metre ?? "", form: form ?? "", allowed: allowed)
    case .stanzas: .fixedStanzas
    case .kind: .assonance
    }
  }
}

/// The ways to rhyme that may be asked for.
private let writtenKinds: [RhymeKind] = [.consoante, .toante]

/// A reader of ways to rhyme.
@Sendable private func writtenKind(_ text: String) throws -> RhymeKind {
  guard let kind = RhymeKind(rawValue: text), writtenKinds.contains(kind) else {
    throw ValidationError(ExpectedValue.oneOf(writtenKinds.map(\.rawValue)))
  }
  return kind
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
