#include "ctextgen_icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum {
  /// Code points in a sequence before it is cut; the stream-safe format of UAX 15 allows 30 marks.
  LONGEST_SEQUENCE = 1 << 20,
  /// Code points that ICU, which takes quadratic time to put marks in order, orders itself.
  LONGEST_QUICK_SEQUENCE = 64,
  /// Code points in the decomposition of one.
  LONGEST_DECOMPOSITION = 4,
};

int32_t ctextgen_icu_utf16(const uint8_t *utf8, int32_t length, uint16_t *units) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8((UChar *)units, length, &count, (const char *)utf8, length, &status);
  return U_FAILURE(status) ? -(int32_t)status : count;
}

int32_t ctextgen_icu_utf8(
    const uint16_t *units, int32_t length, uint8_t *utf8, int32_t *replacements) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strToUTF8WithSub(
      (char *)utf8, 3 * length, &count, (const UChar *)units, length, 0xFFFD, replacements,
      &status);
  return U_FAILURE(status) ? -(int32_t)status : count;
}

static const UNormalizer2 *normalizer(int32_t form, UErrorCode *status) {
  switch (form) {
    case CTEXTGEN_ICU_NFD: return unorm2_getNFDInstance(status);
    case CTEXTGEN_ICU_NFKC: return unorm2_getNFKCInstance(status);
    default: return unorm2_getNFCInstance(status);
  }
}

/// The end of the sequence that begins at `start`: the next place that no composition crosses.
static int32_t sequence_end(
    const UNormalizer2 *form, const UChar *source, int32_t start, int32_t length) {
  int32_t end = start;
  U16_FWD_1(source, end, length);
  for (int32_t count = 1; end < length && count < LONGEST_SEQUENCE; count += 1) {
    UChar32 next;
    int32_t after = end;
    U16_NEXT(source, after, length, next);
    if (unorm2_hasBoundaryBefore(form, next)) break;
    end = after;
  }
  return end;
}

/// The canonical decomposition of `c` into `parts`; the result is the number of code points.
static int32_t decompose(const UNormalizer2 *form, UChar32 c, UChar32 *parts) {
  UErrorCode status = U_ZERO_ERROR;
  UChar units[2 * LONGEST_DECOMPOSITION];
  int32_t length =
      unorm2_getDecomposition(form, c, units, 2 * LONGEST_DECOMPOSITION, &status);
  parts[0] = c;
  if (length < 0 || U_FAILURE(status)) return 1;
  int32_t count = 0;
  for (int32_t i = 0; i < length && count < LONGEST_DECOMPOSITION; count += 1)
    U16_NEXT(units, i, length, parts[count]);
  return count;
}

/// Puts a run of `count` marks in the order of their combining classes, equal ones as they were.
static void order_marks(UChar32 *marks, int32_t count, UChar32 *sorted) {
  int32_t places[257] = {0};
  for (int32_t i = 0; i < count; i += 1) places[u_getCombiningClass(marks[i]) + 1] += 1;
  for (int32_t class = 0; class < 256; class += 1) places[class + 1] += places[class];
  for (int32_t i = 0; i < count; i += 1)
    sorted[places[u_getCombiningClass(marks[i])]++] = marks[i];
  memcpy(marks, sorted, (size_t)count * sizeof *marks);
}

/// A long sequence in canonical order and decomposed, in linear time, into `units`, which holds
/// eight times `length`. The result is its number of units, or an error code with its sign changed.
static int32_t order_sequence(const UChar *source, int32_t length, UChar *units) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *canonical = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -(int32_t)status;
  size_t most = (size_t)length * LONGEST_DECOMPOSITION;
  UChar32 *parts = malloc(2 * most * sizeof *parts);
  if (!parts) return -(int32_t)U_MEMORY_ALLOCATION_ERROR;
  int32_t count = 0;
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U16_NEXT(source, i, length, c);
    count += decompose(canonical, c, parts + count);
  }
  for (int32_t start = 0; start < count;) {
    int32_t end = start;
    while (end < count && u_getCombiningClass(parts[end]) != 0) end += 1;
    order_marks(parts + start, end - start, parts + most);
    start = end + 1;
  }
  int32_t written = 0;
  for (int32_t i = 0; i < count; i += 1) U16_APPEND_UNSAFE(units, written, parts[i]);
  free(parts);
  return written;
}

/// Brings one sequence into a form; the result is its length, above `capacity` when that is too
/// small.
static int32_t normalize_sequence(
    const UNormalizer2 *form, const UChar *source, int32_t length, UChar *target,
    int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *ordered = NULL;
  if (length > LONGEST_QUICK_SEQUENCE) {
    ordered = malloc((size_t)length * 2 * LONGEST_DECOMPOSITION * sizeof *ordered);
    if (!ordered) return -(int32_t)U_MEMORY_ALLOCATION_ERROR;
    length = order_sequence(source, length, ordered);
    source = ordered;
  }
  int32_t count =
      length < 0 ? length : unorm2_normalize(form, source, length, target, capacity, &status);
  free(ordered);
  if (status == U_BUFFER_OVERFLOW_ERROR) return count;
  return U_FAILURE(status) ? -(int32_t)status : count;
}

/// Copies what fits; the length of the target grows in any case.
static int32_t append(
    const UChar *source, int32_t count, UChar *target, int32_t capacity, int32_t length) {
  if (length + count <= capacity) memcpy(target + length, source, (size_t)count * sizeof *source);
  return length + count;
}

int32_t ctextgen_icu_normalize(
    int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity,
    int64_t *changes) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *instance = normalizer(form, &status);
  if (U_FAILURE(status)) return -(int32_t)status;
  const UChar *text = (const UChar *)source;
  UChar *result = (UChar *)target;
  int32_t position = 0, written = 0;
  *changes = 0;
  while (position < length) {
    int32_t normal =
        unorm2_spanQuickCheckYes(instance, text + position, length - position, &status);
    if (U_FAILURE(status)) return -(int32_t)status;
    written = append(text + position, normal, result, capacity, written);
    position += normal;
    if (position == length) break;

    int32_t end = sequence_end(instance, text, position, length);
    int32_t room = written < capacity ? capacity - written : 0;
    UChar *place = room ? result + written : NULL;
    int32_t count = normalize_sequence(instance, text + position, end - position, place, room);
    if (count < 0) return count;
    int is_same = count == end - position && count <= room &&
                  memcmp(place, text + position, (size_t)count * sizeof *text) == 0;
    *changes += !is_same;
    written += count;
    position = end;
  }
  return written;
}
