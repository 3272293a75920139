import TextGen

/// What `train --precision` takes.
enum TrainingPrecision: String, CaseIterable {
  case automatic = "auto"
  case float32
  case bfloat16

  /// The precision that is asked for; nil where it is left open.
  var asked: TrainingOptions.Precision? {
    switch self {
    case .automatic: nil
    case .float32: .float32
    case .bfloat16: .bfloat16
    }
  }
}
