/* What the rules and requirements of a profile must be beyond their shape. */
#ifndef VP_JSON_PROFILE_CHECK_H
#define VP_JSON_PROFILE_CHECK_H

#include "json/reader.h"
#include "model/profile.h"

/* VP_ERROR_FORMAT, with line and column, at the first thing that no plan can have. */
vp_status vp_check_profile(const vp_reader *r, const vp_profile *profile);

#endif
