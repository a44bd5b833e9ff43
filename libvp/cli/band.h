/* A risk band as a colour. */
#ifndef CLI_BAND_H
#define CLI_BAND_H

#include <vp/plan.h>

#include "terminal.h"

/* CLI_PLAIN for NULL and for a band without a colour. */
cli_style cli_band_style(const vp_element *band);

#endif
