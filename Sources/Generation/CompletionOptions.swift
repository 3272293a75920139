/// How much work a completion may be.
public struct CompletionOptions: Sendable, Hashable {
  /// The number of words for the first blank that are weighed with the text on their right; a quarter
  /// for each filled text at later ones.
  public var wordsPerBlank = 96
  /// The number of partly filled texts kept from one blank to the next, shared among the blanks.
  public var beamWidth = 16
  /// The most characters to the right of a blank that weigh in.
  public var rightContext = 80
  /// The most characters before the first place that the model reads.
  public var leftContext = 4000
  /// The most places of one text.
  public var maximumBlanks = 16
  /// The most characters that finish a sentence.
  public var sentenceLimit = 120
  /// A filled text whose probability falls behind the best one's by this factor, as a natural
  /// logarithm, is given up.
  public var margin = 12.0

  /// The default options, for answers in less than a second.
  public init() {}
}
