import Testing
import TextGenLayers

struct ParameterLayoutTests {
  private func layout(_ cell: CellKind, tied: Bool = false) -> ParameterLayout {
    ParameterLayout(
      NetworkConfiguration(
        cell: cell, layerCount: 2, vocabularySize: 7, embeddingSize: tied ? 5 : 3, hiddenSize: 5,
        tiesEmbeddings: tied))
  }

  @Test(arguments: zip(CellKind.allCases, [20, 15, 10, 5, 5]))
  func `names and shapes are PyTorch's`(cell: CellKind, gates: Int) {
    let tensors = layout(cell).tensors
    #expect(
      tensors.map(\.name) == [
        "embedding.weight",
        "recurrent.weight_ih_l0", "recurrent.weight_hh_l0",
        "recurrent.bias_ih_l0", "recurrent.bias_hh_l0",
        "recurrent.weight_ih_l1", "recurrent.weight_hh_l1",
        "recurrent.bias_ih_l1", "recurrent.bias_hh_l1",
        "output.weight", "output.bias",
      ])
    #expect(
      tensors.map(\.shape) == [
        [7, 3], [gates, 3], [gates, 5], [gates], [gates], [gates, 5], [gates, 5], [gates],
        [gates], [7, 5], [7],
      ])
  }

  @Test func `tied weights are one tensor`() {
    let tied = layout(.gru, tied: true)
    #expect(tied.output.weight == tied.embedding)
    #expect(!tied.tensors.contains { $0.name == "output.weight" })
    #expect(tied.parameterCount == 35 + 2 * (75 + 75 + 15 + 15) + 7)
  }

  @Test(arguments: CellKind.allCases, [false, true])
  func `tensors begin at multiples of 16 floats and do not overlap`(cell: CellKind, tied: Bool) {
    let layout = layout(cell, tied: tied)
    var end = 0
    for tensor in layout.tensors {
      #expect(tensor.offset % 16 == 0)
      #expect(tensor.offset >= end && tensor.offset < end + 16)
      #expect(tensor.count == tensor.shape.reduce(1, *))
      end = tensor.range.upperBound
    }
    #expect(layout.count >= end && layout.count < end + 16)
    #expect(layout.parameterCount == layout.tensors.reduce(0) { $0 + $1.count })
  }
}
