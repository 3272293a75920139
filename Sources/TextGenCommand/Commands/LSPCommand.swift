import ArgumentParser
import Dispatch
import Glibc
import Synchronization
import TextGen
import TextGenLanguageServer

/// `textgen lsp`: words for writers in any editor.
struct LSPCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: CommandAbstract.lsp.text,
    discussion: CommandDiscussion.lsp.text)

  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var memory: MemoryOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func run() throws {
    let output = Mutex(())
    let load = try modelOptions.loader()
    let server = LanguageServer(
      version: VersionCommand.number, model: { try Self.noting(load) }, memory: memory.file,
      send: { bytes in
        output.withLock { _ in
          // Where the client has gone, standard input ends, too.
          _ = try? StandardStream.output.write(
            TerminalText(unescaped: String(decoding: bytes, as: UTF8.self)))
        }
      })
    if StandardInput.isTerminal { Conversation.note(EditorMessage.waiting) }
    var reader = MessageReader()
    var watch = ClientProcess()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard Self.hasInput() else {
        guard watch.hasEnded(server.client) else { continue }
        Self.keep(server)
        throw Failure(EditorMessage.editorEnded)
      }
      let count = unsafe read(0, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        Self.keep(server)
        throw Failure(server.hasClient ? EditorMessage.editorGone : .noEditor)
      }
      for found in reader.read(block[..<count]) {
        if let status = server.receive(found) {
          Self.keep(server)
          if status == 0 { return }
          throw ExitCode(status)
        }
      }
    }
  }

  /// Whether within two seconds there is something to read, or that has come to its end.
  private static func hasInput() -> Bool {
    var files = [pollfd(fd: 0, events: Int16(POLLIN), revents: 0)]
    return unsafe poll(&files, 1, 2000) > 0
  }

  /// The model that `load` loads; why there is none is in the editor's log.
  private static func noting(_ load: @Sendable () throws -> TextModel) throws -> TextModel {
    do {
      return try load()
    } catch {
      Conversation.fail(ErrorReporting.sentence(of: error))
      throw error
    }
  }

  /// Lets the server keep what was learned; a model that is still being loaded is waited for.
  private static func keep(_ server: LanguageServer) {
    let end = DispatchSemaphore(value: 0)
    Task.detached {
      await server.keep()
      end.signal()
    }
    end.wait()
  }
}

/// Looks for the process of an editor, which may end and leave standard input open to others.
private struct ClientProcess {
  private var seen: Int32?

  /// Whether process `number` has ended since it was seen; one of another container never is.
  mutating func hasEnded(_ number: Int32?) -> Bool {
    guard let number else { return false }
    let isThere = kill(number, 0) == 0 || errno == EPERM
    if isThere { seen = number }
    return !isThere && seen == number
  }
}
