// The innermost loop of a blocked product (`Target+BlockedProduct.swift`).

public import CTextgenVectors

/// A tile of up to six rows and 16 columns: what it reads, and where its sums go.
@usableFromInline @frozen
struct BlockTile {
  /// (blocks, depth, rows): the left side, packed for this tile.
  @usableFromInline var a: UnsafePointer<Float>
  /// (blocks, depth, 16): rows `bStride` apart, and `bJump` from the end of a block to the next.
  @usableFromInline var b: UnsafePointer<Float>
  @usableFromInline var bStride: Int
  @usableFromInline var bJump: Int
  @usableFromInline var blocks: Int
  @usableFromInline var depth: Int
  /// What is asked for in the second cache, a line for every four steps, `aheadStride` apart.
  @usableFromInline var ahead: UnsafePointer<Float>
  @usableFromInline var aheadStride: Int
  /// What each row starts with; nil for what C holds.
  @usableFromInline var start: UnsafePointer<Float>?
  /// The first column of the tile in C, that of the next one, which is fetched meanwhile, and how far behind
  /// it each row begins.
  @usableFromInline var c: UnsafeMutablePointer<Float>
  @usableFromInline var nextC: UnsafeMutablePointer<Float>
  @usableFromInline var rows: UnsafePointer<Int>

  @_transparent @usableFromInline
  init(b: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>, room: BlockRoom) {
    a = UnsafePointer(room.left)
    self.b = b
    self.c = c
    nextC = c
    (bStride, bJump, blocks, depth) = (16, 0, 1, 0)
    ahead = b
    aheadStride = 0
    start = nil
    rows = UnsafePointer(room.places)
  }
}

/// The sums of a tile: twelve of the 16 registers of AVX2; two more hold 16 columns of B, one a word of A.
@usableFromInline @frozen
struct BlockSums {
  @usableFromInline var r0: Lanes
  @usableFromInline var r1: Lanes
  @usableFromInline var r2: Lanes
  @usableFromInline var r3: Lanes
  @usableFromInline var r4: Lanes
  @usableFromInline var r5: Lanes

  @_transparent @usableFromInline
  init() { (r0, r1, r2, r3, r4, r5) = (.zero, .zero, .zero, .zero, .zero, .zero) }

  /// Adds the products of a step: of each row's word with 16 columns.
  @_transparent @usableFromInline
  mutating func add(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, rows: Int, _ target: (some Target).Type
  ) {
    let right = b.lanes(0)
    r0 = target.multiplyAdd(r0, Lanes(repeating: a[0]), right)
    if rows > 1 { r1 = target.multiplyAdd(r1, Lanes(repeating: a[1]), right) }
    if rows > 2 { r2 = target.multiplyAdd(r2, Lanes(repeating: a[2]), right) }
    if rows > 3 { r3 = target.multiplyAdd(r3, Lanes(repeating: a[3]), right) }
    if rows > 4 { r4 = target.multiplyAdd(r4, Lanes(repeating: a[4]), right) }
    if rows > 5 { r5 = target.multiplyAdd(r5, Lanes(repeating: a[5]), right) }
  }
}

