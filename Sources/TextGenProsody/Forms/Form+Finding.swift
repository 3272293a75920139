extension Form {
  /// The poems in `text`, each scanned with the form: stanzas that have its lines, at least three quarters of
  /// them in its metre. Whether they rhyme isn't asked, and titles between them are passed over.
  ///
  /// - Parameter lengths: the lines of the stanzas of a poem.
  package func poems(
    in text: String, lengths: [Int], strictness: Strictness = .both
  ) -> [ScannedPoem] {
    guard !lengths.isEmpty else { return [] }
    let scanner = PoemScanner(form: self, strictness: strictness)
    let stanzas = Poem.poems(in: text, titles: .none).flatMap { $0.stanzas }
    var found: [ScannedPoem] = []
    var place = 0
    while place + lengths.count <= stanzas.count {
      let part = Array(stanzas[place..<place + lengths.count])
      if part.map(\.count) == lengths {
        let poem = scanner.scan(Poem(stanzas: part))
        if poem.linesInMetre * 4 >= poem.lines.count * 3 {
          found.append(poem)
          place += lengths.count
          continue
        }
      }
      place += 1
    }
    return found
  }
}
