#ifndef CWORDS_H
#define CWORDS_H

#include <stdint.h>

// Which bytes of a text are words: what Swift's vectors can't say, since they have no way to make a bit of
// each byte.

/// Maps the words of a text, a bit a byte, the first one lowest.
///
/// A bit of `words` is 1 for an ASCII letter or digit, and where Unicode Standard Annex 29 keeps a word together:
/// for . and ' between two letters or two digits, for , and ; between two digits. A bit of `hard` is 1 for a byte
/// by which words can't be told here, so that everything from the white space before to that behind it must be
/// looked at otherwise.
///
/// Both have room for `count / 64 + 1` numbers; bits past the end are 0.
void cwords_map(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard);

/// The same as it is where there is no SSE2.
void cwords_map_plain(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard);

#endif
