#include "cwords.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// What 64 bytes are, a bit each.
typedef struct {
    uint64_t letters, digits;
    /// . and ' stay between two letters or two digits; , and ; between two digits.
    uint64_t both, numbers;
    uint64_t colons, hard;
} kinds;

/// Sixteen bytes; compilers turn what is said of them into SSE2 on x86-64 and into NEON on arm64.
typedef uint8_t bytes16 __attribute__((vector_size(16)));

/// A bit for each byte of a mask of all ones or none. `plainly`: without the one instruction that x86 has for it.
static inline __attribute__((always_inline)) uint64_t bits(bytes16 mask, int at, int plainly) {
#if defined(__SSE2__)
    if (!plainly) return (uint64_t)(uint32_t)_mm_movemask_epi8((__m128i)mask) << at;
#endif
    uint64_t halves[2];
    memcpy(halves, &mask, 16);
    const uint64_t tops = 0x8080808080808080, gather = 0x0002040810204081;
    // Each byte's highest bit is shifted to a place of its own in the product's highest byte.
    const uint64_t low = ((halves[0] & tops) * gather) >> 56;
    const uint64_t high = ((halves[1] & tops) * gather) >> 56;
    return (low | high << 8) << at;
}

static inline __attribute__((always_inline)) kinds kinds_of(const uint8_t *text, int plainly) {
    kinds found = {0};
    for (int at = 0; at < 64; at += 16) {
        bytes16 bytes;
        memcpy(&bytes, text + at, 16);
        found.letters |= bits((bytes16)((bytes | 0x20) - 'a' < 26), at, plainly);
        found.digits |= bits((bytes16)(bytes - '0' < 10), at, plainly);
        found.both |= bits((bytes16)(bytes == '.' | bytes == '\''), at, plainly);
        found.numbers |= bits((bytes16)(bytes == ',' | bytes == ';'), at, plainly);
        found.colons |= bits((bytes16)(bytes == ':'), at, plainly);
        // The highest bit is what counts of a mask, so bytes of other characters are one by themselves.
        found.hard |= bits((bytes16)(bytes == '@' | bytes == '_') | bytes, at, plainly);
    }
    return found;
}

/// Puts together what is known of 64 bytes, given the letters and digits right before and right after them.
static inline void put(
    kinds now, kinds before, kinds after, uint64_t *words, uint64_t *hard) {
    const uint64_t letters =
        (now.letters << 1 | before.letters >> 63) & (now.letters >> 1 | after.letters << 63);
    const uint64_t digits =
        (now.digits << 1 | before.digits >> 63) & (now.digits >> 1 | after.digits << 63);
    const uint64_t joined = (now.both & (letters | digits)) | (now.numbers & digits);
    *words = now.letters | now.digits | joined;
    // Unicode's property and ICU's rules are not of one mind on a colon between letters.
    *hard = now.hard | (now.colons & letters);
}

static inline __attribute__((always_inline)) void map(
    const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard, int plainly) {
    const int64_t blocks = count / 64;
    uint8_t rest[64] = {0};
    if (count > 64 * blocks) memcpy(rest, text + 64 * blocks, (size_t)(count - 64 * blocks));
    kinds before = {0}, now = kinds_of(blocks > 0 ? text : rest, plainly);
    for (int64_t block = 0; block < blocks; block++) {
        const uint8_t *next = block + 1 < blocks ? text + 64 * (block + 1) : rest;
        const kinds after = kinds_of(next, plainly);
        put(now, before, after, words + block, hard + block);
        before = now;
        now = after;
    }
    put(now, before, (kinds){0}, words + blocks, hard + blocks);
}

void cwords_map(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard) {
    map(text, count, words, hard, 0);
}

void cwords_map_plain(const uint8_t *text, int64_t count, uint64_t *words, uint64_t *hard) {
    map(text, count, words, hard, 1);
}
