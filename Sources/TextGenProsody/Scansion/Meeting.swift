/// How two vowels that became one syllable met.
package enum JoinKind: String, Sendable, Hashable {
  /// Equal vowels: *lanterna acesa*.
  case crase
  /// Unequal ones that both stay: *a ilha*.
  case sinalefa
  /// A first vowel that is lost: *barca esguia*.
  case elisao = "elisão"
  /// A rising group at the end of a word: *cílio*.
  case ditongo
}

/// A freedom that a line takes with its sounds.
package enum LicenceKind: String, Sendable, Hashable {
  /// A hiatus inside a word in one syllable.
  case sinerese = "sinérese"
  /// A diphthong inside a word in two.
  case dierese = "diérese"
  /// Vowels of two words kept apart.
  case dialefa
  /// A final nasal dropped before a vowel.
  case nasal
  /// A vowel dropped.
  case sincope = "síncope"
  /// Two stressed vowels in one syllable.
  case sinalefa
  /// The stress moved.
  case deslocamento
}

/// One way through a meeting of vowels.
struct Move: Sendable, Hashable {
  /// In tenths; from `Move.dear` on the move is a licence.
  var cost: Int
  var join: JoinKind?
  var licence: LicenceKind?

  static let dear = 10
  static let free = Move(cost: 0)

  init(cost: Int, join: JoinKind? = nil, licence: LicenceKind? = nil) {
    self.cost = cost
    self.join = join
    self.licence = licence
  }

  var isLicence: Bool { cost >= Self.dear && licence != nil }
}

/// What may happen between two neighbouring vowels of a line; nil is impossible.
struct Meeting: Sendable, Hashable {
  var joined: Move?
  var apart: Move?

  /// Whether the first vowel is dropped: *esp'rança*.
  var dropsVowel: Bool { joined?.licence == .sincope }

  /// Consonants are between the vowels.
  static let consonant = Meeting(joined: nil, apart: .free)
}
