#include "profile.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "file.h"
#include "nearest.h"

enum { MAX_DEPTH = 16 }; /* of profiles that extend one another */

/* A profile's file, and those of the profiles that extend it. */
typedef struct chain {
  const char *file;
  const struct chain *extending;
} chain;

static vp_status fail_circle(vp_error *error) {
  *error =
      (vp_error){.status = VP_ERROR_FORMAT, .message = "profiles extend one another in a circle"};
  return VP_ERROR_FORMAT;
}

/* Or as good as: the same file may be written in ever new ways. */
static bool is_circle(const chain *at) {
  size_t depth = 0;
  for (const chain *above = at->extending; above != NULL; above = above->extending)
    if (++depth == MAX_DEPTH || strcmp(above->file, at->file) == 0) return true;
  return false;
}

static vp_status find(vp_profile **out, const char *name, void *user, vp_error *error);

static vp_status read_from(vp_profile **out, const chain *at, vp_error *error) {
  if (is_circle(at)) return fail_circle(error);
  cli_text text = {0};
  vp_status status;
  if (cli_file_open(&text, at->file, error))
    status = vp_profile_read(out, NULL, text.length > 0 ? text.bytes : "", text.length, find,
                             (void *)(uintptr_t)at, error);
  else
    status = error->status;
  cli_text_free(&text);
  return status;
}

/* What another file extends; an error names the file that it is in. */
static vp_status find(vp_profile **out, const char *name, void *user, vp_error *error) {
  const chain *extending = user;
  const char *slash = strrchr(extending->file, '/');
  cli_text file = {0};
  if (slash != NULL && *name != '/')
    cli_text_append(&file, extending->file, (size_t)(slash - extending->file) + 1);
  cli_text_put(&file, name);
  vp_status status = read_from(out, &(chain){.file = file.bytes, .extending = extending}, error);
  cli_text_free(&file);
  return status;
}

static void list_names(const char *name) {
  const char *names[16];
  size_t count = 0;
  while (count < sizeof names / sizeof *names && vp_profile_name_at(count) != NULL) {
    names[count] = vp_profile_name_at(count);
    count++;
  }
  const char *nearest = cli_nearest(name, names, count);
  if (nearest != NULL) fprintf(stderr, "  did you mean '%s'?\n", nearest);
  fputs("  libvp's own profiles:", stderr);
  for (size_t i = 0; i < count; i++) fprintf(stderr, "%s %s", i > 0 ? "," : "", names[i]);
  fputc('\n', stderr);
}

vp_profile *cli_profile_read(const char *name) {
  vp_profile *profile = NULL;
  vp_error error;
  const char *own = vp_profile_text(name);
  vp_status status = own != NULL
                         ? vp_profile_read(&profile, NULL, own, strlen(own), NULL, NULL, &error)
                         : read_from(&profile, &(chain){.file = name}, &error);
  if (status == VP_OK) return profile;
  cli_report_error(name, &error);
  if (status == VP_ERROR_ARGUMENT && error.line == 0) list_names(name);
  return NULL;
}
