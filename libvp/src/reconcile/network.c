#include <vp/reconcile.h>

#include "model/profile.h"
#include "reconcile/network.h"

struct vp_reconciliation {
  const vp_plan *plan;
  vp_network network;
};

void vp_network_init(vp_network *network, const vp_context *context) {
  *network = (vp_network){.context = context, .sigmas = VP_SIGMAS};
}

void vp_network_clear(vp_network *network) {
  vp_free(network->context, network->cells);
  vp_free(network->context, network->relations);
  vp_free(network->context, network->terms);
}

static bool reserve(vp_network *network, void **items, size_t *capacity, size_t count,
                    size_t size) {
  if (network->failed) return false;
  network->is_too_large = count >= VP_NETWORK_MAX;
  network->failed =
      network->is_too_large || !vp_array_reserve(network->context, items, capacity, count, size);
  return !network->failed;
}

uint32_t vp_network_add_cell(vp_network *network, const vp_figure *figure) {
  void *cells = network->cells;
  if (!reserve(network, &cells, &network->cell_capacity, network->cell_count, sizeof(vp_cell)))
    return 0;
  network->cells = cells;
  network->cells[network->cell_count] = (vp_cell){
      .element = figure->place.element,
      .field = figure->place.field->key,
      .item = figure->place.item,
      .column = figure->column,
      .unit = figure->unit,
      .decimals = figure->decimals,
      .quantity = figure->quantity,
      .table = VP_NO_TABLE,
      .unit_text = figure->unit_text,
  };
  return (uint32_t)network->cell_count++;
}

void vp_network_add_relation(vp_network *network, vp_relation_kind kind, const vp_element *owner,
                             size_t index, uint32_t total) {
  void *relations = network->relations;
  if (!reserve(network, &relations, &network->relation_capacity, network->relation_count,
               sizeof(vp_relation)))
    return;
  network->relations = relations;
  network->relations[network->relation_count++] =
      (vp_relation){.kind = kind, .owner = owner, .index = index, .total = total};
}

void vp_network_add_limit(vp_network *network, vp_relation_kind kind, const vp_element *owner,
                          size_t index, uint32_t total) {
  vp_network_add_relation(network, kind, owner, index, total);
  if (!network->failed) network->relations[network->relation_count - 1].at_most = true;
}

void vp_network_add_term(vp_network *network, uint32_t cell, vp_decimal weight) {
  void *terms = network->terms;
  if (!reserve(network, &terms, &network->term_capacity, network->term_count, sizeof(vp_term)))
    return;
  network->terms = terms;
  network->terms[network->term_count++] = (vp_term){cell, weight};
  network->relations[network->relation_count - 1].term_count++;
}

void vp_network_close(vp_network *network) {
  const vp_term *next = network->terms;
  for (size_t i = 0; i < network->relation_count; i++) {
    if (network->relations[i].term_count == 0) continue;
    network->relations[i].terms = next;
    next += network->relations[i].term_count;
  }
}

vp_status vp_network_fail(const vp_network *network, vp_error *error) {
  if (!network->is_too_large) return vp_fail_memory(error);
  return vp_fail(error, VP_ERROR_RANGE, "the budget's tables and sums have more than %d terms",
                 (int)VP_NETWORK_MAX);
}

vp_status vp_reconcile(vp_reconciliation **out, const vp_plan *plan, vp_error *error) {
  if (plan->index == NULL) return vp_plan_require_complete(plan, error);
  vp_reconciliation *made = vp_alloc(plan->root.arena.context, sizeof *made);
  if (made == NULL) return vp_fail_memory(error);
  made->plan = plan;
  vp_network *network = &made->network;
  vp_network_init(network, plan->root.arena.context);
  vp_profile_sigmas(&network->sigmas, plan->profile);
  vp_network_add_plan(network, plan);
  if (network->failed) {
    vp_status status = vp_network_fail(network, error);
    vp_reconciliation_free(made);
    return status;
  }
  vp_network_judge(network, NULL);
  *out = made;
  return VP_OK;
}

void vp_reconciliation_free(vp_reconciliation *reconciliation) {
  if (reconciliation == NULL) return;
  const vp_context *context = reconciliation->network.context;
  vp_network_clear(&reconciliation->network);
  vp_free(context, reconciliation);
}

const vp_plan *vp_reconciliation_plan(const vp_reconciliation *reconciliation) {
  return reconciliation->plan;
}

const vp_network *vp_reconciliation_network(const vp_reconciliation *reconciliation) {
  return &reconciliation->network;
}

size_t vp_reconciliation_relation_count(const vp_reconciliation *reconciliation) {
  return vp_network_relation_count(&reconciliation->network);
}

const vp_relation *vp_reconciliation_relation(const vp_reconciliation *reconciliation,
                                              size_t index) {
  return vp_network_relation(&reconciliation->network, index);
}

size_t vp_reconciliation_cell_count(const vp_reconciliation *reconciliation) {
  return vp_network_cell_count(&reconciliation->network);
}

const vp_cell *vp_reconciliation_cell(const vp_reconciliation *reconciliation, size_t index) {
  return vp_network_cell(&reconciliation->network, index);
}
