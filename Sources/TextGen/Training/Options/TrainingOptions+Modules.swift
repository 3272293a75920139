package import TextGenCompute
package import TextGenLayers
package import TextGenTokenization
package import TextGenTraining

// What the cases of the options are called inside: a case that is missing here does not compile, and a
// test compares the lists.

extension TrainingOptions.Unit {
  package var kind: TokenUnit {
    switch self {
    case .character: .character
    case .word: .word
    case .subword: .subword
    }
  }
}

extension TrainingOptions.Cell {
  package var kind: CellKind {
    switch self {
    case .lstm: .lstm
    case .gru: .gru
    case .mgu: .mgu
    case .elman: .elman
    case .elmanReLU: .elmanReLU
    }
  }
}

extension TrainingOptions.Architecture {
  package var kind: TextGenLayers.Architecture.Kind {
    switch self {
    case .unigram: .unigram
    case .recurrent: .recurrent
    case .window: .window
    case .bag: .bag
    case .transformer: .transformer
    }
  }
}

extension TrainingOptions.RecurrentInitialization {
  package var kind: TextGenLayers.RecurrentInitialization {
    switch self {
    case .uniform: .uniform
    case .orthogonal: .orthogonal
    case .identity: .identity
    }
  }
}

extension TrainingOptions.Optimizer {
  package var kind: OptimizerKind {
    switch self {
    case .adam: .adam
    case .muon: .muon
    case .sgd: .sgd
    }
  }
}

extension TrainingOptions.Schedule {
  package var kind: LearningRateSchedule {
    switch self {
    case .cosine: .cosine
    case .constant: .constant
    case .linear: .linear
    }
  }
}

extension TrainingOptions.Precision {
  package var kind: ProductPrecision {
    switch self {
    case .float32: .float32
    case .bfloat16: .bfloat16
    }
  }
}
