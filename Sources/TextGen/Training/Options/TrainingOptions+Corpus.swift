extension TrainingOptions {
  /// What is read and how it is cut into tokens.
  public struct Corpus: Sendable, Hashable {
    /// Files, folders of `.txt` and `.md` files, or `-` for standard input; one or more.
    public var texts: [String]
    /// How often an epoch reads which of the texts; with shares the texts are mixed.
    public var shares: [Share] = []
    /// What a token is; open: a character.
    public var unit: Unit?
    /// The most tokens of the vocabulary, 2 to 1,048,576; open: 8,192 characters, 20,000 words or 4,000
    /// subwords.
    public var vocabularySize: Int?
    /// Occurrences that a token has at least, 1 to 1e9; open: 2, of characters 2 to 5.
    public var minimumCount: Int?
    /// Files and folders to measure on; empty where a part of the texts is held out.
    public var validationTexts: [String] = []
    /// The part of the texts that is held out, from 0 (nothing) to below 1; open: 0.05.
    public var validationFraction: Double?
    /// The encoding of the texts; open: UTF-8.
    public var encoding: String?

    /// A corpus of `texts`.
    public init(texts: [String]) { self.texts = texts }

    /// The name of the first text, without its folder and its extension.
    public var name: String {
      let path = texts.first ?? "-"
      guard path != "-", path != "/dev/stdin" else { return "stdin" }
      let last = path.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "corpus"
      guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return String(last) }
      return String(last[..<dot])
    }

    /// Whether the vocabulary has limits of its own.
    package var limitsVocabulary: Bool { vocabularySize != nil || minimumCount != nil }
  }

  /// How often an epoch reads the texts at a path.
  public struct Share: Sendable, Hashable {
    /// A text of the corpus, or a folder with texts of it.
    public var path: String
    /// Readings of each text per epoch, 0.001 to 100: at 0.25 another quarter each time.
    public var factor: Double

    /// The share `factor` of what is at `path`.
    public init(path: String, factor: Double) { (self.path, self.factor) = (path, factor) }
  }
}