extension Target {
  /// Computes a tile of `rows` rows, a literal from 1 to 6.
  ///
  /// Four steps a round: 48 multiply-adds, 8 loads of B, 24 broadcasts of A and a handful of others, so that
  /// neither the loads (two a cycle) nor the decoder keeps the two multiply-add ports waiting.
  @_transparent @usableFromInline
  static func blockTile(_ tile: BlockTile, rows: Int) {
    let c0 = tile.c + tile.rows[0]
    let c1 = rows > 1 ? tile.c + tile.rows[1] : c0
    let c2 = rows > 2 ? tile.c + tile.rows[2] : c0
    let c3 = rows > 3 ? tile.c + tile.rows[3] : c0
    let c4 = rows > 4 ? tile.c + tile.rows[4] : c0
    let c5 = rows > 5 ? tile.c + tile.rows[5] : c0
    ctextgen_prefetch_for_writing(tile.nextC + tile.rows[0])
    if rows > 1 { ctextgen_prefetch_for_writing(tile.nextC + tile.rows[1]) }
    if rows > 2 { ctextgen_prefetch_for_writing(tile.nextC + tile.rows[2]) }
    if rows > 3 { ctextgen_prefetch_for_writing(tile.nextC + tile.rows[3]) }
    if rows > 4 { ctextgen_prefetch_for_writing(tile.nextC + tile.rows[4]) }
    if rows > 5 { ctextgen_prefetch_for_writing(tile.nextC + tile.rows[5]) }
    var sums = BlockSums()
    if let start = tile.start {
      let lanes = start.lanes(0)
      sums.r0 = lanes
      if rows > 1 { sums.r1 = lanes }
      if rows > 2 { sums.r2 = lanes }
      if rows > 3 { sums.r3 = lanes }
      if rows > 4 { sums.r4 = lanes }
      if rows > 5 { sums.r5 = lanes }
    } else {
      sums.r0 = c0.lanes(0)
      if rows > 1 { sums.r1 = c1.lanes(0) }
      if rows > 2 { sums.r2 = c2.lanes(0) }
      if rows > 3 { sums.r3 = c3.lanes(0) }
      if rows > 4 { sums.r4 = c4.lanes(0) }
      if rows > 5 { sums.r5 = c5.lanes(0) }
    }
    var (a, b, ahead) = (tile.a, tile.b, tile.ahead)
    let stride = tile.bStride
    for _ in 0..<tile.blocks {
      var left = tile.depth
      while left >= 4 {
        ctextgen_prefetch(ahead)
        ahead += tile.aheadStride
        sums.add(a, b, rows: rows, self)
        sums.add(a + rows, b + stride, rows: rows, self)
        sums.add(a + 2 * rows, b + 2 * stride, rows: rows, self)
        sums.add(a + 3 * rows, b + 3 * stride, rows: rows, self)
        a += 4 * rows
        b += 4 * stride
        left -= 4
      }
      while left > 0 {
        sums.add(a, b, rows: rows, self)
        a += rows
        b += stride
        left -= 1
      }
      b += tile.bJump
    }
    c0.store(sums.r0, 0)
    if rows > 1 { c1.store(sums.r1, 0) }
    if rows > 2 { c2.store(sums.r2, 0) }
    if rows > 3 { c3.store(sums.r3, 0) }
    if rows > 4 { c4.store(sums.r4, 0) }
    if rows > 5 { c5.store(sums.r5, 0) }
  }

  /// Computes a tile of `rows` rows, 1 to 6.
  @_transparent @usableFromInline
  static func blockTile(_ tile: BlockTile, ofRows rows: Int) {
    switch rows {
    case 1: blockTileOf1(tile)
    case 2: blockTileOf2(tile)
    case 3: blockTileOf3(tile)
    case 4: blockTileOf4(tile)
    case 5: blockTileOf5(tile)
    default: blockTileOf6(tile)
    }
  }

  // Each is a function of its own, so that the compiler gives every sum a register.
  @inlinable @inline(never) static func blockTileOf1(_ tile: BlockTile) { blockTile(tile, rows: 1) }
  @inlinable @inline(never) static func blockTileOf2(_ tile: BlockTile) { blockTile(tile, rows: 2) }
  @inlinable @inline(never) static func blockTileOf3(_ tile: BlockTile) { blockTile(tile, rows: 3) }
  @inlinable @inline(never) static func blockTileOf4(_ tile: BlockTile) { blockTile(tile, rows: 4) }
  @inlinable @inline(never) static func blockTileOf5(_ tile: BlockTile) { blockTile(tile, rows: 5) }
  @inlinable @inline(never) static func blockTileOf6(_ tile: BlockTile) { blockTile(tile, rows: 6) }
}
