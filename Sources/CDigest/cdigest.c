#include "cdigest.h"

#include <openssl/evp.h>

int32_t cdigest_sha256(const uint8_t *bytes, size_t length, uint8_t *out) {
    return EVP_Digest(bytes, length, out, NULL, EVP_sha256(), NULL) == 1 ? 0 : -1;
}
