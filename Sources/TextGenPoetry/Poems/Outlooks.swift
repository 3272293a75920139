import Synchronization
import TextGenProsody
import TextGenVerse

/// Tables of outlooks, each made when a line first needs it.
final class Outlooks: Sendable {
  private struct Key: Hashable {
    let metre: Metre
    /// The class of the last word; nil for words of any class.
    let rhyme: Int?
  }

  private let lexicon: VerseLexicon
  private let inner: [OutlookTable.Choice]
  private let tables = Mutex<[Key: OutlookTable]>([:])

  init(_ lexicon: VerseLexicon) {
    self.lexicon = lexicon
    inner = lexicon.innerChoices
  }

  /// The table of lines of `metre` that end with a word of the class `rhyme`, or with any.
  func table(_ metre: Metre, rhyme: Int?) -> OutlookTable {
    let key = Key(metre: metre, rhyme: rhyme)
    if let known = tables.withLock({ $0[key] }) { return known }
    let members = rhyme.map { lexicon.classes[$0] } ?? lexicon.words.indices.map { WordID($0) }
    let table = OutlookTable(
      StressDemand(metre), of: lexicon.shapes, inner: inner, last: lexicon.lastChoices(members))
    tables.withLock { $0[key] = table }
    return table
  }
}
