import Testing
import TextGenFigures

struct ReportTests {
  private func report(_ text: String, _ language: Language) -> String {
    var table = ReportTable(text, header: ["modelo", "bits"], numberColumns: [1])
    table.add([text, "1,5"])
    let figures = Samples.figures(text, language: language).map {
      Report.Block.figure($0, caption: text)
    }
    return Report(
      text, language: language,
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
      _ = ReportTable("t", header: ["a", "b"], rows: [["1"]])
    }
  }
}
