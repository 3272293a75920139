/// The states of a minimal acyclic automaton, those that an arc leads to before the state it starts
/// from.
struct LexiconStates {
  /// An arc in 64 bits: target plus 1, or 0 for none, then the label, then whether a word ends.
  struct Step: Hashable {
    let bits: UInt64

    init(_ label: UInt8, endsWord: Bool, target: Int?) {
      bits = UInt64(target.map { $0 + 1 } ?? 0) << 9 | UInt64(label) << 1 | (endsWord ? 1 : 0)
    }

    var label: UInt8 { UInt8(bits >> 1 & 0xFF) }
    var endsWord: Bool { bits & 1 == 1 }
    var target: Int? { bits >> 9 == 0 ? nil : Int(bits >> 9) - 1 }
  }

  private(set) var steps: [Step] = []
  private var starts = [0]

  /// The number of states; the last one is the root.
  var count: Int { starts.count - 1 }

  /// The arcs of a state in the order of their labels.
  subscript(state: Int) -> ArraySlice<Step> { steps[starts[state]..<starts[state + 1]] }

  /// Adds a state and returns its number.
  fileprivate mutating func append(_ arcs: [Step]) -> Int {
    steps += arcs
    starts.append(steps.count)
    return count - 1
  }
}

/// Builds the minimal automaton of words that come in the order of their bytes (Daciuk, Mihov, Watson
/// and Watson 2000).
///
/// Only the states of the last word can still change. As soon as a word leaves one, it is replaced by
/// an equal one that is there already.
struct LexiconBuilder {
  private typealias Step = LexiconStates.Step

  private var states = LexiconStates()
  private var register: [[Step]: Int] = [:]
  /// The arcs of the states of the last word that are complete, and whether a word ends before each.
  private var open: [[Step]] = [[]]
  private var ends: [Bool] = [false]
  private var last: [UInt8] = []
  private var count = 0

  /// Adds `word`, which is not empty; the same word may come twice.
  mutating func add(_ word: [UInt8]) {
    precondition(!word.isEmpty && !word.lexicographicallyPrecedes(last), "words out of order")
    guard word != last else { return }
    let common = zip(word, last).prefix { $0 == $1 }.count
    close(downTo: common)
    open += Array(repeating: [], count: word.count - common)
    ends += Array(repeating: false, count: word.count - common)
    ends[word.count] = true
    last = word
    count += 1
  }

  /// The automaton and the number of its words.
  mutating func finish() -> (LexiconStates, Int) {
    close(downTo: 0)
    _ = states.append(open[0])
    return (states, count)
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth + 1 {
      let (arcs, endsWord) = (open.removeLast(), ends.removeLast())
      let label = last[open.count - 1]
      open[open.count - 1].append(
        Step(label, endsWord: endsWord, target: arcs.isEmpty ? nil : number(of: arcs)))
    }
  }

  private mutating func number(of arcs: [Step]) -> Int {
    if let known = register[arcs] { return known }
    let number = states.append(arcs)
    register[arcs] = number
    return number
  }
}
