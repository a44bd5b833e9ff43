/* A profile: what a municipality says of all its plans. The risk model, which rules it wants and
 * how grave their findings are, thresholds, what its plans must have, what its boards and units
 * are called, and rules of its own. */
#ifndef VP_PROFILE_H
#define VP_PROFILE_H

#include <vp/plan.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A profile that was read is never changed: any number of plans and threads may use it. */
typedef struct vp_profile vp_profile;

/* Reads one profile from UTF-8 JSON. The bytes are copied. context NULL means malloc and free. One
 * of libvp's own profiles that it extends is there at once; another has to be given with
 * vp_profile_extend. VP_ERROR_SYNTAX when the bytes are not the JSON that libvp accepts,
 * VP_ERROR_FORMAT when it is no profile, both with line and column. */
VP_API vp_status vp_profile_read(vp_profile **out, const vp_context *context, const char *bytes,
                                 size_t length, vp_error *error);

/* Gives the profile what its field "extends" names, which libvp does not know how to find: it opens
 * no files. extended must outlive the profile. VP_ERROR_ARGUMENT when it extends nothing, or has
 * what it extends, and when extended itself still lacks what it extends: so profiles cannot extend
 * one another in a circle. A profile that lacks what it extends can be looked at and nothing else.
 */
VP_API vp_status vp_profile_extend(vp_profile *profile, const vp_profile *extended,
                                   vp_error *error);

/* After the plans that use it; NULL is allowed. */
VP_API void vp_profile_free(vp_profile *profile);

/* The profile as an element, whose fields the schema lists. */
VP_API const vp_element *vp_profile_root(const vp_profile *profile);

/* A plan that has the profile's risk model and nothing else: the one that vp_profile_check reports
 * on. */
VP_API const vp_plan *vp_profile_sample(const vp_profile *profile);

/* The profile that it extends; NULL for none, and while it lacks it. */
VP_API const vp_profile *vp_profile_extended(const vp_profile *profile);

/* libvp's own profiles: their names, such as "bollebygd", and their JSON. Static; NULL beyond the
 * last and for an unknown name. */
VP_API const char *vp_profile_name_at(size_t index);
VP_API const char *vp_profile_text(const char *name);

/* From here on the plan is valued and checked by the profile, which must outlive it; NULL for none.
 * Not while another thread uses the plan, nor between a result of an engine and its end.
 * VP_ERROR_ARGUMENT for a profile that lacks what it extends. */
VP_API vp_status vp_plan_use_profile(vp_plan *plan, const vp_profile *profile, vp_error *error);
VP_API const vp_profile *vp_plan_profile(const vp_plan *plan);

#ifdef __cplusplus
}
#endif

#endif
