/// A rule and its state in one text, which comes in bytes.
///
/// A token may end inside a code point: its bytes wait for the rest, and the rule reads whole code points.
struct KeptRule<Constraint: TextConstraint>: Sendable {
  private let constraint: Constraint
  private var state: Constraint.State
  /// The bytes of a code point that has not ended.
  private var unfinished: [UInt8] = []

  /// The rule of an empty text.
  init(_ constraint: Constraint) {
    self.constraint = constraint
    state = constraint.makeState()
  }

  /// The rule after `bytes`, which follow; nil for a veto.
  func adding(_ bytes: some Collection<UInt8>) -> KeptRule? {
    let all = unfinished + bytes
    let end = all.count - StreamingDecoder.unfinishedCount(at: all)
    var longer = self
    longer.unfinished = Array(all[end...])
    guard end > 0 else { return longer }
    let text = String(decoding: all[..<end], as: UTF8.self)
    guard let next = constraint.state(after: text, in: state) else { return nil }
    longer.state = next
    return longer.unfinished.isEmpty || !longer.isAtEnd ? longer : nil
  }

  /// Whether the text keeps the rule if it ends here.
  var isComplete: Bool { unfinished.isEmpty && constraint.isComplete(state) }

  /// Whether nothing may follow.
  var isAtEnd: Bool { constraint.continuations(of: state).isEnd }

  /// The texts that are known to fit next.
  var wanted: [String] { constraint.continuations(of: state).texts }
}
