/// All that the program knows of a recurrent cell, but for its name and its arithmetic.
package struct CellTraits: Sendable {
  /// What the recurrent layer must know of it.
  package let shape: CellShape
  /// For each slot of a panel what it holds after a forward step, as the literature calls it; nil where
  /// that is nothing to look at.
  let slotNames: [String?]
  /// The gate whose biases start at 1, so that a new network remembers (Jozefowicz et al. 2015).
  let openGate: Int?
  /// The gate that shows how long a unit remembers; nil where none does.
  package let memoryGate: MemoryGate?
  /// How the recurrent weights begin where cells are compared.
  package let initialization: RecurrentInitialization
  /// The learning rates that suit it.
  package let rates: CellRates

  init(
    _ shape: CellShape, slotNames: [String?] = [], openGate: Int? = nil,
    memoryGate: MemoryGate? = nil, initialization: RecurrentInitialization = .uniform,
    rates: CellRates
  ) {
    self.shape = shape
    self.slotNames = slotNames
    self.openGate = openGate
    self.memoryGate = memoryGate
    self.initialization = initialization
    self.rates = rates
  }
}

/// The gate that decides what share of a unit's memory stays.
package struct MemoryGate: Sendable, Hashable {
  /// The name of its slot.
  package let name: String
  /// Whether its value is the share that stays; otherwise it is the share that is replaced.
  package let keeps: Bool

  /// The gate of this name.
  package init(name: String, keeps: Bool) {
    self.name = name
    self.keeps = keeps
  }
}

/// Learning rates that suit a cell where nothing else is said; `checkpoints/EXPERIMENTS.md` has the runs.
package struct CellRates: Sendable, Hashable {
  /// Of Adam, for texts below 2 million tokens.
  package let adam: Double
  /// Of Adam, for longer texts.
  package let adamOfLargeTexts: Double
  /// Of Muon, which moves a recurrent matrix in all directions at once; nil where the rates of networks
  /// without recurrence suit.
  package let muon: Double?
  /// With fewer training tokens Adam learns more than Muon.
  package let leastTokensForMuon: Int

  init(
    adam: Double = 2e-3, adamOfLargeTexts: Double = 2e-3, muon: Double? = 5e-3,
    leastTokensForMuon: Int = 0
  ) {
    self.adam = adam
    self.adamOfLargeTexts = adamOfLargeTexts
    self.muon = muon
    self.leastTokensForMuon = leastTokensForMuon
  }
}
