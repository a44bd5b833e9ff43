/* The baseline format, kind by kind. The order of the fields is the order in which they are
 * written.
 */
#include "model/baseline.h"
#include "model/fields.h"

static const vp_field entry_fields[] = {
    TEXT(vp_baseline_entry, plan, REQUIRED),
    TEXT(vp_baseline_entry, rule, REQUIRED),
    TEXT(vp_baseline_entry, fingerprint, REQUIRED),
    TEXT(vp_baseline_entry, text_fingerprint, REQUIRED),
    TEXT(vp_baseline_entry, path, 0),
    TEXT(vp_baseline_entry, message, 0),
    TEXT(vp_baseline_entry, reason, REQUIRED | FILLED),
    PERIOD(vp_baseline_entry, until, 0),
};
DEFINE_SHAPE(entry, vp_baseline_entry);

static const vp_field baseline_fields[] = {
    TEXT(vp_baseline, format, REQUIRED),
    LIST(vp_baseline, accepted, REQUIRED, entry_shape),
};
const vp_shape vp_baseline_shape = SHAPE(baseline, vp_baseline);
