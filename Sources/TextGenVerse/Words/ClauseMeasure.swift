/// Whether the subject with which a clause begins agrees with its verb and with the adjective that this verb gives it,
/// and a noun with what stands around it, as far as words tell.
///
/// *Eu dorme*, *os mares desce*, *o vento é fresca*, *uma brisa estranhas* and *das estrela* don't. What isn't certain
/// agrees.
package struct ClauseMeasure: Sendable, Hashable {
  private enum Place: Hashable {
    case start
    /// After a word that makes the clause depend on another.
    case dependentStart
    case i(isDependent: Bool)
    /// After an article or the like that a noun contradicts with one of these roles.
    case determiner(contraries: WordRole)
    case noun(contraries: WordRole)
    /// After *e* behind a subject: what follows may be a second one.
    case second
    /// After *é* or the like behind a subject.
    case copula(contraries: WordRole)
    /// After an adjective there: one more may follow *e*.
    case adjective(contraries: WordRole)
    case other
  }

  private var place = Place.start
  /// What contradicts the noun in which these words are; empty outside one.
  private var contraries: WordRole = []

  package init() {}

  /// A sign or a line break, behind which a clause may begin.
  package mutating func pause(isLineBreak: Bool) {
    contraries = []
    if !isLineBreak || place == .other { place = .start }
  }

  /// Adds a word; true where it is the verb of another subject, or has another number or gender than its noun.
  package mutating func disagrees(adding word: VerseLexicon.Traits) -> Bool {
    let before = place
    place = next(word)
    let contradictsNoun = contradictsNoun(word)
    switch before {
    case .i(let isDependent) where word.role.contains(.verb):
      let isPerhapsRight =
        isDependent && word.role.isDisjoint(with: [.plural, .past])
      return word.role.contains(.notOfI) && !isPerhapsRight
    case .noun(let contraries) where word.role.contains(.verb),
      .copula(let contraries) where word.isContent && !word.role.contains(.verb):
      return contradictsNoun || !word.role.isDisjoint(with: contraries)
    default: return contradictsNoun
    }
  }

  private mutating func contradictsNoun(_ word: VerseLexicon.Traits) -> Bool {
    if word.role.contains(.beforeNoun) {
      contraries = word.role.contraries
      return false
    }
    guard word.isContent, !word.role.contains(.verb) else {
      contraries = []
      return false
    }
    return !word.role.isDisjoint(with: contraries)
  }

  private func next(_ word: VerseLexicon.Traits) -> Place {
    let role = word.role
    if role.contains(.verb) {
      if case .noun(let contraries) = place, role.contains(.copula) {
        return .copula(contraries: contraries)
      }
      return .other
    }
    if role.contains(.coordinates) { return .start }
    if role.contains(.subordinates) {
      // *O vento se leva*: behind a subject it is a pronoun.
      return role.contains(.reflexive) && place != .other && place != .start
        ? place : .dependentStart
    }
    switch place {
    case .start, .dependentStart:
      if role.contains(.i) { return .i(isDependent: place == .dependentStart) }
      if role.contains(.determiner) { return .determiner(contraries: role.contraries) }
      return role.contains(.and) ? .start : .other
    case .i: return role.contains(.between) ? place : role.contains(.and) ? .start : .other
    case .determiner(let contraries):
      if role.contains(.determiner) { return place }
      return fits(word, contraries) ? .noun(contraries: contraries) : .other
    case .noun(let contraries):
      if role.contains(.and) { return .second }
      return role.contains(.between) || fits(word, contraries) ? place : .other
    case .copula(let contraries):
      if !role.isDisjoint(with: [.between, .degree]) { return place }
      return word.isContent ? .adjective(contraries: contraries) : .other
    case .adjective(let contraries):
      return role.contains(.and) ? .copula(contraries: contraries) : .other
    case .second, .other: return role.contains(.and) ? .start : .other
    }
  }

  private func fits(_ word: VerseLexicon.Traits, _ contraries: WordRole) -> Bool {
    word.isContent && word.role.isDisjoint(with: contraries)
  }
}
