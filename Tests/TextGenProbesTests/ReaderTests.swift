import Testing
import TextGenProbes

/// A reader who knows the rules, written without the generator, finds each right answer.
struct ReaderTests {
  @Test(arguments: ProbeKind.allCases)
  func `a reader answers every item right`(_ kind: ProbeKind) throws {
    let items = Sample.items(kind)
    #expect(items.count >= 20)
    for item in items {
      let answer = try #require(read(item))
      #expect(item.alternatives[item.rightIndex] == answer, "\(item.context)")
    }
    let score = Sample.score(items) { read($0) == $1 ? -1 : -2 }
    #expect(score.accuracy(of: kind)?.share == 1)
  }

  /// The continuation that the rules of the kind ask for.
  private func read(_ item: ProbeItem) -> String? {
    let words = item.context.plainWords
    func choose(_ isRight: (String) -> Bool) -> String? {
      let right = item.alternatives.filter { isRight($0.plainWords.last ?? $0) }
      return right.count == 1 ? right[0] : nil
    }
    switch item.kind {
    case .language:
      let country = Country.all.first { item.context.contains(" \($0.name).") }
      return choose { $0 == country?.language }
    case .name: return choose(words.contains)
    case .verbNumber: return choose { $0.hasSuffix("m") == words[0].hasSuffix("s") }
    case .gender, .number, .genderAndNumber:
      return choose { $0.hasSuffix(words[0]) }
    case .quotationMarks, .roundAndSquare, .mixedMarks:
      let closing: [Character: String] = ["«": "».", "“": "”.", "(": ").", "[": "]."]
      let open = item.context.last { closing[$0] != nil }
      return item.alternatives.first { $0 == open.flatMap { closing[$0] } }
    case .verdict:
      let isGood = Self.good.contains { $0 != denied(words) && words.contains($0) }
      return choose { ["gostei", "adorei", "elogiei", "aprovei"].contains($0) == isGood }
    case .comparison: return comparison(words).flatMap { noun in choose { $0 == noun } }
    case .sequence:
      let places = item.alternatives.compactMap { words.firstIndex(of: $0.plainWords[0]) }
      let isReversed =
        item.context.contains(" sem antes ")
        || item.context.contains(" depois de ") && !item.context.contains(" só depois")
      let asksFirst =
        item.context.contains(". A primeira") || item.context.hasSuffix("primeiro foi")
      let index = (places[0] < places[1]) == (asksFirst != isReversed) ? 0 : 1
      return item.alternatives[index]
    }
  }

  private static let good = [
    "bom", "boa", "excelente", "maravilhoso", "maravilhosa", "agradável", "interessante",
    "encantador", "encantadora", "divertido", "divertida", "brilhante", "emocionante",
    "fascinante", "magnífico", "magnífica",
  ]

  /// The adjective that a sentence says does not fit.
  private func denied(_ words: [String]) -> String? {
    switch words[0] {
    case "de": return words[1]
    case "esperava": return words[3]
    case "todos": return words[4]
    default:
      guard
        let marker = words.firstIndex(where: { ["nada", "nunca", "não", "menos"].contains($0) })
      else { return nil }
      return words[marker + 1] == "foi" ? words[marker + 2] : words[marker + 1]
    }
  }

  /// The person who has the quality that the question asks for.
  private func comparison(_ words: [String]) -> String? {
    let quality = words[words.count - 3]
    let statement = Array(words.dropLast(5))
    let verbs: Set = ["é", "sempre", "foi", "acho", "mais", "mas", "e", "o", "a", "do", "que"]
    let end = statement.firstIndex(of: quality) ?? statement.count
    return statement[..<end].last { !verbs.contains($0) }
  }
}
