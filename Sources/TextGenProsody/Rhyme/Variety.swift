/// Whose pronunciation a rhyme must hold in.
package enum Variety: String, Sendable, Hashable, CaseIterable {
  case brazil = "pt-br"
  case portugal = "pt-pt"
}

/// Where a rhyme must hold.
package enum Strictness: String, Sendable, Hashable, CaseIterable {
  case brazil = "pt-br"
  case portugal = "pt-pt"
  case both

  var varieties: [Variety] {
    switch self {
    case .brazil: [.brazil]
    case .portugal: [.portugal]
    case .both: [.brazil, .portugal]
    }
  }
}
