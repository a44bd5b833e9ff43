#include "band.h"

#include <string.h>

cli_style cli_band_style(const vp_element *band) {
  static const struct {
    const char *colour;
    cli_style style;
  } styles[] = {{"green", CLI_ON_GREEN},
                {"yellow", CLI_ON_YELLOW},
                {"orange", CLI_ON_ORANGE},
                {"red", CLI_ON_RED}};
  const char *colour = band != NULL ? vp_element_text(band, "colour", 0) : NULL;
  for (size_t i = 0; colour != NULL && i < sizeof styles / sizeof *styles; i++)
    if (strcmp(styles[i].colour, colour) == 0) return styles[i].style;
  return CLI_PLAIN;
}
