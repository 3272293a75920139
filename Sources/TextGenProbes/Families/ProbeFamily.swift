/// What a probe asks of a language model.
package enum ProbeFamily: String, Sendable, Hashable, Codable, CaseIterable {
  /// A cue and its echo, with a known number of words between them.
  case longRange
  /// Two contexts of the same words whose order alone decides.
  case order
  /// A predicate that agrees with a noun across another noun.
  case agreement
  /// A closing mark that fits the opening one.
  case brackets

  /// The kinds of the family.
  package var kinds: [ProbeKind] { ProbeKind.allCases.filter { $0.family == self } }

  /// The distances of the test items, or none where a distance follows from the words drawn.
  ///
  /// In words between cue and place for `longRange`, in characters between the opening mark and the
  /// place for `brackets`.
  package var testDistances: [Int] {
    switch self {
    case .longRange: [1, 2, 3, 5, 8, 12, 20, 30, 45, 60]
    case .brackets: [5, 10, 20, 40, 80]
    case .order, .agreement: []
    }
  }

  /// The distances of the training lines, in the units of `testDistances`; one that stands here several
  /// times is drawn as often.
  ///
  /// Short ones are: over 30 words a network finds nothing to learn from before it knows, from a few words,
  /// what goes with what.
  package var trainingDistances: [Int] {
    switch self {
    case .longRange: (1...60).flatMap { Array(repeating: $0, count: max(1, 30 / $0)) }
    case .brackets: Array(5...80).filter(BracketProbes.phrases.canFill)
    case .order, .agreement: []
    }
  }
}

/// A kind of probe within a family.
///
/// Both items of a pair are of one kind, so a model that does not see what tells them apart answers
/// one half of a kind right, too.
package enum ProbeKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// The language of a country named before.
  case language
  /// A person named before, against another of the same gender.
  case name
  /// The singular or plural verb of a subject.
  case verbNumber
  /// Approval or disapproval of what is said to be good and not bad, or bad and not good.
  case verdict
  /// Who of two has a quality.
  case comparison
  /// What is done first or last of two things.
  case sequence
  /// A noun and an attractor of other genders and the same number.
  case gender
  /// A noun and an attractor of other numbers and the same gender.
  case number
  /// A noun and an attractor of other genders and other numbers.
  case genderAndNumber
  /// » against ”.
  case quotationMarks
  /// ) against ].
  case roundAndSquare
  /// A closing quotation mark against a closing bracket.
  case mixedMarks

  /// The family of the kind.
  package var family: ProbeFamily {
    switch self {
    case .language, .name, .verbNumber: .longRange
    case .verdict, .comparison, .sequence: .order
    case .gender, .number, .genderAndNumber: .agreement
    case .quotationMarks, .roundAndSquare, .mixedMarks: .brackets
    }
  }
}
