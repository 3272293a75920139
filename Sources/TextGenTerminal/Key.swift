package import TextGenTyping

/// What somebody does at a terminal.
package enum Key: Sendable, Hashable {
  /// Letters as they are typed: a whole code point, or several that came together.
  case text(String)
  /// Text that was pasted.
  case paste(String)
  case enter
  case tab
  case escape
  case backspace
  case deleteForward
  case move(TypedText.Move)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  /// A character with Alt.
  case alt(Character)
}
