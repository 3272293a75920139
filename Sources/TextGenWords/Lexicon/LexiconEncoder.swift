/// Lays the states of an automaton out as the bytes of a lexicon.
///
/// A state that one arc alone leads to lies behind the state where that arc starts, so that its pointer
/// is short or missing. The others, each with those behind it, are the blocks: the more arcs lead to
/// one, the nearer it lies to the end, as far as all arcs lead forward. The bytes are made from their
/// end to their beginning, so where an arc leads is known when it is written.
struct LexiconEncoder {
  private let states: LexiconStates
  /// How many arcs lead to each state.
  private let degrees: [Int]
  /// The number of bytes of the states and the single ones behind them, about.
  private let sizes: [Int]
  let code: ArcCode
  private(set) var bytes: [UInt8] = []
  /// How far before the end each state begins; 0 as long as it isn't laid out.
  private var distances: [Int]

  /// Where the root begins.
  let root: Int

  init(_ states: LexiconStates, wordCount: Int) {
    self.states = states
    var degrees = [Int](repeating: 0, count: states.count)
    for step in states.steps { if let target = step.target { degrees[target] += 1 } }
    self.degrees = degrees
    var sizes = [Int](repeating: 0, count: states.count)
    for state in 0..<states.count {
      sizes[state] = states[state].reduce(0) { sum, step in
        sum + 2 + (step.target.map { degrees[$0] == 1 ? sizes[$0] : 0 } ?? 0)
      }
    }
    self.sizes = sizes
    code = ArcCode(labels: Self.frequentLabels(states))
    distances = Array(repeating: 0, count: states.count)
    let head = LexiconHead.bytes(count: wordCount, code)
    root = head.count
    let shared = degrees.indices.filter { degrees[$0] > 1 }.sorted { left, right in
      let (first, second) = (degrees[left] * sizes[right], degrees[right] * sizes[left])
      return first != second ? first > second : left < right
    }
    for state in shared + [states.count - 1] { placeBlock(of: state) }
    bytes = head + bytes.reversed()
  }

  private static func frequentLabels(_ states: LexiconStates) -> [UInt8] {
    var counts = [Int](repeating: 0, count: 256)
    for step in states.steps { counts[Int(step.label)] += 1 }
    let order = counts.indices.filter { counts[$0] > 0 }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    return order.prefix(ArcCode.maximumLabels).map { UInt8($0) }
  }

  /// Lays out the block of `state` before what there is, and before it the blocks that it leads to.
  private mutating func placeBlock(of state: Int) {
    // Numbers of states fall along every arc, so the depth is that of the longest word at most.
    guard distances[state] == 0 else { return }
    let block = block(of: state)
    for member in block {
      for step in states[member] {
        if let target = step.target, degrees[target] > 1 { placeBlock(of: target) }
      }
    }
    for member in block.reversed() { write(member) }
  }

  /// A state and the single states behind it, in their order: behind each state, first the one that
  /// its last arc leads to, which then needs no pointer, then the smaller ones first.
  private func block(of state: Int) -> [Int] {
    var block: [Int] = []
    var stack = [state]
    while let next = stack.popLast() {
      block.append(next)
      let single = states[next].compactMap(\.target).filter { degrees[$0] == 1 }
      guard let last = states[next].last?.target, degrees[last] == 1 else {
        stack += single.sorted { sizes[$0] > sizes[$1] }
        continue
      }
      stack += single.dropLast().sorted { sizes[$0] > sizes[$1] } + [last]
    }
    return block
  }

  /// Writes the arcs of a state, all of whose targets are written, the last byte first.
  private mutating func write(_ state: Int) {
    let arcs = states[state]
    for (number, step) in zip(arcs.indices, arcs).reversed() {
      let isLast = number == arcs.endIndex - 1
      let form: ArcCode.Form
      if let target = step.target {
        let (forward, backward) = (bytes.count - distances[target], distances[target])
        if isLast, forward == 0 {
          form = step.endsWord ? .wordAndAdjacent : .adjacent
        } else {
          form = step.endsWord ? .wordAndPointer : .pointer
          bytes += ArcCode.pointer(min(forward, backward), isBackward: backward < forward)
            .reversed()
        }
      } else {
        form = .end
      }
      let label = code.labels.firstIndex(of: step.label).map { $0 + 1 } ?? 0
      if label == 0 { bytes.append(step.label) }
      bytes.append(
        UInt8(label) * ArcCode.formCount + form.rawValue + (isLast ? ArcCode.lastForm : 0))
    }
    distances[state] = bytes.count
  }
}
