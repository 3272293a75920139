import ArgumentParser
import TextGenGeneration
import TextGenProsody

/// What poem `sample` writes; without a form, a metre, a scheme or an acrostic it writes free text.
struct VerseOptions: ParsableArguments {
  @Option(VerseText.form, .name, words: Form.all.map(\.name), transform: anyText)
  var form: String?
  @Option(VerseText.metre, .metre, transform: anyText)
  var metre: String?
  @Option(VerseText.rhyme, .scheme, transform: anyText)
  var rhyme: String?
  @Option(
    VerseText.rhymeKind, .kind, words: PoemRequest.kinds.map(\.rawValue), transform: writtenKind)
  var rhymeKind: RhymeKind?
  @Option(VerseText.strict)
  var strict: Strictness?
  @Option(VerseText.stanzas, .count, transform: wholeNumber(in: 1...200))
  var stanzas: Int?
  @Option(VerseText.theme, .word, transform: filledText)
  var theme: String?
  @Option(VerseText.firstLine, .line, transform: filledText)
  var firstLine: String?
  @Option(VerseText.acrostic, .word, transform: acrosticWord)
  var acrostic: TextGenGeneration.Acrostic?

  /// Lines of a poem at most.
  private static let mostLines = 500

  /// Whether a poem is asked for.
  var isOn: Bool { form != nil || metre != nil || rhyme != nil || acrostic != nil }

  /// Whether nothing is asked of the poem but its first letters.
  var isAcrosticAlone: Bool {
    acrostic != nil
      && ![form, metre, rhyme, theme, firstLine].contains { $0 != nil }
  }

  func validate() throws {
    if let theme, !theme.contains(where: \.isLetter) {
      throw ValidationError(PoemUsageMessage.noTheme(theme))
    }
    if isOn { return try checkAcrostic(try outline()) }
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
    (theme ?? "").split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// The lines that are asked for.
  ///
  /// - Throws: `ValidationError` where the form doesn't allow them.
  func outline() throws -> PoemOutline {
    let form = try form.map(namedForm)
    let request = PoemRequest(
      form: form, metres: try metre.map(metres), scheme: try rhyme.map(scheme),
      kind: rhymeKind ?? .consoante, stanzas: stanzas, letters: acrostic?.letterCounts)
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

  /// Refuses a name that hasn't a letter for each line, spaces where the poem has no blank line, or another
  /// first letter than the line that is given.
  private func checkAcrostic(_ outline: PoemOutline) throws {
    guard let acrostic else { return }
    let letters = acrostic.letterCounts
    let (count, lines) = (letters.reduce(0, +), outline.lines.count)
    guard count == lines else {
      throw ValidationError(PoemUsageMessage.acrosticLetters(count, lines: lines))
    }
    guard letters.count == 1 || letters == outline.stanzaLengths else {
      throw ValidationError(PoemUsageMessage.acrosticSpaces)
    }
    if let firstLine, !TextGenProsody.Acrostic(acrostic.word).admits(firstLine: firstLine) {
      throw ValidationError(PoemUsageMessage.acrosticFirstLine)
    }
  }

  private func metres(_ text: String) throws -> [Metre] {
    guard let metres = PoemRequest.metres(text) else {
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

/// A reader of ways to rhyme.
@Sendable private func writtenKind(_ text: String) throws -> RhymeKind {
  guard let kind = RhymeKind(rawValue: text), PoemRequest.kinds.contains(kind) else {
    throw ValidationError(ExpectedValue.oneOf(PoemRequest.kinds.map(\.rawValue)))
  }
  return kind
}

/// A reader of words for an acrostic.
@Sendable private func acrosticWord(_ text: String) throws -> TextGenGeneration.Acrostic {
  do {
    return try TextGenGeneration.Acrostic(text)
  } catch {
    throw ValidationError(ExpectedValue.letters)
  }
}
