/// What stands between a cue and its echo: neutral pieces, then the lead to the echo.
///
/// Neither the pieces together nor the opening with this lead occur in the other half.
struct Stretch {
  /// The place of the opening that the stretch follows.
  let opening: Int
  private let filler: [String]
  private let lead: String

  /// A stretch of exactly `distance` words.
  init(
    _ distance: Int, in half: ProbeHalf, openingCount: Int, leads: [Piece], filler mosaic: Mosaic,
    using generator: inout some RandomNumberGenerator
  ) {
    let fitting = leads.filter { mosaic.canFill(distance - $0.size) }
    precondition(!fitting.isEmpty, "none of \(leads.count) leads fits a distance of \(distance)")
    var opening: Int
    var lead: Piece
    repeat {
      opening = Int.random(in: 0..<openingCount, using: &generator)
      lead = fitting.drawn(using: &generator)
    } while ProbeHalf(placeSum: opening + lead.place) != half
    var filler: [Piece]
    repeat {
      filler = mosaic.fill(distance - lead.size, using: &generator)
    } while !filler.isEmpty && ProbeHalf(placeSum: filler.reduce(0) { $0 + $1.place }) != half
    self.opening = opening
    self.filler = filler.map(\.text)
    self.lead = lead.text
  }

  /// The stretch as sentences.
  var sentences: String { (filler + [lead]).joined(separator: ". ") }

  /// The stretch as clauses after a subject, those that say more about it first.
  var clauses: String {
    guard !filler.isEmpty else { return " " + lead }
    let relative = filler.filter(NeutralClauses.isRelative)
    let other = filler.filter { !NeutralClauses.isRelative($0) }
    return ", " + (relative + other + [lead]).joined(separator: ", ")
  }
}
