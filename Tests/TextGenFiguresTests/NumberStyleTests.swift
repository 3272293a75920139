import Testing
import TextGenFigures

struct NumberStyleTests {
  @Test(arguments: [
    (0.0, "0", "0"), (0.5, "0,5", "0.5"), (-12.345, "−12,3", "-12.3"), (1234.5, "1235", "1235"),
    (45_678, "45\u{202F}678", "45678"), (0.00012, "1,2×10⁻⁴", "1.2e-4"),
    (1e7, "10⁷", "1e7"), (999_999_999, "10⁹", "1e9"), (-.infinity, "−∞", "-inf"),
    (.nan, "NaN", "NaN"), (.leastNonzeroMagnitude, "0", "0"), (-0.0, "0", "0"),
    (1.7976931348623157e308, "1,8×10³⁰⁸", "1.8e308"),
  ])
  func `short numbers have about three digits`(value: Double, portuguese: String, plain: String) {
    #expect(NumberStyle(.portuguese).short(value) == portuguese)
    #expect(NumberStyle(.english, isUnicode: false).short(value) == plain)
  }

  @Test(arguments: [
    (1.005, 2, "1.00"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (12, 3, "12.000"), (0.5, 0, "1"),
    (1e20, 1, "10²⁰"),
  ])
  func `fixed numbers have the decimals asked for`(value: Double, decimals: Int, text: String) {
    #expect(NumberStyle(.english).fixed(value, decimals: decimals) == text)
  }
}
