// One corpus becomes three texts. Blocks of lines of about 2,000 characters go in turn to the training part
// (eighteen of twenty), the validation part and the test part, so that each part has something of every
// file and neighbours stay together. Probe sentences then stand, a line each, among the training lines.

/// The texts that the models of a comparison learn from and are measured on.
package struct ComparisonTexts: Sendable {
  /// Characters that every part holds at least.
  package static let minimumCharacters = 1_000
  private static let blockLength = 2_000
  private static let blocksOfTurn = 20

  /// What models learn from: the corpus's part and probe sentences.
  package let training: String
  /// What decides when a model is at its best, and what it is measured on at last.
  package let validation, test: String

  /// These texts.
  package init(training: String, validation: String, test: String) {
    self.training = training
    self.validation = validation
    self.test = test
  }

  /// The parts of `lines`, whose line ends are left out.
  ///
  /// - Parameters:
  ///   - probes: lines to stand among those of the training part.
  ///   - share: their characters by all characters of the training part, from 0 to below 1; where `probes`
  ///     are too few, all of them are taken.
  /// - Throws: `ComparisonError.tooSmall`.
  package init(
    _ lines: [String], probes: [String], share: Double,
    using generator: inout some RandomNumberGenerator
  ) throws(ComparisonError) {
    precondition(share >= 0 && share < 1, "a share of \(share)")
    var parts: [[String]] = [[], [], []]
    var (block, length) = (0, 0)
    for line in lines {
      let turn = block % Self.blocksOfTurn
      parts[turn == 9 ? 1 : turn == 19 ? 2 : 0].append(line)
      length += line.unicodeScalars.count + 1
      if length >= Self.blockLength { (block, length) = (block + 1, 0) }
    }
    let sizes = parts.map { $0.reduce(0) { $0 + $1.unicodeScalars.count + 1 } }
    guard sizes.allSatisfy({ $0 >= Self.minimumCharacters }) else {
      throw .tooSmall(
        characters: sizes.reduce(0, +),
        needed: Self.blocksOfTurn * Self.blockLength + Self.minimumCharacters)
    }
    let wanted = Int(Double(sizes[0]) * share / (1 - share))
    var (taken, count) = (0, 0)
    while taken < probes.count, count < wanted {
      count += probes[taken].unicodeScalars.count + 1
      taken += 1
    }
    training = Self.mixed(parts[0], Array(probes[..<taken]), using: &generator)
    validation = parts[1].map { $0 + "\n" }.joined()
    test = parts[2].map { $0 + "\n" }.joined()
  }

  /// `lines` in their order with each of `others` after one of them, drawn at random.
  private static func mixed(
    _ lines: [String], _ others: [String], using generator: inout some RandomNumberGenerator
  ) -> String {
    var after = [[String]](repeating: [], count: lines.count)
    for other in others {
      after[Int.random(in: 0..<lines.count, using: &generator)].append(other)
    }
    return zip(lines, after).map { line, others in
      ([line] + others).map { $0 + "\n" }.joined()
    }.joined()
  }
}

/// Why no comparison can be made.
package enum ComparisonError: Error, Hashable, CustomStringConvertible {
  /// A corpus that leaves a part without enough text.
  case tooSmall(characters: Int, needed: Int)

  /// One sentence: what was found, what is expected and what to do.
  package var description: String {
    switch self {
    case .tooSmall(let characters, let needed):
      "the corpus has \(characters) characters, too few to hold out a twentieth for validation and "
        + "another one for the test; give at least \(needed)"
    }
  }
}
