/* Reads a JSON document from each line of standard input and prints a line for each: 1 for a plan
 * (or, when that is the argument, a baseline), 0 for none, - for what is not even the JSON that
 * libvp reads. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/baseline.h>

static vp_status read_plan(const char *bytes, size_t length) {
  vp_plan *plan = NULL;
  vp_status status = vp_plan_read(&plan, NULL, bytes, length, NULL);
  vp_plan_free(plan);
  return status;
}

static vp_status read_baseline(const char *bytes, size_t length) {
  vp_baseline *baseline = NULL;
  vp_status status = vp_baseline_read(&baseline, NULL, bytes, length, NULL);
  vp_baseline_free(baseline);
  return status;
}

static char verdict(vp_status status) {
  return status == VP_OK ? '1' : status == VP_ERROR_FORMAT ? '0' : '-';
}

int main(int count, char **names) {
  bool is_baseline = count > 1 && strcmp(names[1], "baseline") == 0;
  size_t capacity = 1 << 16, length = 0;
  char *line = malloc(capacity);
  while (line != NULL && fgets(line + length, (int)(capacity - length), stdin) != NULL) {
    length += strlen(line + length);
    if (line[length - 1] == '\n') {
      printf("%c\n", verdict(is_baseline ? read_baseline(line, length) : read_plan(line, length)));
      length = 0;
    } else if (capacity - length == 1) {
      capacity *= 2;
      char *more = realloc(line, capacity);
      if (more == NULL) free(line);
      line = more;
    }
  }
  bool is_read = line != NULL && feof(stdin) && length == 0;
  free(line);
  return is_read && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
