import Testing
import TextGenVerse

struct ShapeSetTests {
  @Test func `sets meet where they share a number`() {
    #expect(ShapeSet([3, 200]).meets(ShapeSet([200])))
    #expect(ShapeSet([200]).meets(ShapeSet([3, 200])))
    #expect(!ShapeSet([3, 200]).meets(ShapeSet([4, 199, 264])))
    #expect(!ShapeSet().meets(ShapeSet([0])) && !ShapeSet([0]).meets(ShapeSet()))
  }
}
