/// Probes of memory: a cue, a number of neutral words, and a place that only the cue decides.
///
/// The twin of an item differs in the cue alone. The distance counts all words between the cue and
/// the place: the filler and the lead, the words that ask for the echo ("Quem me ajudou foi o").
enum LongRangeProbes {
  static func pair(
    _ turn: Int, distance: Int, in half: ProbeHalf,
    using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    switch turn % 3 {
    case 0: language(distance: distance, in: half, using: &generator)
    case 1: name(distance: distance, in: half, using: &generator)
    default: verbNumber(distance: distance, in: half, using: &generator)
    }
  }

  private static func language(
    distance: Int, in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    let stretch = Stretch(
      distance, in: half, openingCount: Country.openings.count, leads: Country.leads,
      filler: NeutralSentences.mosaic, using: &generator)
    let opening = Country.openings[stretch.opening]
    let (a, b) = Country.all.distinctPair(by: \.language, using: &generator)
    return ProbePair(
      .language, distance: distance,
      opening.text(a) + ". " + stretch.sentences, opening.text(b) + ". " + stretch.sentences,
      continuations: (" \(a.language).", " \(b.language)."))
  }

  private static func name(
    distance: Int, in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    let themes = PersonTheme.all.filter { theme in
      theme.leads.contains { $0.size <= distance }
    }
    let theme = themes.drawn(using: &generator)
    let stretch = Stretch(
      distance, in: half, openingCount: theme.openings.count, leads: theme.leads,
      filler: NeutralSentences.mosaic, using: &generator)
    let opening = theme.openings[stretch.opening]
    let (a, b) = theme.names.distinctPair(by: \.self, using: &generator)
    return ProbePair(
      .name, distance: distance,
      "\(opening) \(a). \(stretch.sentences)", "\(opening) \(b). \(stretch.sentences)",
      continuations: (" \(a).", " \(b)."))
  }

  private static func verbNumber(
    distance: Int, in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    let stretch = Stretch(
      distance, in: half, openingCount: Subject.all.count, leads: Subject.leads,
      filler: NeutralClauses.mosaic, using: &generator)
    let subject = Subject.all[stretch.opening]
    let verb = Subject.verbs.drawn(using: &generator)
    return ProbePair(
      .verbNumber, distance: distance,
      subject.singular + stretch.clauses, subject.plural + stretch.clauses,
      continuations: (" \(verb.singular).", " \(verb.plural)."))
  }
}
