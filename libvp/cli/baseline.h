/* The baseline that --baseline names, and the one that --write-baseline writes. */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include <vp/baseline.h>
#include <vp/report.h>

#include "options.h"

/* false, with a message on standard error, when it cannot be had, or when the one to be written
 * would overwrite what must stay. *out is NULL when none is named. */
bool cli_baseline_read(vp_baseline **out, const cli_options *options);

/* The file is as it was when this fails, with a message on standard error. */
bool cli_baseline_write(const cli_options *options, const vp_baseline *old,
                        const vp_report_file *files, size_t count, vp_language language);

#endif
