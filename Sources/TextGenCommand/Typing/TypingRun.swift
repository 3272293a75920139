import Glibc
import TextGen
import TextGenTerminal
import TextGenTyping

/// An evening at the terminal, from the first key to the last.
struct TypingRun {
  /// Milliseconds after an escape until it is a key of its own.
  private static let escapeTime: Int32 = 25
  /// Seconds without a key after which what was written is kept, and seconds with keys.
  private static let (pause, longest) = (2.0, 30.0)

  private let device: TerminalDevice
  private let ahead: WordsAhead
  private let kept: KeptMemory?
  private var file: WrittenFile
  private var writer: TerminalWriter
  private var screen: WritingScreen
  private var decoder = KeyDecoder()
  private var wanted: TerminalWriter.Request?
  /// Since when something was written that is kept nowhere; nil where there is no such thing.
  private var unkeptSince: Double?
  /// When the last key came.
  private var lastKey = 0.0

  /// The editor of `file`, whose text is `text`.
  init(
    _ file: WrittenFile, _ text: String, model: TextModel, kept: KeptMemory?,
    options: TerminalWriter.Options, words: WritingWords, style: WritingScreen.Style
  ) throws {
    device = try TerminalDevice()
    let session =
      kept.map { DocumentSession($0.session, goingOnFrom: text) }
      ?? DocumentSession(model.makeTypingSession())
    ahead = WordsAhead(session, count: options.count, notify: SignalPipe.wake)
    self.file = file
    self.kept = kept
    writer = TerminalWriter(text, options: options, words: words)
    screen = WritingScreen(model: model.name, style: style)
    if self.file.recovered(besides: text) != nil { writer.question = .recovery }
  }

  /// Writes until the writer leaves; returns the writer, or the signal that ended it.
  mutating func run() -> (writer: TerminalWriter, signal: Int32?) {
    defer {
      // What is said must not be on the screen that goes.
      device.restore()
      kept?.keep(ahead.memory)
    }
    while true {
      draw()
      switch device.next(within: patience) {
      case .bytes(let bytes):
        lastKey = Self.now()
        for key in decoder.decode(bytes) where press(key) { return (writer, nil) }
      case .time:
        for key in decoder.finish() where press(key) { return (writer, nil) }
      case .woken(let numbers):
        if let number = numbers.first(where: { [SIGTERM, SIGHUP, SIGINT].contains($0) }) {
          if writer.isModified { file.keep(writer.text.text) }
          return (writer, number)
        }
        if let found = ahead.take() { writer.show(found.suggestions, for: found.request) }
      case .end:
        if writer.isModified { file.keep(writer.text.text) }
        return (writer, SIGHUP)
      }
      keepIfDue()
    }
  }

  private mutating func draw() {
    if let request = writer.request, request != wanted {
      wanted = request
      ahead.find(request)
    }
    let (columns, rows) = device.size
    device.show(screen.frame(writer, file: file.path, columns: columns, rows: rows))
  }

  private var patience: Int32 {
    if decoder.isWaiting { return Self.escapeTime }
    return unkeptSince == nil ? -1 : 500
  }

  private mutating func keepIfDue() {
    guard writer.isModified, let since = unkeptSince else {
      unkeptSince = nil
      return
    }
    let now = Self.now()
    guard now - lastKey >= Self.pause || now - since >= Self.longest else { return }
    file.keep(writer.text.text)
    if let trouble = kept?.keepIfWorthIt(ahead.memory) { writer.message = trouble.text }
    unkeptSince = nil
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension TypingRun {
  /// Does what a key asks; whether it leads out.
  private mutating func press(_ key: Key) -> Bool {
    let before = writer.text.revision
    let wish = writer.press(key)
    if unkeptSince == nil, writer.text.revision != before { unkeptSince = Self.now() }
    switch wish {
    case nil: return false
    case .leave:
      file.removeRecovery()
      return true
    case .save:
      guard file.path != nil else {
        writer.question = .fileName("")
        return false
      }
      guard !file.hasChanged else {
        writer.question = .changedOnDisk
        return false
      }
      return save()
    case .saveAs(let path):
      file.take(name: path)
      // There may be another text of that name.
      guard !file.hasChanged else {
        writer.question = .changedOnDisk
        return false
      }
      return save()
    case .saveAnyway: return save()
    case .dropName:
      file.dropName()
      return false
    case .recover:
      if let text = file.recovered(besides: writer.text.text) { writer.recover(text) }
      return false
    case .dropRecovery:
      file.removeRecovery()
      return false
    }
  }

  private mutating func save() -> Bool {
    do {
      try file.write(writer.text.text)
      return writer.didSave(file.path ?? "")
    } catch {
      file.dropName()
      writer.didNotSave(ErrorReporting.sentence(of: error))
      return false
    }
  }
}
