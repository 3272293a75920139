/// Probes of agreement: a predicate takes the gender and number of its noun, not those of the
/// attractor, the noun right before the place.
///
/// The twin of an item keeps the attractor and the words after the noun, and its noun agrees with
/// the attractor: "A mesa perto dos armários" and "Os bancos perto dos armários", each with
/// " está limpa." and " estão limpos.". So neither the last words nor their form decide. The place
/// comes before the verb, whose number would give a part of the answer away. A model that always
/// follows the attractor scores one half; one that is right on all twins that agree scores
/// (1 + a) / 2 with a share a of the others.
enum AgreementProbes {
  /// The first item of the pair has the attractor of another form.
  static func pair(
    _ turn: Int, in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    // In two turns each of the four forms is right once.
    let kind = ProbeFamily.agreement.kinds[turn / 2 % 3]
    let start = Form(turn, in: kind)
    let form = Bool.random(using: &generator) ? start : start.contrast(in: kind)
    let other = form.contrast(in: kind)

    let attractors = Thing.all(other.gender)
    let attractor = attractors.drawn(using: &generator)
    let noun = Thing.random(form.gender, near: attractor, in: half, using: &generator)
    let agreeing =
      kind == .number
      ? noun : Thing.random(other.gender, near: attractor, in: half, using: &generator)
    let link = links.drawn(using: &generator)
    let predicate = predicates.drawn(using: &generator)
    let rest = " \(link) \(attractor.afterDe(other))"
    return ProbePair(
      kind, distance: rest.wordCount, noun.subject(form) + rest, agreeing.subject(other) + rest,
      continuations: (predicate.text(form), predicate.text(other)))
  }

  /// What leads from the noun to the attractor without a sign of gender or number.
  private static let links = [
    "perto", "junto", "ao lado", "atrás", "mesmo atrás", "longe", "não muito longe", "em frente",
    "que vi ontem perto", "que deixei ao lado", "que encontrei junto", "que coloquei em frente",
    "que vimos ontem ao lado",
  ]

  private static let predicates = [
    Predicate("está", "estão", "limp"), Predicate("está", "estão", "suj"),
    Predicate("está", "estão", "molhad"), Predicate("está", "estão", "estragad"),
    Predicate("foi", "foram", "vendid"), Predicate("foi", "foram", "comprad"),
    Predicate("foi", "foram", "pintad"), Predicate("foi", "foram", "escolhid"),
    Predicate("foi", "foram", "oferecid"), Predicate("foi", "foram", "roubad"),
    Predicate("é", "são", "bonit"), Predicate("é", "são", "car"), Predicate("é", "são", "antig"),
    Predicate("é", "são", "pequen"), Predicate("era", "eram", "fei"),
    Predicate("era", "eram", "nov"), Predicate("parece", "parecem", "velh"),
    Predicate("parece", "parecem", "perfeit"), Predicate("ficou", "ficaram", "manchad"),
    Predicate("ficou", "ficaram", "esquecid"),
  ]
}

/// A verb and the stem of an adjective or participle.
private struct Predicate: Sendable {
  private let singular: String
  private let plural: String
  private let stem: String

  init(_ singular: String, _ plural: String, _ stem: String) {
    self.singular = singular
    self.plural = plural
    self.stem = stem
  }

  func text(_ form: Form) -> String {
    " \(form.isPlural ? plural : singular) \(stem)\(form.ending)."
  }
}
