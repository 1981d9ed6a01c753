#include "cwords.h"

#include <string.h>

/// What 64 bytes are, a bit each.
typedef struct {
    uint64_t letters, digits;
    /// . and ' stay between two letters or two digits; , and ; between two digits.
    uint64_t both, numbers;
    uint64_t colons, hard;
} kinds;

/// Thirty-two bytes; compilers turn what is said of them into SSE2 or AVX2 on x86-64 and into NEON on arm64.
typedef uint8_t bytes32 __attribute__((vector_size(32)));
typedef int8_t signed32 __attribute__((vector_size(32)));
typedef _Bool bools32 __attribute__((ext_vector_type(32)));

#define INLINE static inline __attribute__((always_inline))

/// A bit for each byte whose highest bit is 1.
INLINE uint64_t bits(const bytes32 *mask, int at) {
    const bools32 tops = __builtin_convertvector((signed32)*mask < 0, bools32);
    uint32_t found;
    memcpy(&found, &tops, 4);
    return (uint64_t)found << at;
}

INLINE kinds kinds_of(const uint8_t *text) {
    kinds found = {0};
    for (int at = 0; at < 64; at += 32) {
        bytes32 bytes;
        memcpy(&bytes, text + at, 32);
        const bytes32 letters = (bytes32)((bytes | 0x20) - 'a' < 26);
        const bytes32 digits = (bytes32)(bytes - '0' < 10);
        const bytes32 both = (bytes32)(bytes == '.' | bytes == '\'');
        const bytes32 numbers = (bytes32)(bytes == ',' | bytes == ';');
        const bytes32 colons = (bytes32)(bytes == ':');
        // The highest bit is what counts of a mask, so bytes of other characters are one by themselves.
        const bytes32 hard = (bytes32)(bytes == '@' | bytes == '_') | bytes;
        found.letters |= bits(&letters, at);
        found.digits |= bits(&digits, at);
        found.both |= bits(&both, at);
        found.numbers |= bits(&numbers, at);
        found.colons |= bits(&colons, at);
        found.hard |= bits(&hard, at);
    }
    return found;
}

/// Puts together what is known of 64 bytes, given the letters and digits right before and right after them.
INLINE void put(kinds now, kinds before, kinds after, uint64_t *words, uint64_t *hard) {
    const uint64_t letters =
        (now.letters << 1 | before.letters >> 63) & (now.letters >> 1 | after.letters << 63);
    const uint64_t digits =
        (now.digits << 1 | before.digits >> 63) & (now.digits >> 1 | after.digits << 63);
    const uint64_t joined = (now.both & (letters | digits)) | (now.numbers & digits);
    *words = now.letters | now.digits | joined;
    // Unicode's property and ICU's rules are not of one mind on a colon between letters.
    *hard = now.hard | (now.colons & letters);
}

INLINE void map(
    const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard) {
    const int64_t blocks = count / 64;
    uint8_t rest[64] = {0};
    if (count > 64 * blocks) memcpy(rest, text + 64 * blocks, (size_t)(count - 64 * blocks));
    kinds before = {0}, now = kinds_of(blocks > 0 ? text : rest);
    for (int64_t block = 0; block < blocks; block++) {
        const uint8_t *next = block + 1 < blocks ? text + 64 * (block + 1) : rest;
        const kinds after = kinds_of(next);
        put(now, before, after, words + block, hard + block);
        before = now;
        now = after;
    }
    put(now, before, (kinds){0}, words + blocks, hard + blocks);
}

/// A bit for each of 64 bytes that ends a line, and for each that may end a sentence.
INLINE void ends_of(const uint8_t *text, uint64_t *lines, uint64_t *sentences) {
    *lines = *sentences = 0;
    for (int at = 0; at < 64; at += 32) {
        bytes32 bytes;
        memcpy(&bytes, text + at, 32);
        const bytes32 line = (bytes32)(bytes == '\n' | bytes == '\r');
        // Signs of other scripts begin with a byte from 0xD8 on; 0xE2 begins quotation marks and dashes.
        const bytes32 other = (bytes32)(bytes >= 0xD8) & (bytes32)(bytes != 0xE2);
        const bytes32 sentence = (bytes32)(bytes == '.' | bytes == '!' | bytes == '?') | other;
        *lines |= bits(&line, at);
        *sentences |= bits(&sentence, at);
    }
}

