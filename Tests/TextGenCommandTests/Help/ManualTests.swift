import Foundation
import Testing

@testable import TextGenCommand

/// The pages of the manual.
struct ManualTests {
  /// What the parser would dump of a small program.
  private static let dump = #"""
    {"serializationVersion": 0, "command": {
      "commandName": "textgen", "shouldDisplay": true, "abstract": "It writes.",
      "discussion": "  textgen train a.txt   learn", "subcommands": [
        {"commandName": "hidden", "superCommands": ["textgen"], "shouldDisplay": false},
        {"commandName": "help", "superCommands": ["textgen"], "shouldDisplay": true},
        {"commandName": "train", "superCommands": ["textgen"], "shouldDisplay": true,
          "abstract": "Train a model.",
          "discussion": "  textgen train a.txt      a model in a\n  textgen train a.txt --count 2\n\nIt ends after\n--count texts, or `--steps 3`.\n\n.x, \"C:\\y\" and 'z' aren't read.\n\n  {\"a\": 1}",
          "arguments": [
            {"kind": "positional", "shouldDisplay": true, "isOptional": true, "isRepeating": true,
              "valueName": "corpus", "abstract": "Texts."},
            {"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
              "sectionTitle": "Network", "names": [{"kind": "long", "name": "cell"}],
              "valueName": "kind", "abstract": "Cell (values: lstm, gru; default: lstm).",
              "allValues": ["lstm", "gru"], "defaultValue": "lstm"},
            {"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
              "sectionTitle": "Run", "valueName": "n", "abstract": "Texts.", "defaultValue": "5",
              "names": [{"kind": "long", "name": "count"}, {"kind": "short", "name": "n"}],
              "discussion": "More of it.\n\nAnd more."},
            {"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
              "sectionTitle": "Network", "names": [{"kind": "long", "name": "unit"}],
              "valueName": "kind", "allValues": ["word", "character"]},
            {"kind": "flag", "shouldDisplay": false, "isOptional": true, "isRepeating": false,
              "names": [{"kind": "long", "name": "secret"}], "valueName": "secret"},
            {"kind": "flag", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
              "names": [{"kind": "short", "name": "h"}, {"kind": "long", "name": "help"}],
              "valueName": "help", "abstract": "Show help information."}
          ]}]}}
    """#

  @Test(.enabled(if: ManualText.name.text == ManualText.name.english))
  func `a page has the words of the parser, as nothing that roff would act on`() throws {
    let dump = try JSONDecoder().decode(ParserDump.self, from: Data(Self.dump.utf8))
    let pages = ManualPage.all(of: dump)
    #expect(pages.map(\.name) == ["textgen", "textgen-train"])
    #expect(pages[1].text(version: "textgen 1.2", date: "2026-11-30") == Self.page)
    let first = pages[0].text(version: "", date: "")
    #expect(
      first.hasPrefix(
        ".\\\" -*- mode: nroff; coding: utf-8 -*-\n.TH \"TEXTGEN\" 1 \"\" \"\" \"Manual of textgen\"\n"
      ))
    #expect(first.contains(".SH \"COMMANDS\"\n.TP\n\\fBtextgen\\-train\\fR(1)\nTrain a model.\n"))
    #expect(first.contains("\n.TP\n\\fB64\\fR\nThe command line is wrong; "))
  }

  private static let page = #"""
    .\" -*- mode: nroff; coding: utf-8 -*-
    .TH "TEXTGEN\-TRAIN" 1 "2026-11-30" "textgen 1.2" "Manual of textgen"
    .nh
    .ad l
    .SH "NAME"
    textgen\-train \- Train a model
    .SH "SYNOPSIS"
    \fBtextgen train\fR [\fIoptions\fR] [\fIcorpus\fR ...]
    .SH "DESCRIPTION"
    Train a model.
    .PP
    It ends after \-\-count texts, or \fB\-\-steps 3\fR.
    .PP
    \&.x, \(dqC:\ey\(dq and \(aqz\(aq aren\(aqt read.
    .PP
    .nf
      {\(dqa\(dq: 1}
    .fi
    .SH "ARGUMENTS"
    .TP
    \fIcorpus\fR ...
    Texts.
    .SH "OPTIONS"
    .SS "Network"
    .TP
    \fB\-\-cell\fR \fIkind\fR
    Cell (values: lstm, gru; default: lstm).
    .TP
    \fB\-\-unit\fR \fIkind\fR
    (values: word, character)
    .SS "Run"
    .TP
    \fB\-n\fR, \fB\-\-count\fR \fIn\fR
    Texts. (default: 5)
    .IP
    More of it.
    .IP
    And more.
    .SS "Help"
    .TP
    \fB\-h\fR, \fB\-\-help\fR
    Show the help.
    .SH "EXAMPLES"
    .TP
    \fBtextgen train a.txt\fR
    a model in a
    .PP
    \fBtextgen train a.txt \-\-count 2\fR
    .SH "SEE ALSO"
    \fBtextgen\fR(1)

    """#

  /// The pages that the program writes, by the names of their files.
  private func pages(_ language: String) throws -> [String: String] {
    let place = try Workplace()
    var program = place.program
    program.environment = ["TEXTGEN_LANGUAGE": language, "SOURCE_DATE_EPOCH": "86400"]
    let outcome = try program.run("manual", "man1")
    #expect(outcome.status == 0 && outcome.error.isEmpty && outcome.output.isEmpty)
    var pages: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path + "/man1") {
      pages[name] = String(decoding: try place.read("man1/" + name), as: UTF8.self)
    }
    return pages
  }

  @Test func `each command that the help shows has a page with each of its options`() throws {
    let program = try ParserDump.ofProgram().command
    let pages = try pages("en")
    #expect(pages.count == program.shownSubcommands.count + 1)
    for command in [program] + program.shownSubcommands {
      let page = try #require(pages[command.words.joined(separator: "-") + ".1"])
      #expect(page.contains(" 1 \"1970-01-02\" \"textgen "))
      for name in command.shownArguments([.option, .flag]).flatMap({ $0.names ?? [] }) {
        let typed = name.typed.replacing("-", with: "\\-")
        #expect(page.contains("\\fB\(typed)\\fR"), "\(command.commandName) \(name.typed)")
      }
    }
  }

  @Test func `the pages are there in Portuguese, with the same names`() throws {
    let (english, portuguese) = (try pages("en"), try pages("pt"))
    #expect(english.keys.sorted() == portuguese.keys.sorted())
    for (name, page) in portuguese {
      #expect(page.contains(".SH \"NOME\"\n") && page.contains(".SH \"OPÇÕES\"\n"), "\(name)")
      #expect(!page.contains("Show help information"), "\(name)")
    }
    #expect(try pages("pt") == portuguese)
  }

  @Test func `pages take no place of anything`() throws {
    let place = try Workplace()
    try place.write(Data("x".utf8), to: "man1/textgen.1")
    let outcome = try place.program.run("manual", "man1")
    #expect(outcome.status == 1)
    #expect(outcome.error == "textgen: error: man1 exists already; name a new folder\n")
    #expect(try place.read("man1/textgen.1") == Data("x".utf8))
  }
}
