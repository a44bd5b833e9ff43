#include "model/sum.h"

#include <string.h>

#include "model/index.h"
#include "model/place.h"

const vp_element *vp_sum_part(const vp_plan *plan, const vp_element *sum, const char *reference) {
  if (*reference == '-') reference++;
  return vp_index_find(plan->index, sum->parent, sum->field, reference, strlen(reference));
}

enum { NEW = 0, OPEN, DONE };

typedef struct node {
  uint32_t next;  /* the item of its sum to be followed next */
  uint32_t below; /* the sum that it was reached from */
  int state;
} node;

static const vp_texts *sum_of(const vp_element *element) {
  const vp_field *field = vp_shape_field(element->shape, "sum_of", strlen("sum_of"));
  return vp_element_value(element, field);
}

/* Depth first, without recursion: what leads to a sum that is open closes a circle. */
static void search(uint32_t *circles, node *nodes, const vp_plan *plan, const vp_elements *list,
                   uint32_t start) {
  uint32_t at = start;
  nodes[at] = (node){.below = VP_NO_ITEM, .state = OPEN};
  while (at != VP_NO_ITEM) {
    const vp_texts *parts = sum_of(list->items[at]);
    if (nodes[at].next == parts->count) {
      nodes[at].state = DONE;
      at = nodes[at].below;
      continue;
    }
    uint32_t item = nodes[at].next++;
    const vp_element *part = vp_sum_part(plan, list->items[at], parts->items[item]);
    if (part == NULL) continue;
    if (nodes[part->index].state == OPEN && circles[at] == VP_NO_ITEM) circles[at] = item;
    if (nodes[part->index].state != NEW) continue;
    nodes[part->index] = (node){.below = at, .state = OPEN};
    at = part->index;
  }
}

uint32_t *vp_sum_circles(const vp_plan *plan, const vp_elements *list) {
  size_t count = list->count;
  uint32_t *circles = vp_alloc(plan->root.arena.context, (count + 1) * sizeof *circles);
  node *nodes = vp_alloc(plan->root.arena.context, (count + 1) * sizeof *nodes);
  if (circles == NULL || nodes == NULL) {
    vp_free(plan->root.arena.context, nodes);
    vp_free(plan->root.arena.context, circles);
    return NULL;
  }
  memset(nodes, 0, (count + 1) * sizeof *nodes);
  for (size_t i = 0; i < count; i++) circles[i] = VP_NO_ITEM;
  for (uint32_t i = 0; i < count; i++)
    if (nodes[i].state == NEW) search(circles, nodes, plan, list, i);
  vp_free(plan->root.arena.context, nodes);
  return circles;
}
