/// What a poem that is to be written is asked for: a form, or a scheme and lengths of lines, or both.
package struct PoemRequest: Sendable, Hashable {
  /// Nil: what the scheme and the metres say.
  package var form: Form?
  /// The lengths of lines, in turn; nil for those of the form, else 7.
  package var metres: [Metre]?
  /// Nil for that of the form, else ABAB.
  package var scheme: Scheme?
  /// How lines of a class rhyme: `consoante`, or `toante` where the form allows it.
  package var kind: RhymeKind
  /// Stanzas of an open form; nil for one, or for the four tercets of a terza-rima.
  package var stanzas: Int?
  /// The letters of each word of an acrostic, which has a line for each: they say how long the poem is where
  /// nothing else does.
  package var letters: [Int]?

  package init(
    form: Form? = nil, metres: [Metre]? = nil, scheme: Scheme? = nil,
    kind: RhymeKind = .consoante, stanzas: Int? = nil, letters: [Int]? = nil
  ) {
    self.form = form
    self.metres = metres
    self.scheme = scheme
    self.kind = kind
    self.stanzas = stanzas
    self.letters = letters
  }

  /// The lines of the poem.
  ///
  /// - Throws: `PoemRequestError` where the form doesn't allow what is asked.
  package func outline() throws(PoemRequestError) -> PoemOutline {
    var request = self
    request.readLetters()
    return try request.outlineOfRest()
  }

  private func outlineOfRest() throws(PoemRequestError) -> PoemOutline {
    let scheme = try chosenScheme()
    let metres = try chosenMetres()
    let hasOpenLines = scheme.stanzas.joined().contains(nil)
    guard kind != .toante || form?.rules.contains(.assonance) == true && hasOpenLines else {
      throw .kind
    }
    return PoemOutline(
      form: checkingForm(scheme, metres), scheme: scheme, metres: metres, kind: kind)
  }
}

extension PoemRequest {
  /// The ways to rhyme that may be asked for.
  package static let kinds: [RhymeKind] = [.consoante, .toante]

  /// The lengths in `text`, which has commas between them; nil where one of them is none to write in.
  package static func metres(_ text: String) -> [Metre]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let metres = parts.compactMap { Metre($0) }
    // Shorter lines have no room for words that are counted in one way alone.
    guard metres.count == parts.count, metres.allSatisfy({ $0.count >= 4 }) else { return nil }
    return metres
  }
}

/// Why a form can't be written as it is asked.
package enum PoemRequestError: Error, Hashable, Sendable {
  /// The form has these schemes; an open one any scheme of a multiple of some number of lines, too.
  case scheme(allowed: [String], multiplesOf: Int?)
  /// The form has none of these lengths.
  case metre(allowed: [String])
  /// The form, or the scheme, has a fixed number of stanzas.
  case stanzas
  /// Equal vowels aren't enough in the form.
  case kind
}

extension PoemRequest {
  /// Lets the letters say how long the poem is: without a form its lines rhyme with nothing, and a form that
  /// repeats a stanza has as many as there are letters for.
  private mutating func readLetters() {
    guard let letters, scheme == nil, stanzas == nil else { return }
    guard let form, !form.rules.contains(.blankVerse) else {
      scheme = Scheme(stanzas: letters.map { Array(repeating: nil, count: $0) })
      return
    }
    let count = letters.reduce(0, +)
    if form.layouts == [.tercets] {
      if count > 3, count % 3 == 1 { stanzas = count / 3 }
      return
    }
    let stanza = form.schemes.first.map { Scheme($0)?.stanzas ?? [] } ?? Self.standard(form).stanzas
    guard form.isOpen, stanza.count == 1, count % stanza[0].count == 0 else { return }
    stanzas = count / stanza[0].count
  }

