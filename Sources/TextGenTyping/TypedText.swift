import TextGenTokenization

/// A text that somebody types, with its cursor and all that can be undone. It knows of no screen and no model.
///
/// Characters are grapheme clusters: a mark that comes after a letter becomes part of it.
package struct TypedText: Sendable, Hashable {
  /// One change, which can be taken back.
  private struct Change: Sendable, Hashable {
    var place: Int
    var removed: [Character]
    var added: [Character]
    /// The cursor before.
    var cursor: Int
    /// Whether letters that follow become part of it.
    var isOpen: Bool
  }

  /// The most changes that can be undone.
  private static let memory = 10_000

  package private(set) var characters: [Character]
  /// The number of characters before the cursor.
  package private(set) var cursor = 0
  /// How often the text was changed.
  package private(set) var revision = 0
  private var done: [Change] = []
  private var undone: [Change] = []
  /// The column to which the cursor goes back after shorter lines.
  private var wantedColumn: Int?

  /// A text, with the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  package var text: String { String(characters) }

  /// The text before the cursor, at most so many characters of it.
  package func before(atMost count: Int = .max) -> String {
    String(characters[max(0, cursor - min(count, cursor))..<cursor])
  }

  /// Whether the cursor is at the end of a line.
  package var isAtLineEnd: Bool { cursor == characters.count || characters[cursor].isNewline }

  /// The character before the cursor; nil at the beginning.
  package var previous: Character? { cursor > 0 ? characters[cursor - 1] : nil }
}

extension TypedText {
  /// Types `text`; what is typed letter by letter is undone word by word.
  package mutating func insert(_ text: String) {
    guard !text.isEmpty else { return }
    var added = Array(UnicodeForm.composed(text))
    var removed: [Character] = []
    // A mark joins the character before it.
    if let previous, let first = added.first {
      let joined = UnicodeForm.composed(String(previous) + String(first))
      if joined.count == 1 {
        removed = [previous]
        added[0] = Character(joined)
      }
    }
    let isWord = added.count == 1 && !added[0].isWhitespace
    change(cursor - removed.count, removed.count, added, isOpen: isWord)
  }

  /// Puts `text` in the place of the `count` characters before the cursor, as one change.
  package mutating func replace(_ count: Int, with text: String) {
    change(cursor - min(count, cursor), min(count, cursor), Array(text), isOpen: false)
  }

  /// Deletes the character before the cursor.
  package mutating func deleteBackward() {
    if cursor > 0 { change(cursor - 1, 1, [], isOpen: false) }
  }

  /// Deletes the character after the cursor.
  package mutating func deleteForward() {
    if cursor < characters.count { change(cursor, 1, [], isOpen: false) }
  }

  /// Deletes the word before the cursor.
  package mutating func deleteWord() { replace(cursor - wordStart(before: cursor), with: "") }

  /// Deletes what is left of the line, or its end.
  package mutating func deleteToLineEnd() {
    let end = lineEnd(after: cursor)
    let count = max(end - cursor, end == cursor && end < characters.count ? 1 : 0)
    if count > 0 { change(cursor, count, [], isOpen: false) }
  }

  private mutating func change(_ place: Int, _ count: Int, _ added: [Character], isOpen: Bool) {
    guard count > 0 || !added.isEmpty else { return }
    let removed = Array(characters[place..<place + count])
    undone = []
    wantedColumn = nil
    if isOpen, let last = done.last, last.isOpen, last.place + last.added.count == place + count,
      count <= last.added.count
    {
      done[done.count - 1].added.removeLast(count)
      done[done.count - 1].added += added
    } else {
      done.append(
        Change(place: place, removed: removed, added: added, cursor: cursor, isOpen: isOpen))
      if done.count > Self.memory { done.removeFirst(Self.memory / 10) }
    }
    characters.replaceSubrange(place..<place + count, with: added)
    cursor = place + added.count
    revision += 1
  }

  /// Takes the last change back.
  package mutating func undo() {
    guard let change = done.popLast() else { return }
    characters.replaceSubrange(
      change.place..<change.place + change.added.count, with: change.removed)
    cursor = change.cursor
    undone.append(change)
    revision += 1
    close()
  }

  /// Makes the last change that was taken back once more.
  package mutating func redo() {
    guard let change = undone.popLast() else { return }
    characters.replaceSubrange(
      change.place..<change.place + change.removed.count, with: change.added)
    cursor = change.place + change.added.count
    done.append(change)
    revision += 1
    close()
  }

  /// Letters that follow are a change of their own.
  private mutating func close() {
    if !done.isEmpty { done[done.count - 1].isOpen = false }
    wantedColumn = nil
  }
}

extension TypedText {
  /// A way of the cursor.
  package enum Move: Sendable, Hashable, CaseIterable {
    case left, right, up, down, lineStart, lineEnd, wordLeft, wordRight
  }

  /// Moves the cursor.
  package mutating func move(_ move: Move) {
    let column = wantedColumn ?? cursor - lineStart(before: cursor)
    close()
    switch move {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .lineStart: cursor = lineStart(before: cursor)
    case .lineEnd: cursor = lineEnd(after: cursor)
    case .wordLeft: cursor = wordStart(before: cursor)
    case .wordRight: cursor = wordEnd(after: cursor)
    case .up:
      let start = lineStart(before: cursor)
      guard start > 0 else {
        cursor = 0
        return
      }
      let above = lineStart(before: start - 1)
      cursor = min(above + column, start - 1)
      wantedColumn = column
    case .down:
      let end = lineEnd(after: cursor)
      guard end < characters.count else {
        cursor = end
        return
      }
      cursor = min(end + 1 + column, lineEnd(after: end + 1))
      wantedColumn = column
    }
  }

  private func lineStart(before place: Int) -> Int {
    (characters[..<place].lastIndex(where: \.isNewline) ?? -1) + 1
  }

  private func lineEnd(after place: Int) -> Int {
    characters[place...].firstIndex(where: \.isNewline) ?? characters.count
  }

  private func wordStart(before place: Int) -> Int {
    let end = characters[..<place].lastIndex { $0.isLetter || $0.isNumber } ?? -1
    return (characters[..<(end + 1)].lastIndex { !($0.isLetter || $0.isNumber) } ?? -1) + 1
  }

  private func wordEnd(after place: Int) -> Int {
    let start = characters[place...].firstIndex { $0.isLetter || $0.isNumber } ?? characters.count
    return characters[start...].firstIndex { !($0.isLetter || $0.isNumber) } ?? characters.count
  }
}
