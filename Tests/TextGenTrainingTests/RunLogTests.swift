import Foundation
import Testing
import TextGenLanguageModeling
import TextGenLayers
import TextGenTraining

/// The log of a run says what happened, and is read back by the type that wrote it.
struct RunLogTests {
  private func log(_ text: String, _ body: (RunLog) throws -> Void) throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: RunFolder(folder).log))
      try body(RunLog(of: RunFolder(folder)))
    }
  }

  @Test func `what is read back is what was written, line by line`() throws {
    try withFolder { base in
      _ = try TinyRun().trainer(base).run { _ in }
      try withFolder { folder in
        var run = TinyRun()
        run.training.startingModel = StartingModel(name: "base", try ModelFile(contentsOf: base))
        run.training.recurrentInitialization = .orthogonal
        run.training.ngramMegabytes = 2
        _ = try run.trainer(folder).run { _ in }
        let files = RunFolder(folder)
        let log = RunLog(of: files)
        let lines = try String(contentsOfFile: files.log, encoding: .utf8).split(separator: "\n")
        #expect(log.records.map(\.json) == lines.map(String.init))
        #expect(log.isOfRun && log.hasSaved)
        #expect(log.startingModel == "base")
        #expect(log.ending == .steps)
      }
    }
  }

  @Test(arguments: [
    TrainingRecord.recovered(step: 7, learningRate: 0.25), .warning("o disco está cheio"),
    .checkpoint(path: "a/b.safetensors"),
  ])
  func `rare events are read back, too`(_ record: TrainingRecord) throws {
    try log(record.json + "\n") { log in
      #expect(log.records.map(\.json) == [record.json])
      #expect(!log.isOfRun)
    }
  }

  @Test func `a number that is none is read back`() throws {
    let line =
      #"{"best":false,"bits_per_character":"nan","epoch":1,"event":"validation","perplexity":"inf","#
      + #""seconds":1.5,"step":3}"#
    try log(line + "\n") { log in
      guard case .validation(let validation)? = Array(log.records).first else {
        Issue.record("no validation")
        return
      }
      #expect(validation.bitsPerCharacter.isNaN && validation.perplexity == .infinity)
    }
  }

  @Test func `an event of another version counts by its name`() throws {
    try log("{\"event\":\"start\",\"version\":9}\n{\"event\":\"checkpoint\",\"path\":\"x\"}\n") {
      log in
      #expect(log.isOfRun && log.hasSaved && log.startingModel == nil && log.ending == nil)
    }
    for text in ["", "{\"dia\":1}\n", "notas\n"] {
      try log(text) { log in
        #expect(!log.isOfRun && !log.hasSaved && Array(log.records).isEmpty)
      }
    }
  }

  @Test func `an interruption is no ending`() throws {
    func line(_ reason: String) -> String {
      #"{"epochs":1,"event":"end","reason":"\#(reason)","seconds":1,"steps":4}"# + "\n"
    }
    try log(line("steps")) { log in #expect(log.ending == .steps) }
    try log(line("interrupted")) { log in #expect(log.ending == nil) }
    try log(line("steps") + "{\"event\":\"start\"}\n") { log in #expect(log.ending == nil) }
  }
}
