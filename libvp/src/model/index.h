/* Elements by id, and observations by period. Most ids are unique in the plan; those in a list
 * marked LOCAL (rows, columns) in their list. */
#ifndef VP_MODEL_INDEX_H
#define VP_MODEL_INDEX_H

#include "model/plan.h"

typedef struct vp_index vp_index;

/* Of every element that stands in the plan now; lies in the plan's arena. NULL when memory is out.
 * */
vp_index *vp_index_new(vp_plan *plan);

/* The first element in the order of the plan with that id in that scope: the list `field` of
 * `parent`, or the plan when both are NULL. */
const vp_element *vp_index_find(const vp_index *index, const vp_element *parent,
                                const vp_field *field, const char *id, size_t length);

/* The first of the indicator's observations for that period. */
const vp_element *vp_index_find_observation(const vp_index *index, const vp_indicator *indicator,
                                            const char *period);

/* How many elements have an id, and whether any two of them share one in their scope. */
size_t vp_index_count(const vp_index *index);
bool vp_index_has_duplicates(const vp_index *index);

/* The first element with the same id in the same scope: the element itself when its id is unique.
 * */
const vp_element *vp_index_first(const vp_index *index, const vp_element *element);

#endif
