#include "ctextgen_icu.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

/// Code points in a sequence without a starter before it is cut: reordering marks takes quadratic
/// time, and no writing system comes near (the stream-safe format of UAX 15 allows 30).
enum { LONGEST_SEQUENCE = 32768 };

int32_t ctextgen_icu_utf16(const uint8_t *utf8, int32_t length, uint16_t *units) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8((UChar *)units, length, &count, (const char *)utf8, length, &status);
  return U_FAILURE(status) ? -(int32_t)status : count;
}

int32_t ctextgen_icu_utf8(const uint16_t *units, int32_t length, uint8_t *utf8) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strToUTF8((char *)utf8, 3 * length, &count, (const UChar *)units, length, &status);
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
    int32_t count =
        unorm2_normalize(instance, text + position, end - position, place, room, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) status = U_ZERO_ERROR;
    if (U_FAILURE(status)) return -(int32_t)status;
    int is_same = count == end - position && count <= room &&
                  memcmp(place, text + position, (size_t)count * sizeof *text) == 0;
    *changes += !is_same;
    written += count;
    position = end;
  }
  return written;
}
