import Testing
import TextGenFigures

struct ReportTests {
  private func report(_ text: String, _ language: Language) -> String {
    let reading = Report.Reading(text, lookFor: text)
    var table = ReportTable(text, reading, header: ["modelo", "bits"], numberColumns: [1])
    table.add([text, "1,5"])
    let figures = Samples.figures(text, language: language).map {
      Report.Block.figure($0, reading)
    }
    return Report(
      text, about: text, on: CivilDate(year: 2026, month: 3, day: 1), language: language,
      sections: [
        .init(text, [.paragraph(text), .table(table), .table(table)]), .init("figures", figures),
        .init("empty"),
      ]
    ).html
  }

  @Test(arguments: Language.allCases)
  func `a page needs nothing from elsewhere and runs nothing`(language: Language) {
    let html = report("ação", language)
    #expect(!html.contains("http") && !html.contains("<script") && !html.contains("@import"))
    #expect(!html.contains("url("))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(html.contains("prefers-color-scheme:dark") && html.contains("@media print"))
    #expect(html.contains(language == .portuguese ? "Tabela 2. ação" : "Table 2. ação"))
    #expect(html.contains(language == .portuguese ? "Figura 4. ação" : "Figure 4. ação"))
  }

  @Test(arguments: Samples.hostileTexts)
  func `elements are closed in the order in which they were opened`(text: String) {
    let html = report(text, .english)
    // With the few elements that have no end closed, the page is XML.
    let page = html.replacing("<!DOCTYPE html>\n", with: "")
      .replacing(/<meta [^>]*>/, with: "")
    let drawn = DrawnDocument(page)
    #expect(drawn.flaw == nil)
    #expect(drawn.all("main").count == 1 && drawn.all("h1").count == 1)
    #expect(drawn.all("svg").allSatisfy { $0.attributes["role"] == "img" })
    let ids = drawn.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let targets = drawn.all("a").compactMap { $0.attributes["href"]?.dropFirst() }
    #expect(targets.allSatisfy { ids.contains(String($0)) } && targets.count == 4)
  }

  @Test func `the cells of a table say what they head`() {
    let drawn = DrawnDocument(
      report("x", .english).replacing("<!DOCTYPE html>\n", with: "")
        .replacing(/<meta [^>]*>/, with: ""))
    let heads = drawn.all("th").compactMap { $0.attributes["scope"] }
    #expect(heads == ["col", "col", "row", "col", "col", "row"])
    #expect(drawn.all("td").allSatisfy { $0.attributes["class"] == "number" && $0.text == "1,5" })
  }

  @Test func `a row with too few cells stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = ReportTable("t", .init("a", lookFor: "b"), header: ["a", "b"], rows: [["1"]])
    }
  }

  @Test func `a page says what it is about and of which day, and its title once`() {
    let date = CivilDate(year: 2026, month: 11, day: 30)
    let reading = Report.Reading("Vê-se isto.", lookFor: "Procure aquilo.")
    var table = ReportTable("Números", reading, header: ["a", "b"])
    table.add(["1", "2"])
    let page = Report(
      "Portas", about: "Modelo: poesia", on: date, language: .portuguese,
      sections: [.init(nil, [.table(table), .figure(Samples.chart([1, 2]), reading)])]
    ).html
    #expect(page.contains("<title>Portas · Modelo: poesia</title>"))
    #expect(page.contains("<h1>Portas</h1>") && page.ranges(of: "Portas").count == 2)
    #expect(
      page.contains("Modelo: poesia · <time datetime=\"2026-11-30\">30 de novembro de 2026</time>"))
    #expect(page.contains("Tabela 1. Números. Vê-se isto. Procure aquilo.</span>"))
    #expect(page.contains("Figura 1. Vê-se isto. Procure aquilo.</figcaption>"))
    #expect(!page.contains("<h2") && !page.contains("<nav"))
  }

  @Test func `headings are listed where there are more than two`() {
    func page(_ headings: [String?]) -> String {
      Report(
        "t", about: "m", on: CivilDate(year: 2026, month: 1, day: 2), language: .english,
        sections: headings.map { .init($0) }
      ).html
    }
    #expect(page(["a", nil, "b", "c"]).contains("<li><a href=\"#section-4\">c</a></li>"))
    #expect(!page(["a", nil, "b"]).contains("<nav"))
  }

  @Test func `on a narrow screen the names of rows stay where the numbers are moved`() throws {
    let page = report("x", .english)
    #expect(page.contains("tr>:first-child{position:sticky;left:0;background:var(--paper)}"))
    #expect(page.contains("width=device-width, initial-scale=1"))
    // What is wider than the screen scrolls in a box of its own, or is drawn once more for it.
    let drawn = DrawnDocument(
      page.replacing("<!DOCTYPE html>\n", with: "").replacing(/<meta [^>]*>/, with: ""))
    let boxes = drawn.all("div").compactMap { $0.attributes["class"] }
    #expect(boxes.count { $0 == "scroll" } == drawn.all("table").count)
    #expect(boxes.count { $0 == "narrow" } == boxes.count { $0 == "wide" })
    for drawing in drawn.all("svg") {
      let width = try #require(drawing.attributes["width"].flatMap(Double.init))
      #expect(width <= 358 || width == 840)
    }
  }

  @Test func `a day is written as people write it`() {
    let days = (1...12).map { CivilDate(year: 2026, month: $0, day: 9) }
    #expect(days[2].text(in: .portuguese) == "9 de março de 2026")
    #expect(days[2].text(in: .english) == "9 March 2026")
    for language in Language.allCases {
      #expect(Set(days.map { $0.text(in: language) }).count == 12)
    }
  }
}
