/* Gives a fuzz target the files of its corpus, with any compiler. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Into a block of just that size, so that a sanitizer sees what is read beyond it. */
static uint8_t *read_file(const char *name, size_t *size) {
  FILE *file = fopen(name, "rb");
  uint8_t *data = NULL;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
    *size = (size_t)ftell(file);
    rewind(file);
    data = malloc(*size > 0 ? *size : 1);
    if (data != NULL && fread(data, 1, *size, file) != *size) *size = 0;
  }
  if (file != NULL) fclose(file);
  return data;
}

int main(int count, char **names) {
  for (int i = 1; i < count; i++) {
    size_t size;
    uint8_t *data = read_file(names[i], &size);
    if (data == NULL) {
      fprintf(stderr, "%s cannot be read\n", names[i]);
      return EXIT_FAILURE;
    }
    LLVMFuzzerTestOneInput(data, size);
    free(data);
  }
  printf("%d passed, 0 failed\n", count - 1);
  return count > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
