/* Signatures: what is one is written and read as the same; what is none is refused where it ends.
 */
#include "fuzz.h"

#include "functions/signature.h"

static void require_round_trip_of(const vp_signature *signature) {
  char first[VP_SIGNATURE_TEXT_SIZE], second[VP_SIGNATURE_TEXT_SIZE];
  vp_signature again;
  vp_signature_write(first, signature);
  require(vp_signature_parse(&again, first, NULL) == VP_OK);
  vp_signature_write(second, &again);
  require(strcmp(first, second) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1);
  require(text != NULL);
  if (size > 0) memcpy(text, data, size);
  text[size] = '\0';
  vp_signature signature;
  vp_error error;
  if (vp_signature_parse(&signature, text, &error) == VP_OK)
    require_round_trip_of(&signature);
  else
    require(error.line == 1 && error.column >= 1 && error.column <= strlen(text) + 1);
  free(text);
  return 0;
}
