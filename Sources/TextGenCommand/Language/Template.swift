/// A sentence with places for words, which are written as `*`.
struct Template {
  private let parts: [Substring]

  /// The template that `text` describes.
  init(_ text: String) { parts = text.split(separator: "*", omittingEmptySubsequences: false) }

  /// What `text` has at the places, each as short as possible; nil where it is another sentence.
  func words(in text: String) -> [Substring]? {
    guard let first = parts.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var words: [Substring] = []
    for (index, part) in parts.enumerated().dropFirst() {
      if index == parts.count - 1 {
        guard rest.hasSuffix(part) else { return nil }
        words.append(rest.dropLast(part.count))
        return words
      }
      guard let range = rest.firstRange(of: part) else { return nil }
      words.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty ? words : nil
  }

  /// The sentence with `words` at the places; places without words are empty.
  func filled(with words: [Substring]) -> String {
    var result = String(parts.first ?? "")
    for (index, part) in parts.dropFirst().enumerated() {
      result += (index < words.count ? String(words[index]) : "") + part
    }
    return result
  }
}
