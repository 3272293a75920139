import TextGenCompute

/// The sides of the products of each linear layer.
struct TransformerSides {
  let attention, projection, expansion, contraction: ProductSides

  init(_ precision: ProductPrecision, _ room: TransformerRoom, forTraining: Bool) {
    func sides(_ inputs: Int, _ outputs: Int) -> ProductSides {
      ProductSides(
        precision, rows: room.texts * room.steps, panelCount: (outputs + 63) / 64, width: inputs,
        maximumSteps: 1, forTraining: forTraining)
    }
    attention = sides(room.size, 3 * room.size)
    projection = sides(room.size, room.size)
    expansion = sides(room.size, 4 * room.size)
    contraction = sides(4 * room.size, room.size)
  }
}
