package import TextGen
import TextGenGeneration
package import TextGenTyping

/// Somebody who writes in a terminal: keys change the text, candidates come for it. It knows of no device.
package struct TerminalWriter: Sendable {
  /// How it is set.
  package struct Options: Sendable, Hashable {
    /// Candidates that are shown, 0 for none.
    package var count = 5
    package var hasGhost = true
    /// Whether digits choose; a backslash before a digit types it.
    package var digitsChoose = false

    /// The usual.
    package init() {}
  }

  /// What a key asks of who owns the device and the file.
  package enum Wish: Sendable, Hashable {
    case save
    /// Saves under a name.
    case saveAs(String)
    /// Saves over what somebody else wrote.
    case saveAnyway
    /// Saves under no such name.
    case dropName
    case recover
    case dropRecovery
    case leave
  }

  /// A question that keys answer.
  package enum Question: Sendable, Hashable {
    case leaving
    case fileName(String)
    case changedOnDisk
    case recovery
  }

  /// What words are asked for: those after `text` for `typed`.
  package struct Request: Sendable, Hashable {
    package var text: String
    package var typed: String
  }

  /// The least probability of a word that is shown as a ghost.
  static let ghostThreshold = 0.2
  /// A list whose candidates have less together is not shown.
  static let listThreshold = 0.05

  package let options: Options
  package let words: WritingWords
  package var text: TypedText
  package private(set) var slots: CandidateSlots
  package private(set) var ghost = ""
  package private(set) var keys = KeyCount()
  /// Characters that were there before the first key.
  private let givenCount: Int
  package var isModified = false
  package var question: Question?
  /// What is said once, until the next key.
  package var message: String?
  package private(set) var showsHelp = false
  /// The cursor after a space that came with a chosen word.
  private var softSpace: Int?
  private var isHidden = false
  private var isEscaped = false
  private var leavesWhenSaved = false

  /// A writer of `text`.
  package init(_ text: String = "", options: Options = Options(), words: WritingWords) {
    self.text = TypedText(text)
    givenCount = text.count
    self.options = options
    self.words = words
    slots = CandidateSlots(count: options.count)
  }

  /// Characters that came since the first key.
  package var writtenCount: Int { max(0, text.characters.count - givenCount) }

  /// The share of keys that were saved.
  package var savedShare: Double { keys.savedShare(ofCharacters: writtenCount) }

  private var isSoft: Bool { softSpace == text.cursor && text.previous == " " }

  /// The words that are wanted now; nil where none are.
  package var request: Request? {
    guard options.count > 0 || options.hasGhost, question == nil, !showsHelp else { return nil }
    let before = text.before(atMost: 8000)
    if isSoft { return Request(text: String(before.dropLast()), typed: "") }
    let (whole, typed) = LastWord.split(before)
    return Request(text: String(whole), typed: String(typed))
  }

  /// Shows what was found for `request`, unless the text is another one by now.
  package mutating func show(_ found: Suggestions, for request: Request) {
    guard request == self.request else { return }
    let candidates = found.wordsAndMarks
    let sum = candidates.reduce(0) { $0 + $1.probability }
    guard !isHidden, sum >= Self.listThreshold else { return clear() }
    slots.show(
      candidates.map { candidate in
        var candidate = candidate
        if !candidate.isMark {
          candidate.word = WordCase.cased(candidate.word, typed: request.typed, after: request.text)
        }
        return candidate
      })
    guard options.hasGhost, text.isAtLineEnd,
      let best = candidates.first(where: { !$0.isMark }), best.probability >= Self.ghostThreshold
    else {
      ghost = ""
      return
    }
    let word = WordCase.cased(best.word, typed: request.typed, after: request.text)
    ghost = String(WordCase.rest(of: word, typed: request.typed))
  }

  private mutating func clear() {
    slots.clear()
    ghost = ""
  }
}

extension TerminalWriter {
  /// Does what `key` asks, and tells what is left to others.
  package mutating func press(_ key: Key) -> Wish? {
    message = nil
    if showsHelp {
      showsHelp = false
      return nil
    }
    if let question { return answer(question, key) }
    ghost = key == .tab || key == .move(.right) ? ghost : ""
    switch key {
    case .text(let letters): type(letters)
    case .paste(let pasted): change(keys: 1) { $0.insert(pasted) }
    case .enter: change { $0.insert("\n") }
    case .tab: if ghost.isEmpty { type("\t") } else { takeGhost() }
    case .escape:
      isHidden = true
      clear()
    case .backspace: change { $0.deleteBackward() }
    case .deleteForward: change { $0.deleteForward() }
    case .move(.right) where !ghost.isEmpty && text.isAtLineEnd: takeGhost()
    case .move(let move): text.move(move)
    case .alt(let character): if let digit = character.wholeNumberValue { choose(digit) }
    case .control(let letter): return control(letter)
    }
    return nil
  }

