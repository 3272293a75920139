// What Swift cannot say about vectors: instructions that have no operator. Header only; each kernel
// target compiles it with its own flags, so that an instruction is used where the target has it and
// its meaning is spelled out elsewhere.
#ifndef CTEXTGEN_VECTORS_H
#define CTEXTGEN_VECTORS_H

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Everything is inlined, so no vector is ever passed to a function whose convention could differ.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float ctextgen_floats __attribute__((ext_vector_type(16)));
typedef int ctextgen_words __attribute__((ext_vector_type(16)));
typedef unsigned char ctextgen_bytes __attribute__((ext_vector_type(16)));

/// 16 floats rounded to the nearest bfloat16, ties to even, as the upper halves of words; the lower
/// halves are 0. What is not a number stays so: rounding would carry some of its patterns to 0.
static inline __attribute__((always_inline)) ctextgen_words ctextgen_rounded(ctextgen_floats x) {
  const ctextgen_words bits = (ctextgen_words)x;
  const ctextgen_words rounded = bits + 0x7FFF + ((bits >> 16) & 1);
  const ctextgen_words no_number = (bits & 0x7FFFFFFF) > 0x7F800000;
  return (no_number ? (ctextgen_words)0x7FC00000 : rounded) & (int)0xFFFF0000;
}

/// 32 floats as 16 words of two neighbours, the first in the lower half.
static inline __attribute__((always_inline)) ctextgen_words
ctextgen_pair_columns(ctextgen_floats first, ctextgen_floats second) {
#if defined(__AVX512BF16__)
  return (ctextgen_words)_mm512_cvtne2ps_pbh((__m512)second, (__m512)first);
#else
  const ctextgen_words a = ctextgen_rounded(first), b = ctextgen_rounded(second);
  const ctextgen_words even = __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20,
                                                      22, 24, 26, 28, 30);
  const ctextgen_words odd = __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21,
                                                     23, 25, 27, 29, 31);
  return ((even >> 16) & 0xFFFF) | odd;
#endif
}

/// 16 words of a float of `low`, in the lower half, and one of `high`.
static inline __attribute__((always_inline)) ctextgen_words
ctextgen_pair_rows(ctextgen_floats low, ctextgen_floats high) {
#if defined(__AVX512BF16__)
  const __m512i order = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24,
                                         8, 23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
  const __m512i halves = (__m512i)_mm512_cvtne2ps_pbh((__m512)high, (__m512)low);
  return (ctextgen_words)_mm512_permutexvar_epi16(order, halves);
#else
  return ((ctextgen_rounded(low) >> 16) & 0xFFFF) | ctextgen_rounded(high);
#endif
}

/// `sum + low(a) · low(b) + high(a) · high(b)` in each of 16 lanes, where a word holds two bfloat16.
static inline __attribute__((always_inline)) ctextgen_floats
ctextgen_add_pair_products(ctextgen_floats sum, ctextgen_words a, ctextgen_words b) {
#if defined(__AVX512BF16__)
  return (ctextgen_floats)_mm512_dpbf16_ps((__m512)sum, (__m512bh)a, (__m512bh)b);
#else
  const ctextgen_words high = (ctextgen_words)((unsigned)0xFFFF0000);
  sum += (ctextgen_floats)(a << 16) * (ctextgen_floats)(b << 16);
  return sum + (ctextgen_floats)(a & high) * (ctextgen_floats)(b & high);
#endif
}

#if defined(__AVX2__)
typedef int ctextgen_half __attribute__((ext_vector_type(8)));
#define CTEXTGEN_LOWER_HALF(x) __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7)
#define CTEXTGEN_UPPER_HALF(x) __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15)

/// The next function for 8 words: bytes 0 and 2, then 1 and 3, widened to 16 bits.
static inline __attribute__((always_inline)) ctextgen_half
ctextgen_add_byte_products_of_half(ctextgen_half sum, ctextgen_half a, ctextgen_half b) {
  const __m256i x = (__m256i)a, y = (__m256i)b;
  const __m256i even = _mm256_madd_epi16(_mm256_and_si256(x, _mm256_set1_epi16(0xFF)),
                                         _mm256_srai_epi16(_mm256_slli_epi16(y, 8), 8));
  const __m256i odd = _mm256_madd_epi16(_mm256_srli_epi16(x, 8), _mm256_srai_epi16(y, 8));
  return sum + (ctextgen_half)even + (ctextgen_half)odd;
}
#endif

