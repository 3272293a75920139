/// A binary heap that gives its greatest element first (Williams 1964).
struct PriorityQueue<Element: Comparable & Sendable>: Sendable {
  private var heap: [Element]

  /// A queue of `elements`, built in linear time (Floyd 1964).
  init(_ elements: [Element] = []) {
    heap = elements
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
  }

  var isEmpty: Bool { heap.isEmpty }

  /// The element that `popGreatest` gives next.
  var greatest: Element? { heap.first }

  mutating func push(_ element: Element) {
    heap.append(element)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent] < heap[child] else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  mutating func popGreatest() -> Element? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last }
    heap[0] = last
    siftDown(0)
    return first
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var greatest = parent
      let left = 2 * parent + 1
      if left < heap.count, heap[greatest] < heap[left] { greatest = left }
      if left + 1 < heap.count, heap[greatest] < heap[left + 1] { greatest = left + 1 }
      guard greatest != parent else { return }
      heap.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
