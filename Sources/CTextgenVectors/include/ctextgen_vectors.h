// What Swift cannot say about vectors: instructions that have no operator. Header only; each kernel
// target compiles it with its own flags, so that an instruction is used where the target has it and
// its meaning is spelled out elsewhere.
#ifndef CTEXTGEN_VECTORS_H
#define CTEXTGEN_VECTORS_H

#if defined(__AVX512BF16__)
#include <immintrin.h>
#endif

typedef float ctextgen_floats __attribute__((ext_vector_type(16)));
typedef int ctextgen_words __attribute__((ext_vector_type(16)));

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

#endif
