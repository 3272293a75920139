/// Whether the subject with which a clause begins agrees with its verb, and a noun with what stands around it, as
/// far as words tell.
///
/// *Eu dorme*, *os mares desce*, *uma brisa estranhas* and *das estrela* don't. What isn't certain agrees.
package struct ClauseMeasure: Sendable, Hashable {
  private enum Place: Hashable {
    case start
    /// After a word that makes the clause depend on another.
    case dependentStart
    case i(isDependent: Bool)
    case determiner(isPlural: Bool)
    case noun(isPlural: Bool)
    /// After *e* behind a subject: what follows may be a second one.
    case second
    case other
  }

  private var place = Place.start
  /// The number that the noun has in which these words are; nil outside one.
  private var isPlural: Bool?

  package init() {}

  /// A sign or a line break, behind which a clause may begin.
  package mutating func pause(isLineBreak: Bool) {
    isPlural = nil
    if !isLineBreak || place == .other { place = .start }
  }

  /// Adds a word; true where it is the verb of another subject, or has another number than its noun.
  package mutating func disagrees(adding word: VerseLexicon.Traits) -> Bool {
    let before = place
    place = next(word)
    let hasOtherNumber = hasOtherNumber(word)
    guard word.role.contains(.verb) else { return hasOtherNumber }
    switch before {
    case .i(let isDependent):
      let isPerhapsRight =
        isDependent && word.role.isDisjoint(with: [.plural, .past])
      return word.role.contains(.notOfI) && !isPerhapsRight
    case .noun(let isPlural): return word.role.contains(isPlural ? .singular : .plural)
    case .start, .dependentStart, .determiner, .second, .other: return false
    }
  }

  private mutating func hasOtherNumber(_ word: VerseLexicon.Traits) -> Bool {
    if word.role.contains(.beforeNoun) {
      isPlural = word.role.contains(.plural)
      return false
    }
    guard word.isContent, !word.role.contains(.verb) else {
      isPlural = nil
      return false
    }
    return isPlural.map { word.role.contains($0 ? .singular : .plural) } ?? false
  }

  private func next(_ word: VerseLexicon.Traits) -> Place {
    let role = word.role
    if role.contains(.verb) { return .other }
    if role.contains(.coordinates) { return .start }
    if role.contains(.subordinates) {
      // *O vento se leva*: behind a subject it is a pronoun.
      return role.contains(.reflexive) && place != .other && place != .start
        ? place : .dependentStart
    }
    switch place {
    case .start, .dependentStart:
      if role.contains(.i) { return .i(isDependent: place == .dependentStart) }
      if role.contains(.determiner) { return .determiner(isPlural: role.contains(.plural)) }
      return role.contains(.and) ? .start : .other
    case .i: return role.contains(.between) ? place : role.contains(.and) ? .start : .other
    case .determiner(let isPlural):
      if role.contains(.determiner) { return place }
      return fits(word, isPlural) ? .noun(isPlural: isPlural) : .other
    case .noun(let isPlural):
      if role.contains(.and) { return .second }
      return role.contains(.between) || fits(word, isPlural) ? place : .other
    case .second, .other: return role.contains(.and) ? .start : .other
    }
  }

  private func fits(_ word: VerseLexicon.Traits, _ isPlural: Bool) -> Bool {
    word.isContent && !word.role.contains(isPlural ? .singular : .plural)
  }
}
