/* Reads a JSON document from each line of standard input and prints a line for each: 1 for a plan
 * (or, when that is the argument, a baseline or a profile), 0 for none, - for what is not even the
 * JSON that libvp reads. Of a profile it is the shape: what its rules name is beyond a schema. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/baseline.h>

#include "base/context.h"
#include "json/reader.h"
#include "model/profile.h"

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

static vp_status read_profile(const char *bytes, size_t length) {
  vp_root *profile = vp_root_new(&vp_profile_shape, vp_context_or_default(NULL));
  if (profile == NULL) return VP_ERROR_MEMORY;
  vp_status status = vp_read_root(profile, VP_PROFILE_FORMAT, bytes, length, NULL);
  vp_root_free(profile);
  return status;
}

static char verdict(vp_status status) {
  return status == VP_OK ? '1' : status == VP_ERROR_FORMAT ? '0' : '-';
}

typedef vp_status reader(const char *bytes, size_t length);

int main(int count, char **names) {
  const char *kind = count > 1 ? names[1] : "plan";
  reader *read = strcmp(kind, "baseline") == 0  ? read_baseline
                 : strcmp(kind, "profile") == 0 ? read_profile
                                                : read_plan;
  size_t capacity = 1 << 16, length = 0;
  char *line = malloc(capacity);
  while (line != NULL && fgets(line + length, (int)(capacity - length), stdin) != NULL) {
    length += strlen(line + length);
    if (line[length - 1] == '\n') {
      printf("%c\n", verdict(read(line, length)));
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
