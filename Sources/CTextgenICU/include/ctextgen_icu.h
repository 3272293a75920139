/// The few calls of ICU that textgen uses, behind plain integers.
///
/// No ICU type appears here: Foundation carries ICU headers of its own, and the two sets do not
/// compile together. Callers own every buffer; a handle is freed by its own function and belongs
/// to one thread at a time. Functions return 0 or a count when they succeed; a negative result is
/// an ICU error code with its sign changed.
#ifndef CTEXTGEN_ICU_H
#define CTEXTGEN_ICU_H

#include <stdint.h>

/// The version of the linked ICU, such as "72.1", into `name` of at least 20 bytes.
void ctextgen_icu_version(char *name);

/// The Unicode version of the linked ICU, such as "15.0", into `name` of at least 20 bytes.
void ctextgen_icu_unicode_version(char *name);

/// The name of an error code, such as "U_FILE_ACCESS_ERROR". The string is static.
const char *ctextgen_icu_error_name(int32_t code);

/// Finds the boundaries of words or of grapheme clusters.
typedef struct ctextgen_icu_breaker ctextgen_icu_breaker;

/// What a breaker looks for.
enum { CTEXTGEN_ICU_GRAPHEMES = 0, CTEXTGEN_ICU_WORDS = 1 };

/// A breaker for Portuguese text, or a null pointer and an error code in `error`.
ctextgen_icu_breaker *ctextgen_icu_breaker_open(int32_t kind, int32_t *error);

/// Frees `breaker`; a null pointer is allowed.
void ctextgen_icu_breaker_free(ctextgen_icu_breaker *breaker);

/// Begins a text of `length` bytes of valid UTF-8, for which `units` must hold `length` elements.
///
/// Both buffers must stay in place until the last boundary is read.
int32_t ctextgen_icu_breaker_begin(
    ctextgen_icu_breaker *breaker, const uint8_t *utf8, int32_t length, uint16_t *units);

/// The next boundaries, at most `capacity`: byte offsets of the ends of segments in `ends`, and
/// the statuses of ICU's rules (0 none, 100 number, 200 letters, 300 kana, 400 ideographs).
/// The result is their number; 0 means that the text is at its end.
int32_t ctextgen_icu_breaker_next(
    ctextgen_icu_breaker *breaker, int32_t *ends, int16_t *statuses, int32_t capacity);

/// Forms of normalisation.
enum { CTEXTGEN_ICU_NFC = 0, CTEXTGEN_ICU_NFD = 1, CTEXTGEN_ICU_NFKC = 2 };

/// UTF-16 of `length` bytes of valid UTF-8 into `units`, which must hold `length` elements.
int32_t ctextgen_icu_utf16(const uint8_t *utf8, int32_t length, uint16_t *units);

/// UTF-8 of `length` units of UTF-16 into `utf8`, which must hold three times as many bytes;
/// `replacements` is the number of surrogates without a partner, each now U+FFFD.
int32_t ctextgen_icu_utf8(
    const uint16_t *units, int32_t length, uint8_t *utf8, int32_t *replacements);

/// `source` in the given form; the result is its length, above `capacity` when that is too small.
///
/// `changes` is the number of sequences that were not in this form. A sequence, which is a starter
/// and its marks, ends after 1,048,576 code points in any case; a long one takes memory for a while.
int32_t ctextgen_icu_normalize(
    int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity,
    int64_t *changes);

/// What `length` bytes most likely are, as an IANA charset name of less than `capacity` bytes in
/// `name`; the result is ICU's confidence from 0 to 100.
int32_t ctextgen_icu_detect_charset(
    const uint8_t *bytes, int32_t length, char *name, int32_t capacity);

/// Reads bytes of a named charset.
typedef struct ctextgen_icu_converter ctextgen_icu_converter;

/// A converter from the charset `name`, or a null pointer and an error code in `error`.
ctextgen_icu_converter *ctextgen_icu_converter_open(const char *name, int32_t *error);

/// Frees `converter`; a null pointer is allowed.
void ctextgen_icu_converter_free(ctextgen_icu_converter *converter);

/// Converts the next bytes into UTF-16; `consumed` is the number of bytes read, `is_last` not 0
/// with the end of the text. The result is the number of units; a full target asks for more calls.
int32_t ctextgen_icu_converter_next(
    ctextgen_icu_converter *converter, const uint8_t *bytes, int32_t length, int32_t is_last,
    uint16_t *units, int32_t capacity, int32_t *consumed);

/// The number of byte sequences so far that the charset lacks, each read as U+FFFD.
int64_t ctextgen_icu_converter_replacements(const ctextgen_icu_converter *converter);

#endif
