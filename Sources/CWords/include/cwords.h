#ifndef CWORDS_H
#define CWORDS_H

#include <stdint.h>

// Which bytes of a text are words, and which end lines and may end sentences: what Swift's vectors can't say, since
// they have no way to make a bit of each byte, nor can one function be made for processors that have more instructions.

/// Maps the words of a text, a bit a byte, the first one lowest.
///
/// A bit of `words` is 1 for an ASCII letter or digit, and where Unicode Standard Annex 29 keeps a word together:
/// for . and ' between two letters or two digits, for , and ; between two digits. A bit of `hard` is 1 for a byte
/// by which words can't be told here, so that everything from the white space before to that behind it must be
/// looked at otherwise.
///
/// Both have room for `count / 64 + 1` numbers; bits past the end are 0.
void cwords_map(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard);

/// The same as it is where a processor takes 16 bytes at once.
void cwords_map_narrow(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard);

/// Puts down where words begin and end, by turns.
///
/// `words` is a map's, of which `from` to `to` counts; no word reaches over either. Returns how many places there are;
/// `edges` has room for one a byte and `CWORDS_GROUP` more, which may be written to.
int64_t cwords_edges(const uint64_t *words, int64_t from, int64_t to, uint32_t *edges);

/// The same as it is where a processor has no instructions for single bits.
int64_t cwords_edges_narrow(const uint64_t *words, int64_t from, int64_t to, uint32_t *edges);

/// Places that are put down at once.
#define CWORDS_GROUP 8

/// Maps where lines and sentences of a text may end, a bit a byte, the first one lowest.
///
/// A bit of `lines` is 1 for a line feed or carriage return. A bit of `sentences` is 1 for . ! and ?, and for a byte
/// from 0xD8 on other than 0xE2: signs of other scripts begin with such a byte.
///
/// Both have room for `count / 64 + 1` numbers; bits past the end are 0.
void cwords_ends(const uint8_t *text, int64_t count, uint64_t *lines, uint64_t *sentences);

/// The same as it is where a processor takes 16 bytes at once.
void cwords_ends_narrow(const uint8_t *text, int64_t count, uint64_t *lines, uint64_t *sentences);

#endif
