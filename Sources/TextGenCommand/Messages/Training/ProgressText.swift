/// What is said of a run while it trains.
enum ProgressText: Translated {
  case epoch(String)
  case improving
  case noBetter(since: String)
  case left(String)
  case leftAtLeast(String)
  case leftFromTo(String, String)
  case percent(String)
  /// The first measurement.
  case first(epoch: String, bits: String)
  /// A later measurement that is the best so far.
  case better(epoch: String, bits: String)
  /// A measurement that is not; `best` is nil where the best one is not known.
  case worse(epoch: String, bits: String, best: (epoch: String, bits: String)?)

  var english: String {
    switch self {
    case .epoch(let epoch): "epoch \(epoch)"
    case .improving: "still improving"
    case .noBetter(let epoch): "no better since epoch \(epoch)"
    case .left(let time): "\(time) left"
    case .leftAtLeast(let time): "at least \(time) left"
    case .leftFromTo(let least, let most): "\(least) to \(most) left"
    case .percent(let share): "\(share) %"
    case .first(let epoch, let bits):
      "epoch \(epoch): \(bits) bits per character of held-out text"
    case .better(let epoch, let bits):
      "epoch \(epoch): still improving, now \(bits) bits per character of held-out text"
    case .worse(let epoch, let bits, let best?):
      "epoch \(epoch): no better than at epoch \(best.epoch), \(bits) bits per character of held-out "
        + "text instead of \(best.bits)"
    case .worse(let epoch, let bits, nil):
      "epoch \(epoch): no better than before, \(bits) bits per character of held-out text"
    }
  }

  var portuguese: String {
    switch self {
    case .epoch(let epoch): "época \(epoch)"
    case .improving: "ainda melhora"
    case .noBetter(let epoch): "sem melhora desde a época \(epoch)"
    case .left(let time): "faltam \(time)"
    case .leftAtLeast(let time): "faltam pelo menos \(time)"
    case .leftFromTo(let least, let most): "faltam de \(least) a \(most)"
    case .percent(let share): "\(share) %"
    case .first(let epoch, let bits):
      "época \(epoch): \(bits) bits por caractere do texto reservado"
    case .better(let epoch, let bits):
      "época \(epoch): ainda melhora, agora \(bits) bits por caractere do texto reservado"
    case .worse(let epoch, let bits, let best?):
      "época \(epoch): não melhor do que na época \(best.epoch), \(bits) bits por caractere do texto "
        + "reservado em vez de \(best.bits)"
    case .worse(let epoch, let bits, nil):
      "época \(epoch): não melhor do que antes, \(bits) bits por caractere do texto reservado"
    }
  }
}
