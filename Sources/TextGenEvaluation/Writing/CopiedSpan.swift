/// The longest stretch that passages share with a text that a model was trained on.
package struct CopiedSpan: Sendable, Hashable, Codable {
  /// Its code points; 0 where not one is shared.
  package var characters: Int
  /// What it says.
  package var text: String

  /// The longest stretch of code points of one of `passages` that stands in `training`: the first
  /// one there, where several are that long.
  ///
  /// A stretch of n code points is shared only if one of n - 1 is, so that the length is found by
  /// halving, after doubling: about ten readings of `training`.
  init(longestOf passages: Passages, in training: [Unicode.Scalar]) {
    var best: (text: Int, range: Range<Int>) = (0, 0..<0)
    var refused = 1 + (passages.texts.map(\.count).max() ?? 0)
    while best.range.count + 1 < refused {
      let length = min((best.range.count + refused) / 2, max(16, 2 * best.range.count))
      let table = StretchTable(passages.texts, length: length)
      var found: (text: Int, range: Range<Int>)?
      table.forEachShared(with: training) { number, offset in
        let place = table.places[number]
        let own = passages.texts[place.text]
        let range = place.offset..<place.offset + length
        let rest = zip(own[range.upperBound...], training[(offset + length)...])
        let more = rest.prefix { $0 == $1 }.count
        found = (place.text, range.lowerBound..<range.upperBound + more)
        return false
      }
      if let found { best = found } else { refused = length }
    }
    characters = best.range.count
    text = best.range.isEmpty ? "" : String(passages.texts[best.text][best.range])
  }
}
