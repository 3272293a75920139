import TextGen
import TextGenGeneration

extension OptionRange: Translated {
  /// `a whole number from 1 to 64`, `a number above 0, at most 1e9`.
  var english: String {
    switch self {
    case .whole: "a whole number " + description
    case .wholeOrNone: "a whole number " + description + " for none"
    case .numbers, .aboveZero, .part: "a number " + description
    }
  }

  /// `um número inteiro de 1 a 64`, `um número acima de 0, no máximo 1e9`.
  var portuguese: String {
    switch self {
    case .whole(let range): "um número inteiro de \(range.lowerBound) a \(range.upperBound)"
    case .wholeOrNone(let range):
      "um número inteiro de \(range.lowerBound) a \(range.upperBound), ou 0 para nenhum"
    case .numbers(let range):
      "um número de \(SettingRange.digits(range.lowerBound)) a "
        + SettingRange.digits(range.upperBound)
    case .aboveZero(let greatest):
      "um número acima de 0, no máximo \(SettingRange.digits(greatest))"
    case .part: "um número de 0 até menos de 1"
    }
  }
}
