/// The words of a run's progress: in full, and short for a narrow terminal.
enum ProgressText: Translated {
  case step(String)
  case epoch(String)
  case shortEpoch(String)
  case train(String)
  case trainAndValid(String, String)
  case validation(String)
  case perplexity(String)
  case trainPart(String)
  case perCharacter(alone: String?)
  case speed(String)
  case shortSpeed(String)
  case left(String, remaining: String)
  case gradient(String, clipped: String)
  case best

  var english: String {
    switch self {
    case .step(let number): "step \(number)"
    case .epoch(let epoch): "epoch \(epoch)"
    case .shortEpoch(let epoch): "ep \(epoch)"
    case .train(let bits): "train \(bits) bits/char"
    case .trainAndValid(let train, let valid): "train \(train), valid \(valid) bits/char"
    case .trainPart(let bits): "train \(bits), "
    case .validation(let bits): "valid \(bits)"
    case .perCharacter(let alone):
      " bits/char" + (alone.map { " (network alone \($0))" } ?? "")
    case .perplexity(let value): "perplexity \(value)"
    case .speed(let speed): "\(speed) char/s"
    case .shortSpeed(let speed): "\(speed) ch/s"
    case .left(let time, let remaining): "\(time), \(remaining) left"
    case .gradient(let norm, let clipped): "gradient \(norm), \(clipped) clipped"
    case .best: "best so far"
    }
  }

  var portuguese: String {
    switch self {
    case .step(let number): "passo \(number)"
    case .epoch(let epoch): "época \(epoch)"
    case .shortEpoch(let epoch): "ép \(epoch)"
    case .train(let bits): "treino \(bits) bits/car."
    case .trainAndValid(let train, let valid): "treino \(train), validação \(valid) bits/car."
    case .trainPart(let bits): "treino \(bits), "
    case .validation(let bits): "validação \(bits)"
    case .perCharacter(let alone):
      " bits/car." + (alone.map { " (só a rede \($0))" } ?? "")
    case .perplexity(let value): "perplexidade \(value)"
    case .speed(let speed): "\(speed) car./s"
    case .shortSpeed(let speed): "\(speed) car/s"
    case .left(let time, let remaining): "\(time), faltam \(remaining)"
    case .gradient(let norm, let clipped): "gradiente \(norm), \(clipped) cortado"
    case .best: "o melhor até agora"
    }
  }
}
