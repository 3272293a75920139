import TextGenTokenization
package import TextGenWords

extension Lexicon {
  /// The words that a model of files and of the text files of folders would know, one file in memory
  /// at a time.
  ///
  /// - Throws: `CorpusError` for what cannot be read, and where there is no word.
  package init(contentsOf paths: [String]) throws(CorpusError) {
    var counts = WordCounts()
    for path in try CorpusFiles(paths).paths {
      let file = try CorpusSource(path: path).read(encoding: nil)
      var pieces = TextPieces(file.bytes)
      var piece: [UInt8] = []
      while pieces.next(into: &piece) { counts.add(piece) }
    }
    self = counts.lexicon()
    guard count > 0 else { throw .empty(name: paths.joined(separator: ", ")) }
  }
}
