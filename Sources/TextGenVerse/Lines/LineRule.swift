package import TextGenProsody

/// What a line has to be, in numbers of a lexicon.
package struct LineRule: Sendable, Hashable {
  /// With which words the line may end.
  package enum Ending: Sendable, Hashable {
    /// Those of a class.
    case rhyme(Int)
    /// Those of one of some classes.
    case among(Set<Int>)
    /// Those of all other classes.
    case open(excluding: Set<Int>)
  }

  let metre: Metre
  let ending: Ending
  /// The folded letter with which the line begins; nil for any.
  let initial: UInt8?
  /// Whether the word that is stressed on the second syllable is of the class of the last one.
  let hasInnerRhyme: Bool

  package init(
    _ metre: Metre, ending: Ending, initial: UInt8? = nil, hasInnerRhyme: Bool = false
  ) {
    self.metre = metre
    self.ending = ending
    self.initial = initial
    self.hasInnerRhyme = hasInnerRhyme
  }
}
