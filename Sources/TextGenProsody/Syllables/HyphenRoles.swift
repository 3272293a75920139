/// What a part between hyphens is.
enum HyphenRole: Hashable {
  /// A word of its own: its stress counts.
  case word
  /// An unstressed pronoun after a verb.
  case enclitic
  /// The infinitive before a pronoun in *ver-te-ei*, whose stress is a weaker one.
  case mesoclisisStem
}

/// Parts between hyphens to their roles: enclisis (*contou-lhe*), mesoclisis (*ver-te-ei*), else a
/// compound.
enum HyphenRoles {
  static func roles(of parts: [String]) -> [HyphenRole] {
    guard parts.count > 1 else { return parts.map { _ in .word } }
    if parts.count > 2, futureEndings.contains(parts[parts.count - 1]),
      parts[1..<parts.count - 1].allSatisfy(Weight.enclitics.contains)
    {
      return [.mesoclisisStem] + parts[1..<parts.count - 1].map { _ in .enclitic } + [.word]
    }
    return parts.indices.map { index in
      let isPronoun = parts[index...].allSatisfy(Weight.enclitics.contains)
      return index > 0 && isPronoun ? .enclitic : .word
    }
  }

  private static let futureEndings: Set<String> = [
    "ei", "ás", "á", "emos", "eis", "ão", "ia", "ias", "íamos", "íeis", "iam", "hei", "hás", "há",
    "hemos", "heis", "hão", "hia", "hias", "hiam",
  ]
}
