import Testing

@testable import TextGenLayers

struct CellTraitsTests {
  @Test(arguments: CellKind.allCases)
  func `each gate of both matrices has one slot`(cell: CellKind) {
    let shape = cell.shape
    for gates in [shape.inputGates, shape.recurrentGates] {
      #expect(gates.compactMap(\.self).sorted() == Array(0..<shape.gateCount))
      #expect(gates.count * shape.unitsPerPanel == 64)
    }
    for slots in [shape.inputSlots, shape.recurrentSlots] {
      #expect(slots.upperBound * shape.unitsPerPanel <= 64)
    }
    // A product writes the slots from the first that a matrix fills to the last: none lies between them.
    #expect(shape.inputSlots.allSatisfy { shape.inputGates[$0] != nil })
    #expect(shape.recurrentSlots.allSatisfy { shape.recurrentGates[$0] != nil })
  }

  @Test(arguments: CellKind.allCases)
  func `names are those of slots, and gates are gates`(cell: CellKind) {
    let traits = cell.traits
    let slots = traits.shape.inputGates.count
    #expect(traits.slotNames.isEmpty || traits.slotNames.count == slots)
    let names = traits.slotNames.compactMap(\.self)
    #expect(Set(names).count == names.count)
    if let gate = traits.memoryGate { #expect(names.contains(gate.name)) }
    if let gate = traits.openGate { #expect(gate < traits.shape.gateCount) }
  }

  @Test func `a minimal gated unit has two thirds of a GRU's weights`() {
    func weights(_ cell: CellKind) -> Int {
      let configuration = NetworkConfiguration(
        cell: cell, layerCount: 1, vocabularySize: 5, embeddingSize: 8, hiddenSize: 16)
      return ParameterLayout(configuration).matrices.reduce(0) { $0 + $1.tensor.count }
    }
    #expect(3 * weights(.mgu) == 2 * weights(.gru))
  }
}
