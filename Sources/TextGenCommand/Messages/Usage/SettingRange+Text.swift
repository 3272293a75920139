import TextGenGeneration

extension SettingRange: Translated {
  /// `from 0 to 1`, `from 0 (off) up`, `from 1e-30 to 1e30 (1 is off)`.
  var english: String {
    let (least, note) = parts {
      "\($0.meaning)"
    } elsewhere: { value, meaning in
      " (\(value) is \(meaning))"
    }
    return "from " + least + (greatest.map { " to " + Self.digits($0) } ?? " up") + note
  }

  /// `de 0 a 1`, `a partir de 0 (desliga)`, `de 1e-30 a 1e30 (1 desliga)`.
  var portuguese: String {
    let (least, note) = parts {
      $0.meaning == .off ? "desliga" : "escolhe sempre o melhor"
    } elsewhere: { value, meaning in
      " (\(value) \(meaning))"
    }
    return
      (greatest.map { "de " + least + " a " + Self.digits($0) } ?? "a partir de " + least) + note
  }

  /// The lower bound, with what it means where it is special; else what another value means, as
  /// `elsewhere` says it.
  private func parts(
    _ meaning: (Special) -> String, elsewhere: (_ value: String, _ meaning: String) -> String
  ) -> (least: String, note: String) {
    let least = Self.digits(bounds.lowerBound)
    guard let special else { return (least, "") }
    return special.value == bounds.lowerBound
      ? ("\(least) (\(meaning(special)))", "")
      : (least, elsewhere(Self.digits(special.value), meaning(special)))
  }
}
