package import TextGenAdaptation
package import TextGenGeneration

/// Words for somebody who edits a text: the session follows what is before the cursor, wherever that goes.
///
///     var session = DocumentSession(model.makeTypingSession())
///     session.follow("Os alunos ")
///     session.suggestions(typed: "tir")
///
/// A model that learns reads once for good what was written, and nothing more when the cursor goes back
/// into it; what is after a place where something was put in between is new to it.
package struct DocumentSession: Sendable {
  private var session: TypingSession
  /// What was read for good.
  private var known = ""
  /// The text before the cursor; nil where something else was done with the session.
  private var current: String? = ""

  /// A session that has read nothing.
  package init(_ session: TypingSession) { self.session = session }

  /// A session of somebody who goes on with `text`, of which nothing is learned: he did not write it now.
  package init(_ session: TypingSession, goingOnFrom text: String) {
    self.session = session
    (known, current) = (text, nil)
  }

  /// The characters of `text` that following it would read for good.
  package func newCharacters(in text: String) -> Int {
    var session = self
    session.slide(to: text)
    return text[Self.common(session.known, text)...].count
  }

  /// Makes `text` the text before the cursor, as far as it counts.
  package mutating func follow(_ text: String) {
    guard text != current else { return }
    slide(to: text)
    let shared = Self.common(known, text)
    let beginning = String(text[..<shared])
    if current != beginning { session.reread(beginning) }
    if shared < text.endIndex {
      session.append(String(text[shared...]))
      known = text
    }
    current = text
  }

  /// Leaves out the beginning of what was read that `text` no longer has, the end of a long text.
  private mutating func slide(to text: String) {
    let head = Array(text.utf8.prefix(256))
    guard text.utf8.count > 4000, !known.utf8.starts(with: head),
      let place = Array(known.utf8).firstRange(of: head)?.lowerBound
    else { return }
    current = current.flatMap {
      $0.utf8.count < place ? nil : String(decoding: $0.utf8.dropFirst(place), as: UTF8.self)
    }
    known = String(decoding: known.utf8.dropFirst(place), as: UTF8.self)
  }

  /// The words that may be meant by `typed` after the text, as of a `TypingSession`.
  package mutating func suggestions(
    typed: String = "", count: Int = 5, before right: String = ""
  ) -> Suggestions {
    session.suggestions(typed: typed, count: count, before: right)
  }

  /// The letters that may come next in the word of which `typed` is typed, as of a `TypingSession`.
  package func letters(typed: String = "", folds: Bool = true) -> [LetterPrediction] {
    session.letters(typed: typed, folds: folds)
  }

  /// Goes on with the same text in the place of `other`, which has another memory.
  package mutating func goOn(in other: TypingSession) { session.goOn(in: other) }

  /// What the model remembers; nil where it has no memory.
  package var memory: TextMemory? { session.memory }

  /// What `body` does with the session itself; the next text is then a new one.
  package mutating func withTyping<Result>(_ body: (inout TypingSession) -> Result) -> Result {
    (known, current) = ("", nil)
    return body(&session)
  }

  /// Forgets the text and what was learned of it.
  package mutating func reset() {
    session.reset()
    (known, current) = ("", "")
  }

  /// The end, in `text`, of the characters with which both begin.
  private static func common(_ known: String, _ text: String) -> String.Index {
    var (ours, theirs) = (known.utf8.makeIterator(), text.utf8.makeIterator())
    var count = 0
    while let byte = ours.next(), byte == theirs.next() { count += 1 }
    // Back to where a character ends in both: a mark may follow what was a whole letter.
    while count > 0 {
      let end = text.utf8.index(text.startIndex, offsetBy: count)
      let ownEnd = known.utf8.index(known.startIndex, offsetBy: count)
      if String.Index(end, within: text) != nil, String.Index(ownEnd, within: known) != nil {
        return end
      }
      count -= 1
    }
    return text.startIndex
  }
}
