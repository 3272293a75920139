package import TextGenTokenization

/// How a corpus is read and divided.
package struct CorpusOptions: Sendable, Hashable {
  /// Where the validation text comes from.
  package enum Validation: Sendable, Hashable {
    /// The last part of each file, cut at a line end, or whole files where there are many short
    /// ones: 0, which means none, to below 1.
    case fraction(Double)
    /// Files or folders of their own.
    case files([String])
  }

  /// How a fraction is held out.
  package enum Division: Sendable, Hashable {
    /// So that it is about the fraction that was asked for.
    case sound
    /// After the line end that is nearest in each file, however far it is, as the first versions
    /// did: what their runs are resumed with.
    case nearestLines
  }

  /// How the files are encoded; nil is UTF-8. See `TextFile`.
  package var encoding: String?
  /// Where the validation text comes from.
  package var validation: Validation
  /// How a fraction is held out.
  package var division: Division
  /// How often an epoch reads which texts of the training part; without any, each text is read once per
  /// epoch, one after the other. With shares, blocks of all texts are mixed.
  package var shares: [CorpusShare]
  /// Files or folders of further texts of which only n-grams are counted.
  package var ngramTexts: [String]

  /// Options with the usual defaults: UTF-8, the last 5 % for validation.
  package init(
    encoding: String? = nil, validation: Validation = .fraction(0.05), division: Division = .sound,
    shares: [CorpusShare] = [], ngramTexts: [String] = []
  ) {
    self.encoding = encoding
    self.validation = validation
    self.division = division
    self.shares = shares
    self.ngramTexts = ngramTexts
  }
}

/// Where the tokenizer of a corpus comes from.
package enum CorpusTokenizer: Sendable {
  /// It is learned from the training part, with the limits of `TokenizerTrainer`.
  case learned(TokenUnit, minimumCount: Int? = nil, maximumSize: Int? = nil)
  /// It is given: that of a model whose training goes on.
  case given(any Tokenizer)
  /// It is given and keeps its tokens; those that the training part needs besides are appended, with
  /// the limits of `TokenizerTrainer`.
  case extended(any Tokenizer, minimumCount: Int? = nil, maximumSize: Int? = nil)
}
