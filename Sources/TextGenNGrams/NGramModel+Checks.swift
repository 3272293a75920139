extension NGramModel {
  /// What is wrong with levels that were read from somewhere; nil where a model can be made of them.
  package static func flaw(single: [Float], levels: [Level]) -> String? {
    if let flaw = flaw(single: single, order: levels.count) { return flaw }
    for (number, level) in levels.enumerated() {
      let next = number + 1 < levels.count ? levels[number + 1].tokens.count : nil
      if let flaw = level.flaw(vocabularySize: single.count, nextCount: next) {
        return "level \(number + 1): " + flaw
      }
    }
    return nil
  }

  /// What is wrong with the probabilities of single tokens or the number of levels beside them.
  static func flaw(single: [Float], order: Int) -> String? {
    guard (2...maximumOrder).contains(order) else {
      return "it has \(order) levels, expected 2 to \(maximumOrder)"
    }
    guard (1...maximumVocabulary).contains(single.count) else {
      return "its vocabulary has \(single.count) tokens"
    }
    guard single.allSatisfy({ $0 > 0 && $0 <= 1 }) else {
      return "a probability of a single token is not above 0 and at most 1"
    }
    return nil
  }
}

extension NGramModel.Level {
  /// What is wrong with the number of probabilities.
  var countFlaw: String? {
    probabilities.count == tokens.count
      ? nil : "\(probabilities.count) probabilities for \(tokens.count) n-grams"
  }

  /// What is wrong with this level before one of `nextCount` nodes; nil for the last.
  fileprivate func flaw(vocabularySize: Int, nextCount: Int?) -> String? {
    let count = tokens.count
    guard tokens.allSatisfy({ Int($0) < vocabularySize }) else {
      return "a token is beyond the vocabulary of \(vocabularySize)"
    }
    if let countFlaw { return countFlaw }
    guard let nextCount else { return nil }
    guard backoffs.count == count && children.count == count + 1 else {
      return "\(backoffs.count) backoffs and \(children.count) children for \(count) n-grams"
    }
    guard children.first == 0, children.last.map({ Int($0) }) == nextCount,
      zip(children, children.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return "its children are not the \(nextCount) n-grams of the next level" }
    return nil
  }
}
