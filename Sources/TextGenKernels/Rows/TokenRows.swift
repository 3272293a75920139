// Rows of a table of tokens to and from panels of gates.
//
// The table holds for every token of a small vocabulary what the first layer's input projection makes
// of it: (panels, V, 64). A window then copies rows where it would multiply, and on the way back adds
// up rows per token before it multiplies.

/// The operands of a copy or a sum between panels of a table and panels of gates.
@usableFromInline package struct TokenRows {
  /// Rows of one panel of gates.
  @usableFromInline package var rows: Int
  @usableFromInline package var panels: Int
  /// (rows) the tokens of the rows.
  @usableFromInline package var tokens: UnsafePointer<Int32>
  /// Rows of one panel of the table, V.
  @usableFromInline package var vocabulary: Int
  /// (panels, V, 64).
  @usableFromInline package var table: UnsafeMutablePointer<Float>
  /// (panels, rows, 64).
  @usableFromInline package var gates: UnsafeMutablePointer<Float>

  @_transparent
  @usableFromInline package init(
    rows: Int, panels: Int, tokens: UnsafePointer<Int32>, vocabulary: Int,
    table: UnsafeMutablePointer<Float>, gates: UnsafeMutablePointer<Float>
  ) {
    self.rows = rows
    self.panels = panels
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.table = table
    self.gates = gates
  }
}

extension Target {
  /// Copies each token's row of the table to its row of the gates.
  @inlinable @inline(never)
  package static func gather(_ operands: TokenRows) {
    for panel in 0..<operands.panels {
      let table = operands.table + panel * operands.vocabulary * 64
      let gates = operands.gates + panel * operands.rows * 64
      for row in 0..<operands.rows {
        let source = table + Int(operands.tokens[row]) * 64
        for unit in stride(from: 0, to: 64, by: 16) {
          gates.store(source.lanes(unit), row * 64 + unit)
        }
      }
    }
  }

  /// Adds each row of the gates to its token's row of the table.
  @inlinable @inline(never)
  package static func scatter(_ operands: TokenRows) {
    for panel in 0..<operands.panels {
      let table = operands.table + panel * operands.vocabulary * 64
      let gates = operands.gates + panel * operands.rows * 64
      for row in 0..<operands.rows {
        let target = table + Int(operands.tokens[row]) * 64
        for unit in stride(from: 0, to: 64, by: 16) {
          target.store(target.lanes(unit) + gates.lanes(row * 64 + unit), unit)
        }
      }
    }
  }
}
