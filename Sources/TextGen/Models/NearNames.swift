import TextGenTokenization

/// Names that somebody may have meant.
package enum NearNames {
  /// Those of `names` that differ from `name` by accents, by case, by a few letters or by their end,
  /// nearest first, at most three.
  package static func of(_ name: String, among names: [String]) -> [String] {
    let wanted = folded(name)
    let near = names.map { (name: $0, distance: distance(wanted, folded($0))) }
      .filter {
        $0.distance <= max(1, wanted.count / 3) || isBeginning(wanted, of: folded($0.name))
      }
      .sorted { $0.distance < $1.distance }
    return near.prefix(3).map(\.name)
  }

  private static func isBeginning(_ text: [Unicode.Scalar], of whole: [Unicode.Scalar]) -> Bool {
    text.count >= 3 && whole.starts(with: text)
  }

  /// The letters of `name` in lower case and without accents.
  private static func folded(_ name: String) -> [Unicode.Scalar] {
    UnicodeForm.decomposed(name.lowercased()).unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }

  /// How many letters to add, to remove, to change or to swap with the next one make one text of the other
  /// (Damerau 1964); no letter is swapped and changed.
  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    guard first.count <= 100, second.count <= 100 else { return .max }
    // The rows of the table before the last one, the last one, and the one that is made.
    var (earlier, last, row) = ([Int](), [Int](), Array(0...second.count))
    for (index, letter) in first.enumerated() {
      (earlier, last) = (last, row)
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let changed = last[column] + (letter == other ? 0 : 1)
        row[column + 1] = min(changed, last[column + 1] + 1, row[column] + 1)
        if index > 0, column > 0, letter == second[column - 1], other == first[index - 1] {
          row[column + 1] = min(row[column + 1], earlier[column - 1] + 1)
        }
      }
    }
    return row[second.count]
  }
}