/// `sum` and the products of the four bytes of each word, those of `a` without sign, those of `b` with.
static inline __attribute__((always_inline)) ctextgen_words
ctextgen_add_byte_products(ctextgen_words sum, ctextgen_words a, ctextgen_words b) {
#if defined(__AVX512VNNI__)
  return (ctextgen_words)_mm512_dpbusd_epi32((__m512i)sum, (__m512i)a, (__m512i)b);
#elif defined(__AVX512BW__)
  // Bytes 0 and 2, then 1 and 3, widened to 16 bits.
  const __m512i low = _mm512_set1_epi16(0xFF), x = (__m512i)a, y = (__m512i)b;
  const __m512i even = _mm512_madd_epi16(_mm512_and_si512(x, low),
                                         _mm512_srai_epi16(_mm512_slli_epi16(y, 8), 8));
  const __m512i odd = _mm512_madd_epi16(_mm512_srli_epi16(x, 8), _mm512_srai_epi16(y, 8));
  return sum + (ctextgen_words)even + (ctextgen_words)odd;
#elif defined(__AVX2__)
  return __builtin_shufflevector(
      ctextgen_add_byte_products_of_half(CTEXTGEN_LOWER_HALF(sum), CTEXTGEN_LOWER_HALF(a),
                                         CTEXTGEN_LOWER_HALF(b)),
      ctextgen_add_byte_products_of_half(CTEXTGEN_UPPER_HALF(sum), CTEXTGEN_UPPER_HALF(a),
                                         CTEXTGEN_UPPER_HALF(b)),
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#else
  for (int place = 0; place < 4; place++) {
    sum += ((a >> (8 * place)) & 0xFF) * ((b << (24 - 8 * place)) >> 24);
  }
  return sum;
#endif
}

/// 16 whole numbers as floats.
static inline __attribute__((always_inline)) ctextgen_floats ctextgen_floats_of(ctextgen_words x) {
  return __builtin_convertvector(x, ctextgen_floats);
}

/// 16 floats within ±127.4, rounded to the nearest whole number, plus 128, as 16 bytes.
static inline __attribute__((always_inline)) ctextgen_bytes ctextgen_bytes_of(ctextgen_floats x) {
  // Adding 1.5 · 2^23 rounds; the low bits of the sum are the number.
  const ctextgen_words bits = (ctextgen_words)(x + 12582912.0f) + 128;
  return __builtin_convertvector(bits, ctextgen_bytes);
}

typedef float ctextgen_eight __attribute__((ext_vector_type(8)));

/// Eight steps of up to eight rows, `stride` apart, as (8, rows) at `target`, or with pairs as (16, rows) of
/// their halves. Up to seven floats behind them are overwritten.
static inline __attribute__((always_inline)) void
ctextgen_pack_rows(const float *source, long stride, long rows, _Bool is_paired, float *target) {
  ctextgen_eight r[8];
  for (int i = 0; i < 8; i++) __builtin_memcpy(&r[i], source + (i < rows ? i : rows - 1) * stride, 32);
  for (int i = 0; i < 8; i += 2) {
    const ctextgen_eight a = r[i], b = r[i + 1];
    r[i] = __builtin_shufflevector(a, b, 0, 8, 2, 10, 4, 12, 6, 14);
    r[i + 1] = __builtin_shufflevector(a, b, 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int i = 0; i < 8; i++) {
    if (i & 2) continue;
    const ctextgen_eight a = r[i], b = r[i + 2];
    r[i] = __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13);
    r[i + 2] = __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15);
  }
  for (int i = 0; i < 4; i++) {
    const ctextgen_eight a = r[i], b = r[i + 4];
    r[i] = __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11);
    r[i + 4] = __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15);
  }
  for (int i = 0; i < 8; i++) {
    if (is_paired) {
      typedef int words __attribute__((ext_vector_type(8)));
      const words low = (words)r[i] << 16, high = (words)r[i] & (int)0xFFFF0000;
      __builtin_memcpy(target, &low, 32);
      __builtin_memcpy(target + rows, &high, 32);
      target += 2 * rows;
    } else {
      __builtin_memcpy(target, &r[i], 32);
      target += rows;
    }
  }
}

/// Exchanges the blocks of `distance` lanes between each vector and the one `distance` behind it.
#define CTEXTGEN_EXCHANGE(distance, low, high)                                                     \
  for (int i = 0; i < 16; i++) {                                                                   \
    if (i & distance) continue;                                                                    \
    const ctextgen_floats a = rows[i], b = rows[i + distance];                                     \
    rows[i] = __builtin_shufflevector(a, b, low);                                                  \
    rows[i + distance] = __builtin_shufflevector(a, b, high);                                      \
  }
#define CTEXTGEN_LANES(...) __VA_ARGS__

/// Transposes 16 × 16 words, their rows `source_stride` and `target_stride` words apart.
static inline __attribute__((always_inline)) void
ctextgen_transpose(const float *source, long source_stride, float *target, long target_stride) {
  ctextgen_floats rows[16];
  for (int i = 0; i < 16; i++) __builtin_memcpy(&rows[i], source + i * source_stride, 64);
  CTEXTGEN_EXCHANGE(
      1, CTEXTGEN_LANES(0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30),
      CTEXTGEN_LANES(1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31))
  CTEXTGEN_EXCHANGE(
      2, CTEXTGEN_LANES(0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29),
      CTEXTGEN_LANES(2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31))
  CTEXTGEN_EXCHANGE(
      4, CTEXTGEN_LANES(0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27),
      CTEXTGEN_LANES(4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31))
  CTEXTGEN_EXCHANGE(
      8, CTEXTGEN_LANES(0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23),
      CTEXTGEN_LANES(8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31))
  for (int i = 0; i < 16; i++) __builtin_memcpy(target + i * target_stride, &rows[i], 64);
}

/// Asks for the line at `place`, which will be written, in the first cache.
static inline __attribute__((always_inline)) void ctextgen_prefetch_for_writing(const void *place) {
  __builtin_prefetch(place, 1, 3);
}

/// Asks for the line at `place`, which will be read, in the second cache.
static inline __attribute__((always_inline)) void ctextgen_prefetch(const void *place) {
  __builtin_prefetch(place, 0, 2);
}

#endif
