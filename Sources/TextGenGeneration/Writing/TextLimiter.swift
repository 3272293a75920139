/// Applies the stop conditions that depend on text, character by character.
///
/// Characters that may turn out to begin a stop text are held back until that is decided.
struct TextLimiter: Sendable {
  private let conditions: StopConditions
  private let stops: [[Character]]
  private let longestStop: Int
  private var held: [Character] = []
  private var characterCount = 0
  private var lineCount = 0
  private var lineHasText: Bool

  /// The reason to stop, once there is one.
  private(set) var reason: StopReason?
  /// The text that it stopped before, where it did.
  private(set) var stopText: String?

  /// A limiter of what follows `prompt`, whose last line counts when it ends.
  init(_ conditions: StopConditions, after prompt: String) {
    self.conditions = conditions
    stops = conditions.texts.map(Array.init)
    longestStop = stops.map(\.count).max() ?? 0
    let lastLine = prompt.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last
    lineHasText = lastLine.map { !$0.allSatisfy(\.isWhitespace) } ?? false
    if conditions.characters == 0 || conditions.tokens == 0 { reason = .length }
    if conditions.lines == 0 { reason = .lines }
  }

  /// Reads `text` and returns what of it and of the characters held belongs to the result.
  mutating func read(_ text: String) -> String {
    var released: [Character] = []
    for character in text where reason == nil {
      read(character)
      if reason == nil { held.removeFirst(release(into: &released)) }
    }
    if reason != nil {
      released += held
      held = []
    }
    return String(released)
  }

  /// Ends the text for `reason`, unless it has ended, and returns the characters held.
  mutating func end(_ reason: StopReason) -> String {
    defer { held = [] }
    if self.reason == nil { self.reason = reason }
    return String(held)
  }

  private mutating func read(_ character: Character) {
    if character.isNewline {
      if lineHasText { lineCount += 1 }
      lineHasText = false
      if lineCount == conditions.lines {
        reason = .lines
        return
      }
    } else if !character.isWhitespace {
      lineHasText = true
    }
    held.append(character)
    characterCount += 1
    let found = stops.filter { held.suffix($0.count) == $0[...] }
    if let stop = found.max(by: { $0.count < $1.count }) {
      held.removeLast(stop.count)
      reason = .stop
      stopText = String(stop)
    } else if characterCount == conditions.characters {
      reason = .length
    }
  }

  /// Gives away what cannot begin a stop text and returns its number of characters.
  private func release(into released: inout [Character]) -> Int {
    var kept = min(held.count, max(0, longestStop - 1))
    while kept > 0, !stops.contains(where: { begins($0, with: held.suffix(kept)) }) { kept -= 1 }
    released += held.dropLast(kept)
    return held.count - kept
  }

  /// Whether `stop` begins with `end` and goes on after it.
  private func begins(_ stop: [Character], with end: ArraySlice<Character>) -> Bool {
    stop.count > end.count && stop[..<end.count] == end
  }
}
