#include "profile.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "nearest.h"

enum { MOST = 16 }; /* that extend one another; more are a circle */

static vp_profile *parse(const char *text, size_t length, vp_error *error) {
  vp_profile *profile = NULL;
  return vp_profile_read(&profile, NULL, text, length, error) == VP_OK ? profile : NULL;
}

static vp_profile *open_profile(const char *file, vp_error *error) {
  cli_text text = {0};
  vp_profile *profile = NULL;
  if (cli_file_open(&text, file, error))
    profile = parse(text.length > 0 ? text.bytes : "", text.length, error);
  cli_text_free(&text);
  return profile;
}

static void list_own(const char *name) {
  const char *names[MOST];
  size_t count = 0;
  for (; count < MOST && vp_profile_name_at(count) != NULL; count++)
    names[count] = vp_profile_name_at(count);
  const char *nearest = cli_nearest(name, names, count);
  if (nearest != NULL) fprintf(stderr, "  did you mean '%s'?\n", nearest);
  fputs("  libvp's own profiles:", stderr);
  for (size_t i = 0; i < count; i++) fprintf(stderr, "%s %s", i > 0 ? "," : "", names[i]);
  fputc('\n', stderr);
}

/* The file that the profile extends and that is still to be found; NULL for none. */
static const char *lacking(const vp_profile *profile) {
  if (vp_profile_extended(profile) != NULL) return NULL;
  return vp_element_text(vp_profile_root(profile), "extends", 0);
}

static void put_beside(cli_text *out, const char *file, const char *name) {
  const char *slash = strrchr(file, '/');
  cli_text_clear(out);
  if (slash != NULL && *name != '/') cli_text_append(out, file, (size_t)(slash - file) + 1);
  cli_text_put(out, name);
}

static bool refuse(const char *file, const vp_profile *extending, const char *reason) {
  const vp_element *root = vp_profile_root(extending);
  vp_span at = {.line = 0};
  cli_text message = {0};
  vp_element_span(&at, root, "extends", UINT32_MAX);
  cli_text_put(&message, "\"");
  cli_text_put(&message, vp_element_text(root, "extends", 0));
  cli_text_put(&message, "\": ");
  cli_text_put(&message, reason);
  cli_report_at(file, at.line, at.column, message.bytes);
  cli_text_free(&message);
  return false;
}

/* Reads what the last profile extends, and so on. */
static bool read_extended(cli_profiles *out, cli_text *file) {
  for (const char *name; (name = lacking(out->items[out->count - 1])) != NULL;) {
    const vp_profile *extending = out->items[out->count - 1];
    cli_text next = {0};
    vp_error error;
    put_beside(&next, file->bytes, name);
    if (out->count == MOST || strcmp(next.bytes, file->bytes) == 0) {
      cli_text_free(&next);
      return refuse(file->bytes, extending, "profiles extend one another in a circle");
    }
    vp_profile *extended = open_profile(next.bytes, &error);
    if (extended == NULL && error.line == 0) refuse(file->bytes, extending, error.message);
    if (extended == NULL && error.line > 0) cli_report_error(next.bytes, &error);
    put_beside(file, "", next.bytes);
    cli_text_free(&next);
    if (extended == NULL) return false;
    out->items[out->count++] = extended;
  }
  return true;
}

static bool extend_all(cli_profiles *profiles, const char *name) {
  vp_error error;
  for (size_t i = profiles->count - 1; i > 0; i--) {
    if (vp_profile_extend(profiles->items[i - 1], profiles->items[i], &error) == VP_OK) continue;
    cli_report_error(name, &error);
    return false;
  }
  return true;
}

static bool read_file(cli_profiles *out, const char *name) {
  vp_error error;
  out->items[0] = open_profile(name, &error);
  if (out->items[0] == NULL) {
    cli_report_error(name, &error);
    if (error.line == 0) list_own(name);
    return false;
  }
  out->count = 1;
  cli_text file = {0};
  cli_text_put(&file, name);
  bool is_read = read_extended(out, &file) && extend_all(out, name);
  cli_text_free(&file);
  return is_read;
}

static bool read_own(cli_profiles *out, const char *text) {
  vp_error error;
  out->items[0] = parse(text, strlen(text), &error);
  out->count = out->items[0] != NULL;
  if (out->count == 0) cli_report_error("vp", &error);
  return out->count > 0;
}

bool cli_profiles_read(cli_profiles *out, const char *name) {
  const char *own = vp_profile_text(name);
  *out = (cli_profiles){.items = cli_grow(NULL, MOST, sizeof *out->items)};
  return own != NULL ? read_own(out, own) : read_file(out, name);
}

void cli_profiles_free(cli_profiles *profiles) {
  for (size_t i = 0; i < profiles->count; i++) vp_profile_free(profiles->items[i]);
  free(profiles->items);
}
