import TextGenGeneration

/// Numbers that an option takes.
enum NumberRange: Translated {
  case setting(SettingRange)
  case belowOne, heldOut, probes, decay, positive, limit
  case interval, seconds

  /// Whether `value`, which is finite, is one of them.
  func contains(_ value: Double) -> Bool {
    switch self {
    case .setting(let range): range.contains(value)
    case .belowOne, .heldOut: (0..<1).contains(value)
    case .probes: (0...0.9).contains(value)
    case .decay: (0...1000).contains(value)
    case .positive: value > 0 && value <= 1e30
    case .limit: value > 0 && value <= 1e9
    case .interval: (0...1e9).contains(value)
    case .seconds: value > 0 && value <= 3600
    }
  }

  var english: String {
    switch self {
    case .setting(let range): Self.english(range)
    case .belowOne: "from 0 to below 1"
    case .heldOut: "from 0 (nothing is held out) to below 1"
    case .probes: "from 0 to 0.9"
    case .decay: "from 0 to 1000"
    case .positive: "above 0, at most 1e30"
    case .limit: "above 0, at most 1e9"
    case .interval: "of seconds from 0 to 1e9"
    case .seconds: "of seconds above 0 to 3600"
    }
  }

  var portuguese: String {
    switch self {
    case .setting(let range): Self.portuguese(range)
    case .belowOne: "de 0 até menos de 1"
    case .heldOut: "de 0 (não se reserva nada) até menos de 1"
    case .probes: "de 0 a 0.9"
    case .decay: "de 0 a 1000"
    case .positive: "acima de 0, no máximo 1e30"
    case .limit: "acima de 0, no máximo 1e9"
    case .interval: "de segundos de 0 a 1e9"
    case .seconds: "de segundos acima de 0 até 3600"
    }
  }
}

extension NumberRange {
  /// `from 0 to 1`, `from 0 (off) up`, `from 1e-30 to 1e30 (1 is off)`.
  private static func english(_ range: SettingRange) -> String {
    let (least, note) = parts(range) {
      "\($0.meaning)"
    } elsewhere: { value, meaning in
      " (\(value) is \(meaning))"
    }
    return "from " + least + (range.greatest.map { " to " + SettingRange.digits($0) } ?? " up")
      + note
  }

  /// `de 0 a 1`, `a partir de 0 (desliga)`, `de 1e-30 a 1e30 (1 desliga)`.
  private static func portuguese(_ range: SettingRange) -> String {
    let (least, note) = parts(range) {
      $0.meaning == .off ? "desliga" : "escolhe sempre o melhor"
    } elsewhere: { value, meaning in
      " (\(value) \(meaning))"
    }
    return
      (range.greatest.map { "de " + least + " a " + SettingRange.digits($0) }
      ?? "a partir de " + least) + note
  }

  /// The lower bound, with what it means where it is special; else what another value means, as
  /// `elsewhere` says it.
  private static func parts(
    _ range: SettingRange, _ meaning: (SettingRange.Special) -> String,
    elsewhere: (_ value: String, _ meaning: String) -> String
  ) -> (least: String, note: String) {
    let least = SettingRange.digits(range.bounds.lowerBound)
    guard let special = range.special else { return (least, "") }
    return special.value == range.bounds.lowerBound
      ? ("\(least) (\(meaning(special)))", "")
      : (least, elsewhere(SettingRange.digits(special.value), meaning(special)))
  }
}
