/* A baseline: findings that are accepted, kept in a file of their own beside the plans. One
 * baseline serves many plans, whose ids its entries name.
 *
 * An entry is for one finding, by its two fingerprints. It is first the finding that has both; then
 * one that has the text's, so that ids may change; then one that has the ids', so that texts may.
 * Of several that look alike the first in the plan is taken. */
#ifndef VP_BASELINE_H
#define VP_BASELINE_H

#include <vp/check.h>
#include <vp/sink.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads a baseline from UTF-8 JSON. The bytes are copied. context NULL means malloc and free.
 * VP_ERROR_SYNTAX when the bytes are not the JSON that libvp accepts, VP_ERROR_FORMAT when it is no
 * baseline, both with line and column. It is never changed: any number of checks and threads may
 * use it (vp_check_options.baseline). */
VP_API vp_status vp_baseline_read(vp_baseline **out, const vp_context *context, const char *bytes,
                                  size_t length, vp_error *error);

/* After the reports that it was used for; NULL is allowed. */
VP_API void vp_baseline_free(vp_baseline *baseline);

/* Its entries are the elements of "accepted". */
VP_API const vp_element *vp_baseline_root(const vp_baseline *baseline);

/* A new baseline that accepts what the reports found and their plans do not accept. Findings that
 * the old baseline (which the reports were checked with; or NULL) accepts keep their entries and
 * reasons; others get this reason, and this period until which they are accepted (or NULL). Entries
 * stay of other plans and of rules that did not run, and those go that match nothing. A report that
 * is NULL is passed over. VP_ERROR_ARGUMENT when a finding has no reason, when until is no period,
 * or when a report was checked with another baseline. */
VP_API vp_status vp_baseline_update(vp_baseline **out, const vp_context *context,
                                    const vp_baseline *old, const vp_report *const *reports,
                                    size_t count, const char *reason, const char *until,
                                    vp_error *error);

VP_API vp_status vp_baseline_write(const vp_baseline *baseline, const vp_sink *sink,
                                   vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
