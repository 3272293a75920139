/// The state of one stream: what a network remembers of a text.
package struct NetworkState: Sendable, Hashable {
  /// For each layer the hidden part (H) and, where the cell has one, the cell part (H); then the memory
  /// of the context, where the architecture has one. Of a transformer what the last layer says (H) and
  /// the number of tokens read, modulo `RotaryTable.period`.
  package var values: [Float]
  /// Of a transformer, for each of the tokens that it can still see, oldest first: in each layer its key
  /// (H), rotated, and its value (H).
  package var past: [[Float]] = []

  /// A state of these values.
  package init(values: [Float]) { self.values = values }

  /// The state before the first token: zeros, and a context without tokens.
  package init(_ configuration: NetworkConfiguration) {
    values =
      [Float](repeating: 0, count: configuration.layerStateCount)
      + (configuration.context?.emptyMemory ?? [])
  }
}

extension NetworkConfiguration {
  /// Floats of the states of all layers.
  var layerStateCount: Int {
    guard let shape = architecture.layerShape else { return hiddenSize + 1 }
    return layerCount * (shape.hasCell ? 2 : 1) * hiddenSize
  }

  /// Where a state's values hold what the output layer reads, (H).
  var topValues: Range<Int> {
    guard architecture.layerShape != nil, layerCount > 0 else { return 0..<hiddenSize }
    let start = layerStateCount / layerCount * (layerCount - 1)
    return start..<start + hiddenSize
  }

  /// Tokens that a state of a transformer holds at most, and the floats of each.
  var pastShape: (count: Int, width: Int) {
    guard case .transformer(_, let length) = architecture else { return (0, 0) }
    return (length - 1, layerCount * 2 * hiddenSize)
  }
}

// States in a file: a row of equal length for each.

extension NetworkState {
  /// Floats of the row of a state, at least one.
  package static func rowCount(_ configuration: NetworkConfiguration) -> Int {
    let past = configuration.pastShape
    let values = NetworkState(configuration).values.count
    return max(1, values + (past.width > 0 ? 1 : 0) + past.count * past.width)
  }

  /// The row of this state: its values and, of a transformer, the number of tokens that it sees, these,
  /// and zeros in place of the others.
  package func row(_ configuration: NetworkConfiguration) -> [Float] {
    let seen = configuration.pastShape.width > 0 ? [Float(past.count)] + past.joined() : []
    let row = values + seen
    return row + [Float](repeating: 0, count: Self.rowCount(configuration) - row.count)
  }

  /// The state of a row; nil where a network of `configuration` cannot go on from it, since a file may
  /// hold anything.
  package init?(row: some Collection<Float>, _ configuration: NetworkConfiguration) {
    guard row.count == Self.rowCount(configuration) else { return nil }
    let count = NetworkState(configuration).values.count
    values = Array(row.prefix(count))
    let past = configuration.pastShape
    if past.width > 0 {
      let rest = Array(row.dropFirst(count))
      guard let tokens = Int(exactly: rest[0]), (0...past.count).contains(tokens),
        Int(exactly: values[count - 1]).map({ (0..<RotaryTable.period).contains($0) }) == true
      else { return nil }
      self.past = (0..<tokens).map {
        Array(rest[1 + $0 * past.width..<1 + ($0 + 1) * past.width])
      }
    }
    let memory = values[configuration.layerStateCount...]
    let size = configuration.vocabularySize
    guard configuration.context?.accepts(memory, vocabularySize: size) ?? true else { return nil }
  }
}
