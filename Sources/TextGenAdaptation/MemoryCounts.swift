package import TextGenTokenization

/// What a memory has counted, as numbers that a file can hold: sequences of tokens, each after the one that
/// it goes on from, and how often each came. No text is in it but these.
package struct MemoryCounts: Sendable, Hashable {
  /// For each sequence, from 1 on, the number of the one without its last token; 0 where there is none.
  package private(set) var parents: [Int32]
  /// The last token of each sequence.
  package private(set) var tokens: [TokenID]
  /// How often each came.
  package private(set) var counts: [Int32]
  /// What was learned of how much the counts are worth.
  package private(set) var gates: [Float]

  /// Counts of the given sequences.
  package init(parents: [Int32], tokens: [TokenID], counts: [Int32], gates: [Float]) {
    (self.parents, self.tokens, self.counts, self.gates) = (parents, tokens, counts, gates)
  }

  /// The number of sequences.
  package var count: Int { tokens.count }

  /// Whether each sequence comes after the one that it goes on from, and has come.
  package var isConsistent: Bool {
    parents.count == count && counts.count == count
      && parents.indices.allSatisfy { (0...Int32($0)).contains(parents[$0]) && counts[$0] > 0 }
      && tokens.allSatisfy { $0 >= 0 }
  }

  /// The largest id of a token; -1 without sequences.
  package var largestToken: TokenID { tokens.max() ?? -1 }

  /// The tokens of sequence `number`, from 1 on.
  package func sequence(_ number: Int) -> [TokenID] {
    var (found, place): ([TokenID], Int) = ([], number)
    while place > 0 {
      found.append(tokens[place - 1])
      place = Int(parents[place - 1])
    }
    return found.reversed()
  }

  /// Leaves the oldest sequences out that nothing goes on from, until there are at most `limit`.
  package mutating func keepNewest(_ limit: Int) {
    guard count > limit else { return }
    var branches = [Int](repeating: 0, count: count + 1)
    for parent in parents { branches[Int(parent)] += 1 }
    var removed = [Bool](repeating: false, count: count + 1)
    var left = count - limit
    for number in 1...count where left > 0 {
      var place = number
      // A sequence that nothing goes on from any longer is older still.
      while place > 0, place <= number, !removed[place], branches[place] == 0, left > 0 {
        removed[place] = true
        left -= 1
        place = Int(parents[place - 1])
        branches[place] -= 1
      }
    }
    self = without { removed[$0] }
  }

  /// Leaves out the sequences in which one of `pairs` comes, two tokens that follow one another, or one of
  /// `single`.
  package mutating func forget(pairs: Set<[TokenID]>, single: Set<TokenID>) {
    self = without { number in
      let (token, parent) = (tokens[number - 1], Int(parents[number - 1]))
      return single.contains(token) || parent > 0 && pairs.contains([tokens[parent - 1], token])
    }
  }

  /// The same without some sequences, and all that go on from them.
  private func without(_ isRemoved: (Int) -> Bool) -> MemoryCounts {
    var numbers = [Int32](repeating: 0, count: count + 1)
    var kept = MemoryCounts(parents: [], tokens: [], counts: [], gates: gates)
    for number in 1..<count + 1 {
      let parent = Int(parents[number - 1])
      guard parent == 0 || numbers[parent] > 0, !isRemoved(number) else { continue }
      kept.parents.append(numbers[parent])
      kept.tokens.append(tokens[number - 1])
      kept.counts.append(counts[number - 1])
      numbers[number] = Int32(kept.count)
    }
    return kept
  }
}

extension MemoryCounts {
  /// Whether these begin with `earlier`: its sequences with their numbers, which have come at least as often.
  package func goesOn(from earlier: MemoryCounts) -> Bool {
    count >= earlier.count
      && (0..<earlier.count).allSatisfy { index in
        tokens[index] == earlier.tokens[index] && parents[index] == earlier.parents[index]
          && counts[index] >= earlier.counts[index]
      }
  }

  /// Adds what `later` has counted since it was `earlier`, from which it goes on.
  package mutating func add(_ later: MemoryCounts, since earlier: MemoryCounts) {
    func key(_ parent: Int32, _ token: TokenID) -> UInt64 {
      UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: token))
    }
    var numbers: [UInt64: Int32] = [:]
    for index in 0..<count { numbers[key(parents[index], tokens[index])] = Int32(index + 1) }
    // The numbers here of the sequences there; nil for one that was forgotten here and did not come again.
    var places: [Int32?] = [0]
    for index in 0..<later.count {
      let added = later.counts[index] - (index < earlier.count ? earlier.counts[index] : 0)
      guard let parent = places[Int(later.parents[index])] else {
        places.append(nil)
        continue
      }
      let (token, sequence) = (later.tokens[index], key(parent, later.tokens[index]))
      if let number = numbers[sequence] {
        let sum = Int(counts[Int(number) - 1]) + Int(added)
        counts[Int(number) - 1] = Int32(clamping: sum)
        places.append(number)
      } else if added > 0 {
        parents.append(parent)
        tokens.append(token)
        counts.append(added)
        numbers[sequence] = Int32(count)
        places.append(Int32(count))
      } else {
        places.append(nil)
      }
    }
    if later.count > earlier.count || later.gates != earlier.gates { gates = later.gates }
  }
}
