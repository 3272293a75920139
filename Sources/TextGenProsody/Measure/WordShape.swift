/// What a word adds to a line: its syllables and how it meets its neighbours.
///
/// A word has a shape where only one count of its syllables is likely: at each meeting of vowels in it
/// one way is cheaper than the other by `LineFit.clearMargin` and is no licence. Many words share one.
package struct WordShape: Sendable, Hashable {
  /// Whether each syllable can bear a stress of the line; at the end of a line up to its last stress.
  package let stresses: [Bool]
  /// How the word begins; nil for a consonant, which keeps it apart from the word before.
  package let opening: WordOpening?
  /// How the word ends; nil at the end of a line.
  package let edge: WordEdge?

  /// Where a word is in its line.
  package enum Place: Sendable {
    case inside, end
  }

  /// The shape of `word`; nil where its syllables can be counted in more than one way, where it has none,
  /// or where it can't bear the last stress of a line.
  package init?(_ word: SyllabifiedWord, at place: Place) {
    var builder = LatticeBuilder(.modern)
    builder.append(word, isLast: place == .end, movesStress: false, after: .space)
    guard let first = builder.atoms.first, let edge = builder.previous else { return nil }
    var stresses = [first.stress.isProminent]
    var last = first.stress.isProminent ? 1 : 0
    for (meeting, atom) in zip(builder.meetings, builder.atoms.dropFirst()) {
      guard let joins = meeting.joins else { return nil }
      if joins {
        stresses[stresses.count - 1] = stresses[stresses.count - 1] || atom.stress.isProminent
      } else {
        stresses.append(atom.stress.isProminent)
      }
      if atom.stress.isProminent { last = stresses.count }
    }
    opening = word.parts.first?.opensWithVowel == true ? WordOpening(atom: first.plain) : nil
    switch place {
    case .inside:
      self.stresses = stresses
      self.edge = WordEdge(
        atom: edge.atom.plain, endsInVowel: edge.endsInVowel, isCom: edge.isCom,
        isElided: edge.isElided)
    case .end:
      guard last > 0 else { return nil }
      self.stresses = Array(stresses.prefix(last))
      self.edge = nil
    }
  }

  /// Whether it is stressed on its last syllable.
  package var isOxytone: Bool { stresses.last == true }

  /// Whether it is stressed on its last syllable but one.
  package var isParoxytone: Bool {
    stresses.count > 1 && stresses[stresses.count - 2] && !isOxytone
  }
}

/// The vowel with which a word begins.
package struct WordOpening: Sendable, Hashable {
  let atom: Atom
}

/// What becomes of the vowels where two words meet.
package enum Junction: UInt8, Sendable {
  /// They stay two syllables.
  case apart
  /// They become one syllable, with two vowels.
  case joined
  /// They become one vowel, as they are equal.
  case fused
  /// People count here in more than one way.
  case unclear
}

extension WordEdge {
  /// What becomes of the vowels where a word with this end meets one with `opening`, nil for a consonant.
  package func junction(with opening: WordOpening?, _ pause: Pause) -> Junction {
    guard let opening else { return .apart }
    switch meeting(opening.atom, pause).joins {
    case nil: return .unclear
    case false?: return .apart
    case true?: return atom.vowel == opening.atom.vowel ? .fused : .joined
    }
  }
}

extension Meeting {
  /// Whether the vowels join; nil where the other way costs nearly the same, or this one is a licence.
  var joins: Bool? {
    guard let joined else { return false }
    guard let apart else { return true }
    let cheaper = min(joined.cost, apart.cost)
    guard abs(joined.cost - apart.cost) >= LineFit.clearMargin, cheaper < Move.dear else {
      return nil
    }
    return joined.cost < apart.cost
  }
}

extension Atom {
  /// As far as meetings depend on it.
  fileprivate var plain: Atom {
    var atom = self
    (atom.text, atom.word, atom.isLastOfWord) = ("", 0, false)
    return atom
  }
}
