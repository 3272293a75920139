import Testing

@testable import TextGenTyping

struct TypedTextTests {
  @Test func `letters are undone word by word, and a choice as one`() {
    var text = TypedText()
    for letter in "Os al" { text.insert(String(letter)) }
    text.replace(2, with: "alunos ")
    #expect(text.text == "Os alunos ")
    text.undo()
    #expect(text.text == "Os al" && text.cursor == 5)
    text.undo()
    #expect(text.text == "Os ")
    text.redo()
    text.redo()
    #expect(text.text == "Os alunos ")
    text.insert("x")
    text.redo()
    #expect(text.text == "Os alunos x")
  }

  @Test func `a mark joins its letter, whichever way it came`() {
    var text = TypedText()
    for piece in ["a", "\u{303}", "o"] { text.insert(piece) }
    #expect(text.text == "ão" && text.cursor == 2)
    #expect(Array(text.text.unicodeScalars).count == 2)
    text.undo()
    #expect(text.text == "")
    text.insert("e\u{301}")
    #expect(text.text.unicodeScalars.count == 1)
    text.deleteBackward()
    #expect(text.text == "")
    text.insert("👩‍👧")
    text.move(.left)
    #expect(text.cursor == 0)
  }

  @Test func `the cursor goes by characters, words and lines, and keeps its column`() {
    var text = TypedText("um dois\nxy\ntrês quatro")
    text.move(.lineStart)
    text.move(.wordRight)
    #expect(text.before() == "um dois\nxy\ntrês")
    text.move(.up)
    #expect(text.before() == "um dois\nxy")
    text.move(.up)
    #expect(text.before() == "um d")
    text.move(.up)
    #expect(text.cursor == 0)
    text.move(.lineEnd)
    text.move(.wordLeft)
    #expect(text.before() == "um " && !text.isAtLineEnd)
    text.deleteToLineEnd()
    #expect(text.text == "um \nxy\ntrês quatro" && text.isAtLineEnd)
    text.deleteToLineEnd()
    #expect(text.text == "um xy\ntrês quatro")
    text.move(.down)
    text.move(.down)
    #expect(text.cursor == text.characters.count)
    text.deleteWord()
    #expect(text.text == "um xy\ntrês ")
  }

  @Test func `any keys leave a cursor within the text, and undo leads back to the beginning`() {
    var text = TypedText("início\n")
    var state: UInt64 = 7
    func next(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % Int(count)
    }
    let pieces = ["a", "\u{301}", " ", "\n", "😀", "palavra ", "e\u{303}"]
    for _ in 0..<2000 {
      switch next(7) {
      case 0, 1: text.insert(pieces[next(7)])
      case 2: text.deleteBackward()
      case 3: text.deleteForward()
      case 4: text.move(TypedText.Move.allCases[next(8)])
      case 5: text.replace(next(4), with: pieces[next(7)])
      default: if next(2) == 0 { text.undo() } else { text.redo() }
      }
      #expect((0...text.characters.count).contains(text.cursor))
    }
    for _ in 0..<3000 { text.undo() }
    #expect(text.text == "início\n")
  }
}
