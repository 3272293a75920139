/// What each move costs, in tenths.
///
/// The order of the costs follows the *Decálogo da Metrificação* of the União Brasileira de
/// Trovadores: unstressed vowels join, stressed and unstressed may, stressed ones don't, a rising
/// group may contract, a falling one may not. The values were tuned on verse whose form gives the
/// count.
enum MeetingCosts {
  /// Two words meet: `left` ends in a vowel and `right` begins with one.
  static func between(_ left: Atom, _ right: Atom, _ pause: Pause) -> Meeting {
    let gap = [0, 2, 5][pause.rawValue]
    var (join, apart) = costs(left, right)
    join += gap
    apart = max(0, apart - gap)
    let kind = joinKind(left, right)
    return Meeting(
      joined: Move(cost: join, join: kind, licence: left.isNasal ? .nasal : .sinalefa),
      apart: Move(cost: apart, licence: .dialefa))
  }

  private static func costs(_ left: Atom, _ right: Atom) -> (join: Int, apart: Int) {
    if left.isNasal { return right.stress.isProminent ? (30, 0) : (25, 0) }
    if left.closesDiphthong { return left.stress == .strong ? (12, 0) : (10, 1) }
    switch (left.stress, right.stress) {
    // The e of *de, que, se* is lost more easily than an article.
    case (.clitic, .strong): return left.vowel == .e ? (4, 6) : (8, 4)
    case (.clitic, .weak): return (2, 8)
    case (.weak, .weak): return (8, 3)
    case (.weak, .strong), (.strong, .weak): return (12, 2)
    case (.strong, .strong): return (15, 1)
    case (.weak, _): return (4, 8)
    case (.strong, _): return (7, 9)
    case (_, .strong): return (5, 9)
    case (_, .weak): return (2, 12)
    default: return (0, 20)
    }
  }

  private static func joinKind(_ left: Atom, _ right: Atom) -> JoinKind {
    if left.vowel == right.vowel { return .crase }
    let isLost = left.vowel == .a && !left.stress.isProminent && !left.isGlide
    return isLost && right.vowel == .e ? .elisao : .sinalefa
  }

  /// *com* before a vowel, also written *co'*.
  static func afterCom(_ right: Atom) -> Meeting {
    let isArticle = right.vowel == .a || right.vowel == .o
    return Meeting(
      joined: Move(cost: isArticle ? 10 : 20, licence: .nasal),
      apart: Move(cost: isArticle ? 3 : 0))
  }

  /// Two vowels of one word that are two syllables.
  static func hiatus(_ left: Atom, _ right: Atom) -> Meeting {
    Meeting(joined: Move(cost: synaeresis(left, right), licence: .sinerese), apart: .free)
  }

  private static func synaeresis(_ left: Atom, _ right: Atom) -> Int {
    if left.closesDiphthong { return 30 }
    if left.stress == .weak || left.stress == .clitic { return 12 }
    if left.stress == .strong { return 22 }
    guard right.stress.isProminent else { return 12 }
    if right.vowel == .i || right.vowel == .u { return right.stress == .weak ? 8 : 24 }
    return left.vowel == .i || left.vowel == .u ? 16 : 20
  }

  /// An unstressed vowel between a consonant and r: *esp'rança, exp'rimentar*.
  static let syncope = Meeting(joined: Move(cost: 18, licence: .sincope), apart: .free)

  /// Two vowels with an apostrophe between them, *co'o*.
  static let apostrophe = Meeting(
    joined: Move(cost: 0, join: .elisao), apart: Move(cost: 10, licence: .dialefa))

  /// A falling diphthong of one word, *vaidade*.
  static let falling = Meeting(joined: .free, apart: Move(cost: 25, licence: .dierese))

  /// The end of *cílio* inside a line.
  static let rising = Meeting(
    joined: Move(cost: 0, join: .ditongo), apart: Move(cost: 15, licence: .dierese))

  /// The end of *gloria*, whose stress is open.
  static let open = Meeting(joined: Move(cost: 3, join: .ditongo), apart: Move(cost: 2))

  /// The end of *cílio* at the end of a line.
  static let risingAtEnd = Meeting(joined: Move(cost: 0, join: .ditongo), apart: nil)
}
