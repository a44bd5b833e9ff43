#include <string.h>

#include "json/profile_check.h"
#include "model/index.h"
#include "model/profile.h"

/* One of libvp's own. */
static vp_status read_extended(vp_profile *profile, vp_error *error) {
  const char *text = profile->extends != NULL ? vp_profile_text(profile->extends) : NULL;
  if (text == NULL) return VP_OK;
  vp_status status = vp_profile_read(&profile->own_extended, profile->root.arena.context, text,
                                     strlen(text), error);
  profile->extended = profile->own_extended;
  return status;
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
                          size_t length, vp_error *error) {
  vp_profile *profile =
      (vp_profile *)vp_root_new(&vp_profile_shape, vp_context_or_default(context));
  if (profile == NULL) return vp_fail_memory(error);
  vp_status status = vp_read_root(&profile->root, VP_PROFILE_FORMAT, bytes, length, error);
  const vp_reader reader = {
      .arena = &profile->root.arena, .document = profile->root.document, .error = error};
  if (status == VP_OK) status = vp_check_profile(&reader, profile);
  if (status == VP_OK) status = read_extended(profile, error);
  if (status == VP_OK) status = make_sample(profile, error);
  if (status == VP_OK)
    *out = profile;
  else
    vp_profile_free(profile);
  return status;
}
