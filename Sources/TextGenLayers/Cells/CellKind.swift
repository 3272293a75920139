import TextGenKernels

/// The recurrent cells.
///
/// A new cell is a case here with its traits, a case of `CellArithmetic` with its two steps, the plain
/// steps that they are compared with in `ReferenceCells`, and a case of the public `TrainingOptions.Cell`.
/// All else follows: options and their help, files, training, comparisons, figures.
package enum CellKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Long short-term memory (Hochreiter and Schmidhuber 1997).
  case lstm
  /// Gated recurrent unit (Cho et al. 2014), reset after the product.
  case gru
  /// Minimal gated unit (Zhou et al. 2016), the gate applied after the product.
  case mgu
  /// Simple recurrent network (Elman 1990) with the hyperbolic tangent.
  case elman
  /// Simple recurrent network with rectified linear units (Le et al. 2015).
  case elmanReLU = "elman-relu"

  /// All that is known of the cell but its arithmetic.
  package var traits: CellTraits {
    switch self {
    case .lstm: .lstm
    case .gru: .gru
    case .mgu: .mgu
    case .elman: .elman
    case .elmanReLU: .elmanReLU
    }
  }

  /// What the recurrent layer must know of the cell.
  package var shape: CellShape { traits.shape }

  /// Gates of a unit, G: weight matrices have G · H rows.
  package var gateCount: Int { shape.gateCount }
}

// Values that are made once: a shape is asked for with every token.

extension CellTraits {
  /// Gates i f g o, as in PyTorch. Only the LSTM bears Muon's long steps.
  fileprivate static let lstm = CellTraits(
    CellShape(.lstm, inputGates: [0, 1, 2, 3], recurrentGates: [0, 1, 2, 3]),
    slotNames: ["i", "f", "g", "o"], openGate: 1, memoryGate: MemoryGate(name: "f", keeps: true),
    rates: CellRates(adamOfLargeTexts: 5e-3, muon: nil))

  /// Gates r z n in PyTorch; slots n r z m, where m is the recurrent part of n, which r multiplies.
  fileprivate static let gru = CellTraits(
    CellShape(.gru, inputGates: [2, 0, 1, nil], recurrentGates: [nil, 0, 1, 2]),
    slotNames: ["n", "r", "z", nil], rates: CellRates(adamOfLargeTexts: 5e-3))

  /// Gates f n; slots n f m, where m is the recurrent part of n, which f multiplies, and one that is empty.
  fileprivate static let mgu = CellTraits(
    CellShape(.mgu, inputGates: [1, 0, nil, nil], recurrentGates: [nil, 0, 1, nil]),
    slotNames: ["n", "f", nil, nil], memoryGate: MemoryGate(name: "f", keeps: false),
    rates: CellRates(adamOfLargeTexts: 5e-3))

  /// With few of Muon's steps it learns less than with Adam's.
  fileprivate static let elman = CellTraits(
    CellShape(.elmanTanh, inputGates: [0], recurrentGates: [0]),
    rates: CellRates(leastTokensForMuon: 100_000))

  /// Nothing bounds rectified units that feed back: a step too long and they explode.
  fileprivate static let elmanReLU = CellTraits(
    CellShape(.elmanReLU, inputGates: [0], recurrentGates: [0]), initialization: .identity,
    rates: CellRates(adam: 2e-4, adamOfLargeTexts: 2e-4))
}
