extension NGramModel {
  /// What is wrong with levels that were read from somewhere; nil where a model can be made of them.
  public static func flaw(single: [Float], levels: [Level]) -> String? {
    guard (2...maximumOrder).contains(levels.count) else {
      return "it has \(levels.count) levels, expected 2 to \(maximumOrder)"
    }
    guard (1...maximumVocabulary).contains(single.count) else {
      return "its vocabulary has \(single.count) tokens"
    }
    guard single.allSatisfy({ $0 > 0 && $0 <= 1 }) else {
      return "a probability of a single token is not above 0 and at most 1"
    }
    for (number, level) in levels.enumerated() {
      let next = number + 1 < levels.count ? levels[number + 1].tokens.count : nil
      if let flaw = level.flaw(vocabularySize: single.count, nextCount: next) {
        return "level \(number + 1): " + flaw
      }
    }
    return nil
  }
}

extension NGramModel.Level {
  /// What is wrong with this level before one of `nextCount` nodes; nil for the last.
  fileprivate func flaw(vocabularySize: Int, nextCount: Int?) -> String? {
    let count = tokens.count
    guard tokens.allSatisfy({ Int($0) < vocabularySize }) else {
      return "a token is beyond the vocabulary of \(vocabularySize)"
    }
    guard probabilities.count == count else {
      return "\(probabilities.count) probabilities for \(count) n-grams"
    }
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
