#include "cdigest.h"

#include <openssl/evp.h>
#include <pthread.h>

static EVP_MD *sha256;
static pthread_once_t fetched = PTHREAD_ONCE_INIT;

static void fetch(void) { sha256 = EVP_MD_fetch(NULL, "SHA2-256", NULL); }

int32_t cdigest_sha256(const uint8_t *bytes, size_t length, uint8_t *out) {
    /* EVP_sha256() is looked for in the library's tables at each use. */
    if (pthread_once(&fetched, fetch) != 0 || sha256 == NULL) return -1;
    return EVP_Digest(bytes, length, out, NULL, sha256, NULL) == 1 ? 0 : -1;
}
