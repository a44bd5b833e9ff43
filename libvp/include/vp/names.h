/* How findings call the figures of a budget and the slips in them. */
#ifndef VP_NAMES_H
#define VP_NAMES_H

#include <vp/language.h>
#include <vp/localize.h>

#ifdef __cplusplus
extern "C" {
#endif

/* "”Äldreomsorg” i ”Budget 2025”"; "" for a cell that stands in no plan. Returns the length without
 * the NUL, as snprintf does: names are the plan's own and of any length. */
VP_API size_t vp_cell_name(char *buffer, size_t size, const vp_cell *cell, vp_language language);

/* "en siffra har fallit bort"; "" for VP_SLIP_UNKNOWN. Static. */
VP_API const char *vp_slip_text(vp_slip slip, vp_language language);

#ifdef __cplusplus
}
#endif

#endif
