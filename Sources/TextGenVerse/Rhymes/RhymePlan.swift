/// Which class of words each class of a poem's lines gets.
package struct RhymePlan: Sendable, Hashable {
  /// The class of words by the class of lines.
  package private(set) var classes: [Int: Int] = [:]

  package init() {}

  /// Gives the lines of `group` the class of words `number`.
  package mutating func set(_ group: Int, to number: Int) { classes[group] = number }

  /// Forgets the classes of `groups`.
  package mutating func forget(_ groups: some Sequence<Int>) {
    for group in groups { classes[group] = nil }
  }

  /// The classes of words that a group of `lines` lines may have, one of `groupCount`.
  ///
  /// A class is used once, and one of `closed` never; none with an easy ending once a third of the poem's
  /// classes have such endings. All have more words than are needed, if there are such classes.
  package func open(
    lines: Int, of groupCount: Int, from lexicon: VerseLexicon, closed: Set<Int>
  ) -> Set<Int> {
    let taken = Set(classes.values).union(closed)
    let hasEnoughEasy =
      classes.values.count { lexicon.isEasy(class: $0) } >= groupCount / 3
    let left = lexicon.classes.indices.filter { number in
      !taken.contains(number) && lexicon.classes[number].count >= lines
        && !(hasEnoughEasy && lexicon.isEasy(class: number))
    }
    let wide = left.filter { lexicon.classes[$0].count >= lines + Self.spareWords }
    return Set(wide.count >= Self.fewestWideClasses ? wide : left)
  }

  /// Draws a class of words for `group`, which has `lines` lines.
  ///
  /// The more probable the words of a class are, the likelier it is drawn; those with an easy ending less
  /// so.
  ///
  /// - Parameter weight: what a class is worth besides its words.
  /// - Returns: false where no class that is left has a word for each line.
  package mutating func draw(
    _ group: Int, lines: Int, of groupCount: Int, from lexicon: VerseLexicon,
    closed: Set<Int> = [], weight: (Int) -> Double = { _ in 1 },
    using generator: inout some RandomNumberGenerator
  ) -> Bool {
    let candidates = open(lines: lines, of: groupCount, from: lexicon, closed: closed).sorted()
    let weights = candidates.map { number in
      lexicon.mass(ofClass: number).squareRoot() * weight(number)
        * (lexicon.isEasy(class: number) ? Self.easyWeight : 1)
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return false }
    // 53 bits, so that every value is exact and less than 1.
    var rest = Double(generator.next() >> 11) * 0x1p-53 * total
    for (candidate, weight) in zip(candidates, weights) {
      rest -= weight
      if rest < 0 {
        classes[group] = candidate
        return true
      }
    }
    classes[group] = candidates.last
    return true
  }

  /// So many words more than lines, and a search has something to choose from.
  private static let spareWords = 5
  /// With fewer classes of so many words all poems would rhyme alike.
  private static let fewestWideClasses = 12
  private static let easyWeight = 1.0 / 3
}

extension VerseLexicon {
  /// The sum of the probabilities of the words of a class that are used in plans: its most probable ones.
  func mass(ofClass number: Int) -> Double {
    classes[number].prefix(Self.plannedWords).reduce(0) {
      $0 + Double(exponential(self[$1].logProbability))
    }
  }

  /// The logarithm of the probability of the worst word that so many lines need, with two to choose from, and
  /// what it is worth besides.
  package func plenty(
    ofClass number: Int, lines: Int, worth: (WordID) -> Double
  ) -> Double {
    let members = classes[number].prefix(Self.plannedWords)
    let values = members.map { Double(self[$0].logProbability) + worth($0) }.sorted(by: >)
    return values.prefix(lines + 2).last ?? -.infinity
  }

  /// The classes whose words are the most probable, these first.
  package var commonestClasses: [Int] {
    let masses = classes.indices.map { mass(ofClass: $0) }
    return Array(
      classes.indices.sorted { masses[$0] != masses[$1] ? masses[$0] > masses[$1] : $0 < $1 }
        .prefix(Self.commonClasses))
  }

  private static let commonClasses = 30

  /// Whether most words of a class have an ending that rhymes too easily.
  func isEasy(class number: Int) -> Bool {
    classes[number].count { self[$0].isEasy || self[$0].isInflected } * 2 > classes[number].count
  }

  private static let plannedWords = 40
}
