public import Tokenization

/// How a corpus is read and divided.
public struct CorpusOptions: Sendable, Hashable {
  /// Where the validation text comes from.
  public enum Validation: Sendable, Hashable {
    /// The last part of each file, cut at a line end: 0, which means none, to below 1.
    case fraction(Double)
    /// Files or folders of their own.
    case files([String])
  }

  /// How the files are encoded; nil is UTF-8. See `TextFile`.
  public var encoding: String?
  /// Where the validation text comes from.
  public var validation: Validation

  /// Options with the usual defaults: UTF-8, the last 5 % for validation.
  public init(encoding: String? = nil, validation: Validation = .fraction(0.05)) {
    self.encoding = encoding
    self.validation = validation
  }
}

/// Where the tokenizer of a corpus comes from.
public enum CorpusTokenizer: Sendable {
  /// It is learned from the training part, with the limits of `TokenizerTrainer`.
  case learned(TokenUnit, minimumCount: Int? = nil, maximumSize: Int? = nil)
  /// It is given: that of a model whose training goes on.
  case given(any Tokenizer)
  /// It is given and keeps its tokens; those that the training part needs besides are appended, with
  /// the limits of `TokenizerTrainer`.
  case extended(any Tokenizer, minimumCount: Int? = nil, maximumSize: Int? = nil)
}
