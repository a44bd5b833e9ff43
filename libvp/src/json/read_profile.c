#include <string.h>

#include "json/locate.h"
#include "json/reader.h"
#include "model/index.h"
#include "model/profile.h"

static vp_status read_extended(vp_profile *profile, vp_profile_find find, void *user,
                               vp_error *error) {
  if (profile->extends == NULL) return VP_OK;
  const char *text = vp_profile_text(profile->extends);
  if (text != NULL)
    return vp_profile_read(&profile->extended, profile->root.arena.context, text, strlen(text),
                           NULL, NULL, error);
  vp_error reason = {.status = VP_ERROR_FORMAT, .message = "there is no such profile"};
  if (find != NULL && find(&profile->extended, profile->extends, user, &reason) == VP_OK)
    return VP_OK;
  return vp_profile_fail_extended(profile, &reason, error);
}

/* A plan that has the profile's risk model, and its text, and nothing else. */
static vp_status make_sample(vp_profile *profile, vp_error *error) {
  vp_plan *sample = vp_plan_alloc(profile->root.arena.context);
  if (sample == NULL) return vp_fail_memory(error);
  profile->sample = sample;
  sample->root.base.id = profile->root.base.id;
  sample->root.document = profile->root.document;
  sample->title = profile->title;
  sample->language = profile->language;
  sample->risk_model = profile->risk_model;
  sample->profile = profile;
  sample->index = vp_index_new(sample);
  return sample->index != NULL ? VP_OK : vp_fail_memory(error);
}

vp_status vp_profile_read(vp_profile **out, const vp_context *context, const char *bytes,
                          size_t length, vp_profile_find find, void *user, vp_error *error) {
  vp_profile *profile =
      (vp_profile *)vp_root_new(&vp_profile_shape, vp_context_or_default(context));
  if (profile == NULL) return vp_fail_memory(error);
  vp_status status = vp_read_root(&profile->root, VP_PROFILE_FORMAT, bytes, length, error);
  if (status == VP_OK) status = read_extended(profile, find, user, error);
  if (status == VP_OK) status = make_sample(profile, error);
  if (status == VP_OK)
    *out = profile;
  else
    vp_profile_free(profile);
  return status;
}