INLINE void ends(
    const uint8_t *text, int64_t count, uint64_t *lines, uint64_t *sentences) {
    const int64_t blocks = count / 64;
    uint8_t rest[64] = {0};
    if (count > 64 * blocks) memcpy(rest, text + 64 * blocks, (size_t)(count - 64 * blocks));
    for (int64_t block = 0; block < blocks; block++)
        ends_of(text + 64 * block, lines + block, sentences + block);
    ends_of(rest, lines + blocks, sentences + blocks);
}

INLINE int64_t edges_of(const uint64_t *words, int64_t from, int64_t to, uint32_t *edges) {
    uint32_t *next = edges;
    uint64_t carry = 0;
    for (int64_t block = from >> 6; block <= to >> 6; block++) {
        uint64_t word = words[block];
        if (block == from >> 6) word &= UINT64_MAX << (from & 63);
        if (block == to >> 6) word &= ((uint64_t)1 << (to & 63)) - 1;
        // A bit is an edge if it differs from the one before.
        uint64_t left = word ^ (word << 1 | carry);
        carry = word >> 63;
        uint32_t *place = next;
        next += __builtin_popcountll(left);
        // In groups, so that how many there are need not be foreseen. What is put down past the last is not counted.
        do {
            for (int offset = 0; offset < CWORDS_GROUP; offset++) {
                // The highest bit spares a look whether any is left.
                place[offset] =
                    (uint32_t)(block << 6) + (uint32_t)__builtin_ctzll(left | (uint64_t)1 << 63);
                left &= left - 1;
            }
            place += CWORDS_GROUP;
        } while (left != 0);
    }
    return next - edges;
}

void cwords_map_narrow(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard) {
    map(text, count, words, hard);
}

void cwords_ends_narrow(const uint8_t *text, int64_t count, uint64_t *lines, uint64_t *sentences) {
    ends(text, count, lines, sentences);
}

int64_t cwords_edges_narrow(const uint64_t *words, int64_t from, int64_t to, uint32_t *edges) {
    return edges_of(words, from, to, edges);
}

// The same code once more for processors that take 32 bytes at once, as most on x86-64 do.
#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))
/// Not along with AVX2, lest compilers look for single bits in vectors, which takes three times as long.
#define BITWISE __attribute__((target("bmi,popcnt")))

WIDE static void map_wide(
    const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard) {
    map(text, count, words, hard);
}

WIDE static void ends_wide(
    const uint8_t *text, int64_t count, uint64_t *lines, uint64_t *sentences) {
    ends(text, count, lines, sentences);
}

BITWISE static int64_t edges_wide(
    const uint64_t *words, int64_t from, int64_t to, uint32_t *edges) {
    return edges_of(words, from, to, edges);
}

static int is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
        __builtin_cpu_supports("popcnt");
}
#else
#define edges_wide cwords_edges_narrow
#define map_wide cwords_map_narrow
#define ends_wide cwords_ends_narrow
static int is_wide(void) { return 0; }
#endif

void cwords_map(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard) {
    (is_wide() ? map_wide : cwords_map_narrow)(text, count, words, hard);
}

void cwords_ends(const uint8_t *text, int64_t count, uint64_t *lines, uint64_t *sentences) {
    (is_wide() ? ends_wide : cwords_ends_narrow)(text, count, lines, sentences);
}

int64_t cwords_edges(const uint64_t *words, int64_t from, int64_t to, uint32_t *edges) {
    return (is_wide() ? edges_wide : cwords_edges_narrow)(words, from, to, edges);
}
