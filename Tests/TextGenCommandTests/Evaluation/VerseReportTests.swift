import Testing
import TextGenEvaluation
import TextGenProsody

@testable import TextGenCommand

struct VerseReportTests {
  @Test func `each measure of poems is a row, poems of the model before those of people`() {
    var report = VerseReport(
      form: "trova", failed: 1, steps: 1234.5, written: FormMeasures(), real: FormMeasures(),
      bits: VerseReport.Bits(written: 1.25, real: nil, free: nil))
    let none = VerseMeasureText.part(0, of: 0).text
    let names: [VerseMeasureText] = [
      .poemsInForm, .linesInMetre, .unforcedLines, .danglingLines, .rightPairs, .poorPairs,
      .inflectedRhymes, .repeatedPairs,
    ]
    let bits = [MeasureText.bitsPerCharacter.text, fixed(1.25, 3), MeasureText.none.text]
    let steps = [VerseMeasureText.steps.text, grouped(1235), ""]
    #expect(report.rows == names.map { [$0.text, none, none] } + [bits, steps])
    report.copiedLines = VerseReport.Copies(written: 2, real: 1)
    report.bits.free = 1.5
    let copies = [
      VerseMeasureText.copiedLines.text, VerseMeasureText.part(2, of: 0).text,
      VerseMeasureText.part(1, of: 0).text,
    ]
    #expect(
      report.rows.suffix(4)
        == [copies, bits, [VerseMeasureText.freeBits.text, fixed(1.5, 3), ""], steps])
  }

  @Test func `a word at two ends of a poem without rhymes is told by its lines`() throws {
    let haicai = try #require(Form.named("haicai"))
    let poem = Poem(stanzas: [["A noite vem", "O dia cai", "A lua vem"]])
    var measures = FormMeasures()
    measures.add(PoemScanner(form: haicai).scan(poem), haicai)
    let report = VerseReport(
      form: "haicai", failed: 0, steps: 1, written: measures, real: FormMeasures(),
      bits: VerseReport.Bits(written: nil, real: nil, free: nil))
    let name = VerseMeasureText.repeatedPairs.text
    let row = report.rows.first { $0[0] == name }
    #expect(
      row == [name, VerseMeasureText.part(1, of: 3).text, VerseMeasureText.part(0, of: 0).text])
  }

  @Test func `copies and variety are rows where they are known`() {
    var report = VerseReport(
      form: "quadra", failed: 0, steps: 1, written: FormMeasures(), real: FormMeasures(),
      bits: VerseReport.Bits(written: nil, real: nil, free: nil))
    let poem = PoemScanner().scan(Poem(stanzas: [["A noite vem", "O dia cai"]]))
    report.variety = VerseReport.Varieties(written: [poem, poem], real: [poem])
    report.copiedRuns = VerseReport.Copies(written: 1, real: 0)
    let rows = Dictionary(uniqueKeysWithValues: report.rows.map { ($0[0], $0) })
    let distinct = VerseMeasureText.distinct(1, words: 6).text
    #expect(rows[distinct] == [distinct, fixed(1, 3), fixed(1, 3)])
    #expect(rows[VerseMeasureText.selfBLEU.text]?[1] == MeasureText.none.text)
    #expect(rows[VerseMeasureText.copiedRuns.text]?[1] == VerseMeasureText.part(1, of: 0).text)
    #expect(rows[VerseMeasureText.copiedLines.text] == nil)
  }

  @Test func `measures of poems have names in both languages`() {
    let texts: [VerseMeasureText] = [
      .writing(1, of: 2), .poemsInForm, .linesInMetre, .unforcedLines, .danglingLines, .rightPairs,
      .poorPairs, .inflectedRhymes, .repeatedPairs, .copiedLines, .copiedRuns, .freeBits, .steps,
      .part(1, of: 2), .distinct(2, words: 3), .selfBLEU, .rhymeEntropy, .commonestPair,
    ]
    for text in texts { #expect(text.english != text.portuguese) }
    let drawn = VerseMeasureText.drawn(2, form: "trova", failed: 1)
    #expect(drawn.english == "2 poems, trova, 1 not found, ")
    #expect(drawn.portuguese == "2 poemas, trova, 1 não encontrado, ")
  }
}