  private mutating func control(_ letter: Character) -> Wish? {
    switch letter {
    case "z": change(keys: 0) { $0.undo() }
    case "y": change(keys: 0) { $0.redo() }
    case "w": change { $0.deleteWord() }
    case "k": change { $0.deleteToLineEnd() }
    case "a": text.move(.lineStart)
    case "e": text.move(.lineEnd)
    case "g": showsHelp = true
    case "s": return .save
    case "q": return leave()
    case "d" where text.characters.isEmpty: return leave()
    case "d": change { $0.deleteForward() }
    default: break
    }
    return nil
  }

  private mutating func leave() -> Wish? {
    guard isModified else { return .leave }
    question = .leaving
    return nil
  }

  private mutating func change(keys count: Int = 1, _ body: (inout TypedText) -> Void) {
    let before = text.revision
    body(&text)
    keys.keys += count
    softSpace = nil
    if text.revision != before { isModified = true }
    if text.previous?.isWhitespace ?? true { isHidden = false }
    ghost = ""
  }

  private mutating func type(_ letters: String) {
    if options.digitsChoose, letters.count == 1, let digit = letters.first?.wholeNumberValue,
      !isEscaped
    {
      if slots.places.indices.contains(digit - 1), slots.places[digit - 1] != nil {
        return choose(digit)
      }
    }
    if options.digitsChoose, letters == "\\", !isEscaped {
      isEscaped = true
      return
    }
    let typed = isEscaped && letters.first?.wholeNumberValue == nil ? "\\" + letters : letters
    isEscaped = false
    let count = letters.count
    if isSoft, WordCase.takesSpace(typed) {
      change(keys: count) { $0.replace(1, with: typed) }
    } else {
      change(keys: count) { $0.insert(typed) }
    }
  }

  private mutating func choose(_ digit: Int) {
    guard digit >= 1, digit <= slots.places.count, let candidate = slots.places[digit - 1] else {
      return
    }
    take(candidate.word, isMark: candidate.isMark)
  }

  private mutating func takeGhost() {
    let typed = isSoft ? "" : LastWord.split(text.before(atMost: 8000)).typed
    take(typed + ghost, isMark: false)
  }

  /// Puts a chosen word in the place of the letters typed, with a space that vanishes before a mark.
  private mutating func take(_ word: String, isMark: Bool) {
    let removed =
      isMark ? (isSoft ? 1 : 0) : isSoft ? 0 : LastWord.split(text.before(atMost: 8000)).typed.count
    let next = text.cursor < text.characters.count ? text.characters[text.cursor] : nil
    let hasSpace =
      next.map { $0.isNewline || !($0.isWhitespace || WordCase.takesSpace(String($0))) } ?? true
    change { $0.replace(removed, with: word + (hasSpace ? " " : "")) }
    isHidden = false
    if hasSpace { softSpace = text.cursor }
  }
}

extension TerminalWriter {
  private mutating func answer(_ asked: Question, _ key: Key) -> Wish? {
    if case .fileName(let name) = asked { return answerName(name, key) }
    // Letters that were typed ahead come together, and answer nothing.
    let letter: String? = if case .text(let text) = key { text.lowercased() } else { nil }
    let (isYes, isNo) = (letter == String(words.yes), letter == String(words.no))
    guard isYes || isNo || key == .escape && asked != .recovery else { return nil }
    question = nil
    switch asked {
    case .leaving:
      leavesWhenSaved = isYes
      return isYes ? .save : isNo ? .leave : nil
    case .changedOnDisk:
      if !isYes { leavesWhenSaved = false }
      return isYes ? .saveAnyway : .dropName
    case .recovery: return isYes ? .recover : isNo ? .dropRecovery : nil
    case .fileName: return nil
    }
  }

  private mutating func answerName(_ name: String, _ key: Key) -> Wish? {
    switch key {
    case .text(let letters): question = .fileName(name + letters)
    case .paste(let pasted): question = .fileName(name + pasted.filter { !$0.isNewline })
    case .backspace: question = .fileName(String(name.dropLast()))
    case .enter where !name.isEmpty:
      question = nil
      return .saveAs(name)
    case .escape:
      question = nil
      leavesWhenSaved = false
    default: break
    }
    return nil
  }

  /// Takes notice that the text lies in `path`; tells whether to leave now.
  package mutating func didSave(_ path: String) -> Bool {
    isModified = false
    message = words.written(path)
    return leavesWhenSaved
  }

  /// Takes notice that the text could not be saved.
  package mutating func didNotSave(_ sentence: String) {
    leavesWhenSaved = false
    message = sentence
  }

  /// Takes up a text that was not saved.
  package mutating func recover(_ recovered: String) {
    text = TypedText(recovered)
    isModified = true
  }
}
