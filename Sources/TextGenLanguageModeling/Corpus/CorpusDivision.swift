// Which part of which text of a corpus is held out. A text of some length gives its end; of many short
// ones, such as poems or articles, a few are held out whole, chosen by what they say and not by where
// they are, so that they are spread over the corpus, whatever its order.

/// The places where the texts of a corpus are cut.
struct CorpusDivision {
  /// For each text, in order, the offset at which its held-out part begins: 0 for all of it.
  private(set) var cuts: [Int] = []
  /// Texts that are held out whole.
  private(set) var wholeTexts = 0

  /// What decides where a text is cut.
  struct Text {
    let byteCount: Int
    let hash: UInt64
    /// After the line end nearest to the wanted place, however far.
    let lineCut: Int
    /// At a place that holds out about as much as is wanted.
    let soundCut: Int

    init(_ bytes: [UInt8], hash: UInt64, fraction: Double) {
      byteCount = bytes.count
      self.hash = hash
      lineCut = CorpusSplit.nearestLine(in: bytes, fraction: fraction)
      soundCut = CorpusSplit.offset(in: bytes, fraction: fraction)
    }
  }

  /// Bytes of which a text's own held-out part is too short to measure anything.
  private static let shortPart = 500.0

  /// The division of `texts` that holds out about `fraction` of them all.
  init(_ texts: [Text], fraction: Double, by rule: CorpusOptions.Division) {
    guard rule == .sound, fraction > 0 else {
      cuts = texts.map { fraction > 0 ? $0.lineCut : $0.byteCount }
      return
    }
    let short = texts.indices.filter { Double(texts[$0].byteCount) * fraction < Self.shortPart }
    guard let whole = Self.chosen(of: short, texts, fraction) else {
      cuts = Self.ends(texts, fraction)
      return
    }
    cuts = texts.map(\.soundCut)
    for index in short { cuts[index] = whole.contains(index) ? 0 : texts[index].byteCount }
    wholeTexts = whole.count
  }

  /// The texts of `short` that are held out whole, in the order of their hashes until they are about
  /// `fraction` of all; nil where one of them is too much.
  private static func chosen(of short: [Int], _ texts: [Text], _ fraction: Double) -> Set<Int>? {
    let total = short.reduce(0) { $0 + texts[$1].byteCount }
    let wanted = fraction * Double(total)
    guard fraction * Double(short.count) >= 1 else { return nil }
    var chosen: Set<Int> = []
    var held = 0
    for index in short.sorted(by: { (texts[$0].hash, $0) < (texts[$1].hash, $1) }) {
      let more = held + texts[index].byteCount
      guard abs(Double(more) - wanted) < abs(Double(held) - wanted) else { continue }
      held = more
      chosen.insert(index)
    }
    return CorpusSplit.isSound(held: held, wanted: wanted) ? chosen : nil
  }

  /// The end of each text; where a text is less than a hundredth of all, its last line may be longer
  /// than is wanted, as long as all of them together are not.
  private static func ends(_ texts: [Text], _ fraction: Double) -> [Int] {
    let total = texts.reduce(0) { $0 + $1.byteCount }
    let cuts = texts.map { 100 * $0.byteCount < total ? $0.lineCut : $0.soundCut }
    let held = zip(texts, cuts).reduce(0) { $0 + $1.0.byteCount - $1.1 }
    return CorpusSplit.isSound(held: held, wanted: fraction * Double(total))
      ? cuts : texts.map(\.soundCut)
  }
}
