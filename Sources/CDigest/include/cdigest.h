#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// SHA-256 of `length` bytes into `out`, which needs 32 bytes. 0 on success.
int32_t cdigest_sha256(const uint8_t *bytes, size_t length, uint8_t *out);

#endif
