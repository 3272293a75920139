import TextGenTokenization

/// All that a corpus holds, as text: what the samples of a model are compared with.
package struct CorpusText: Sendable {
  /// The code points of all texts in NFC, line ends LF; each text begins on a line of its own.
  package let scalars: [Unicode.Scalar]
  /// What the reader should know about the files.
  package let warnings: [CorpusWarning]

  /// Reads files and the text files of folders, whole: nothing is held out.
  ///
  /// - Throws: `CorpusError` for what cannot be read, and where there is nothing but white space.
  package init(contentsOf paths: [String], encoding: String? = nil) throws(CorpusError) {
    var scalars: [Unicode.Scalar] = []
    let files = try CorpusFiles(paths)
    var warnings = files.warnings
    for path in files.paths {
      let file = try CorpusSource(path: path).read(encoding: encoding)
      warnings += file.warnings.map(CorpusWarning.file)
      if let last = scalars.last, last != "\n" { scalars.append("\n") }
      var pieces = TextPieces(file.bytes)
      var piece: [UInt8] = []
      while pieces.next(into: &piece) {
        scalars += String(decoding: piece, as: UTF8.self).unicodeScalars
      }
    }
    guard scalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(name: paths.joined(separator: ", "))
    }
    self.scalars = scalars
    self.warnings = warnings
  }
}
