public import ArgumentParser
public import Compute

extension ProductPrecision: ExpressibleByArgument {}

/// What `train --precision` takes.
enum TrainingPrecision: String, ExpressibleByArgument, CaseIterable {
  case automatic = "auto"
  case float32
  case bfloat16

  /// The precision that is asked for; nil where it is left open.
  var asked: ProductPrecision? {
    switch self {
    case .automatic: nil
    case .float32: .float32
    case .bfloat16: .bfloat16
    }
  }
}
