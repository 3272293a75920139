import TextGenCompute
import TextGenLayers

/// Muon (Jordan et al. 2024): the matrices of the layers follow their momentum after all its
/// singular values have been made 1, so that no direction is learned faster than another.
///
/// Each gate's part of a matrix is a matrix of its own, and so are those of queries, keys and values. A step has the size that Adam's have (Liu et al.
/// 2025), so both share a learning rate. Embeddings, output and biases are left to Adam.
final class Muon {
  /// What is kept of the momentum at each step.
  static let momentum: Float = 0.95
  /// The root mean square of a step at a learning rate of 1.
  static let stepSize = 0.2

  /// A gate's part of a matrix.
  private struct Block {
    let offset, rows, columns: Int
    var shape: [Int] { [rows, columns] }
  }

  private let blocks: [Block]
  private let engine: Engine
  /// For each worker, room for each shape.
  private let workers: [[[Int]: Orthogonalizer]]
  /// What is not in a block.
  let others: [Range<Int>]

  /// For the parameters of `layout`; products have `precision`.
  init(_ layout: ParameterLayout, precision: ProductPrecision, engine: Engine) {
    let matrices = layout.matrices
    let blocks = matrices.flatMap { tensor, parts in
      (0..<parts).map { part in
        let (rows, columns) = (tensor.shape[0] / parts, tensor.shape[1])
        return Block(offset: tensor.offset + part * rows * columns, rows: rows, columns: columns)
      }
    }
    self.blocks = blocks
    self.engine = engine
    workers = (0..<min(engine.threadCount, blocks.count)).map { _ in
      var rooms: [[Int]: Orthogonalizer] = [:]
      for block in blocks where rooms[block.shape] == nil {
        rooms[block.shape] = Orthogonalizer(
          rows: block.rows, columns: block.columns, precision: precision, engine: engine)
      }
      return rooms
    }
    let names = Set(matrices.map(\.tensor.name))
    others = layout.tensors.filter { !names.contains($0.name) }.map(\.range)
  }

  /// Changes the matrices against their gradient, first multiplied by `gradientScale`.
  func update(
    _ network: ShardedNetwork, momentum: FloatBuffer, learningRate: Double, gradientScale: Double
  ) {
    engine.forEach(workers.count) { worker in
      for index in stride(from: worker, to: blocks.count, by: workers.count) {
        guard let room = workers[worker][blocks[index].shape] else { continue }
        update(
          blocks[index], network, momentum, room, rate: Float(learningRate * Self.stepSize),
          Float(gradientScale))
      }
    }
  }

  private func update(
    _ block: Block, _ network: ShardedNetwork, _ momentum: FloatBuffer, _ room: Orthogonalizer,
    rate: Float, _ gradientScale: Float
  ) {
    let range = block.offset..<block.offset + block.rows * block.columns
    engine.add(
      range.count, scale: Self.momentum - 1, from: momentum, at: range.lowerBound, to: momentum,
      at: range.lowerBound)
    engine.add(
      range.count, scale: gradientScale, from: network.gradient, at: range.lowerBound,
      to: momentum, at: range.lowerBound)
    // Nesterov's momentum: the gradient and what is kept of the momentum with it.
    room.load(
      gradientScale, network.gradient, Self.momentum, momentum, at: block.offset)
    room.orthogonalize()
    room.add(
      -rate * Float(max(block.rows, block.columns)).squareRoot(), to: network.parameters,
      at: block.offset)
  }
}
