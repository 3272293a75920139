package import TextGen

/// Places for candidates: one that stays in the list keeps its place, so that hand and eye find it again.
package struct CandidateSlots: Sendable, Hashable {
  /// The candidates by their places; nil for a free one.
  package private(set) var places: [Candidate?]

  /// So many places, all free.
  package init(count: Int) { places = Array(repeating: nil, count: count) }

  /// Shows the best of `candidates`: new ones take free places, the most probable the first.
  package mutating func show(_ candidates: [Candidate]) {
    let best = candidates.prefix(places.count)
    var next: [Candidate?] = Array(repeating: nil, count: places.count)
    var new: [Candidate] = []
    for candidate in best {
      if let place = places.firstIndex(where: { $0?.word == candidate.word }) {
        next[place] = candidate
      } else {
        new.append(candidate)
      }
    }
    for (candidate, place) in zip(new, next.indices.filter { next[$0] == nil }) {
      next[place] = candidate
    }
    places = next
  }

  /// Frees all places.
  package mutating func clear() { places = Array(repeating: nil, count: places.count) }
}
