/// Limits on the search effort of one completion.
package struct CompletionOptions: Sendable, Hashable {
  /// The number of words for the first blank that are weighed with the text on their right; a quarter
  /// for each filled text at later ones.
  package var wordsPerBlank = 96
  /// The number of partly filled texts kept from one blank to the next, shared among the blanks.
  package var beamWidth = 16
  /// What of the text to the right of a blank weighs in.
  package var rightContext = TextBound(characters: 80)
  /// What the model reads before the first place.
  package var leftContext = TextBound.context
  /// What the model reads between two places in each partly filled text. After a longer text the
  /// words before it no longer matter: only the best filling goes on, and reads the end of the text.
  package var betweenContext = TextBound(characters: 500)
  /// The most places of one text.
  package var maximumBlanks = 16
  /// The most characters that finish a sentence.
  package var sentenceLimit = 120
  /// A filled text whose probability falls behind the best one's by this factor, as a natural
  /// logarithm, is given up.
  package var margin = 12.0

  /// The default options, for answers in less than a second.
  package init() {}
}