  private func chosenScheme() throws(PoemRequestError) -> Scheme {
    guard let form else { return try repeated(scheme ?? Self.alternate) }
    if form.layouts == [.tercets] {
      let written = scheme.map { $0.stanzas.count - 1 }
      let tercets = stanzas ?? written ?? 4
      let whole = Scheme.terzaRima(tercets: max(1, tercets))
      guard scheme == nil || scheme?.text == whole.text else {
        throw .scheme(allowed: [whole.text], multiplesOf: nil)
      }
      return whole
    }
    guard form.schemes.isEmpty else { return try schemeOfForm(form) }
    let standard = form.rules.contains(.blankVerse) ? Self.blank : Self.standard(form)
    let asked = try repeated(scheme ?? standard)
    guard form.layouts.contains(where: { $0.accepts(lines: asked.count) }) else {
      throw .scheme(allowed: [standard.text], multiplesOf: standard.count)
    }
    return asked
  }

  /// The scheme asked for among those of the form, or its first one.
  private func schemeOfForm(_ form: Form) throws(PoemRequestError) -> Scheme {
    let known = form.schemes.compactMap { Scheme($0) }
    guard let first = known.first else { return try repeated(scheme ?? Self.alternate) }
    var chosen = first
    if let scheme {
      guard let same = known.first(where: { Self.isSame($0, scheme) }) else {
        throw .scheme(allowed: form.schemes, multiplesOf: nil)
      }
      chosen = same
    }
    guard form.isOpen || (stanzas ?? 1) == 1 else { throw .stanzas }
    return form.isOpen ? try repeated(chosen) : chosen
  }

  /// Whether two schemes have the same classes, in stanzas or in a block.
  private static func isSame(_ first: Scheme, _ second: Scheme) -> Bool {
    first.text == second.text
      || second.stanzas.count == 1
        && first.text.filter { $0 != " " } == second.text
  }

  private func repeated(_ scheme: Scheme) throws(PoemRequestError) -> Scheme {
    let count = stanzas ?? 1
    guard count > 1 else { return scheme }
    guard scheme.stanzas.count == 1 else { throw .stanzas }
    return .repeated(scheme.stanzas[0], count: count)
  }

  private func chosenMetres() throws(PoemRequestError) -> [Metre] {
    guard let form, let standard = form.metres.first else { return metres ?? [Metre(7)] }
    guard let metres else {
      return form.rules.contains(.caesura) ? [.alexandrine] : standard
    }
    guard form.metres.contains(where: { $0.map(\.count) == metres.map(\.count) }) else {
      throw .metre(
        allowed: form.metres.map { $0.map { String($0.count) }.joined(separator: ",") })
    }
    return metres
  }

  /// The form narrowed to what is asked, so that a poem that passes its checks is the one asked for.
  private func checkingForm(_ scheme: Scheme, _ metres: [Metre]) -> Form {
    let lengths = scheme.stanzas.map(\.count)
    var rules = form?.rules ?? []
    if metres.contains(where: { $0.pattern?.hasCaesura == false }) { rules.remove(.caesura) }
    if kind == .consoante { rules.remove(.assonance) }
    let isRepeated = (stanzas ?? 1) > 1 && Set(lengths).count == 1
    let layout: Form.Layout =
      form?.layouts == [.tercets]
      ? .tercets : isRepeated ? .repeated(lengths[0]) : .stanzas(lengths)
    let schemes =
      layout == .tercets || rules.contains(.blankVerse)
      ? []
      : [isRepeated ? Scheme(stanzas: [scheme.stanzas[0]]).text : scheme.text]
    return Form(
      form?.name ?? "", [layout], metres: [metres], schemes: schemes, rules: rules)
  }

  private static func standard(_ form: Form) -> Scheme {
    form.rules.contains(.caesura) ? Scheme(stanzas: [[0, 0, 1, 1]]) : alternate
  }

  private static let alternate = Scheme(stanzas: [[0, 1, 0, 1]])
  private static let blank = Scheme(stanzas: [Array(repeating: nil, count: 8)])
}
