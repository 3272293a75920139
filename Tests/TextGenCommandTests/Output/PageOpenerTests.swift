import Testing

@testable import TextGenCommand

struct PageOpenerTests {
  @Test(arguments: [
    ("127.0.0.1", "http://127.0.0.1:8398/"), ("0.0.0.0", "http://127.0.0.1:8398/"),
    ("::", "http://[::1]:8398/"), ("::1", "http://[::1]:8398/"),
    ("casa.local", "http://casa.local:8398/"),
  ])
  func `the page has an address that this machine reaches`(_ host: String, _ expected: String) {
    #expect(PageOpener.address(host: host, port: 8398) == expected)
  }

  @Test func `a browser that is missing or fails shows nothing`() {
    #expect(PageOpener.isShown("http://localhost/", by: "true"))
    #expect(!PageOpener.isShown("http://localhost/", by: "false"))
    #expect(!PageOpener.isShown("http://localhost/", by: "textgen-no-such-program"))
  }
}
