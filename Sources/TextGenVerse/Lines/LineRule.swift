package import TextGenProsody

/// What a line has to be, in numbers of a lexicon.
package struct LineRule: Sendable, Hashable {
  /// From which end a line is written: a model of reversed lines begins with the rhyme.
  package enum Direction: String, Sendable, Hashable {
    case forward
    case reversed
  }

  /// With which words the line may end.
  package enum Ending: Sendable, Hashable {
    /// Those of a class.
    case rhyme(Int)
    /// Those of one of some classes.
    case among(Set<Int>)
    /// Those of all other classes.
    case open(excluding: Set<Int>)
  }

  package let metre: Metre
  package let ending: Ending
  /// The folded letter with which the line begins; nil for any.
  package let initial: UInt8?
  /// Whether the word that is stressed on the second syllable is of the class of the last one.
  package let hasInnerRhyme: Bool
  package let direction: Direction

  package init(
    _ metre: Metre, ending: Ending, initial: UInt8? = nil, hasInnerRhyme: Bool = false,
    direction: Direction = .forward
  ) {
    self.metre = metre
    self.ending = ending
    self.initial = initial
    self.hasInnerRhyme = hasInnerRhyme
    self.direction = direction
  }
}
