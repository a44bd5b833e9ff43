/* Networks that are made without a plan: vp/network.h. */
#include "base/error.h"
#include "base/unit.h"
#include "model/profile.h"
#include "reconcile/network.h"

vp_status vp_network_new(vp_network **out, const vp_context *context, vp_error *error) {
  context = vp_context_or_default(context);
  vp_network *made = vp_alloc(context, sizeof *made);
  if (made == NULL) return vp_fail_memory(error);
  vp_network_init(made, context);
  *out = made;
  return VP_OK;
}

void vp_network_free(vp_network *network) {
  if (network == NULL) return;
  const vp_context *context = network->context;
  vp_network_clear(network);
  vp_free(context, network);
}

static vp_status check_cell(const vp_network *network, uint32_t cell, vp_error *error) {
  if (network->is_judged)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the network has already been judged");
  if (cell >= network->cell_count)
    return vp_fail(error, VP_ERROR_ARGUMENT, "there is no cell %u", (unsigned)cell);
  return VP_OK;
}

vp_status vp_network_add_quantity(uint32_t *cell, vp_network *network, const vp_quantity *printed,
                                  vp_error *error) {
  static const vp_field no_field = {.key = NULL};
  if (network->is_judged) return check_cell(network, 0, error);
  vp_figure figure = {.place = {.field = &no_field},
                      .quantity = *printed,
                      .unit = (vp_unit)printed->unit,
                      .decimals = -1};
  if (printed->unit == VP_UNIT_OTHER) figure.unit_text = vp_unit_written(printed);
  uint32_t added = vp_network_add_cell(network, &figure);
  if (network->failed) return vp_network_fail(network, error);
  *cell = added;
  return VP_OK;
}

vp_status vp_network_set_place(vp_network *network, uint32_t cell, uint32_t table, uint32_t row,
                               uint32_t column, vp_error *error) {
  vp_status status = check_cell(network, cell, error);
  if (status != VP_OK) return status;
  network->cells[cell].table = table;
  network->cells[cell].row = row;
  network->cells[cell].column = column;
  return VP_OK;
}

vp_status vp_network_set_trusted(vp_network *network, uint32_t cell, vp_error *error) {
  vp_status status = check_cell(network, cell, error);
  if (status == VP_OK) network->cells[cell].is_trusted = true;
  return status;
}

static vp_status relate(uint32_t *relation, vp_network *network, vp_relation_kind kind,
                        bool at_most, const vp_term *terms, size_t term_count, uint32_t total,
                        vp_error *error) {
  vp_status status = check_cell(network, total, error);
  for (size_t i = 0; i < term_count && status == VP_OK; i++)
    status = check_cell(network, terms[i].cell, error);
  if (status != VP_OK) return status;
  if (at_most)
    vp_network_add_limit(network, kind, NULL, 0, total);
  else
    vp_network_add_relation(network, kind, NULL, 0, total);
  for (size_t i = 0; i < term_count; i++)
    vp_network_add_term(network, terms[i].cell, terms[i].weight);
  if (network->failed) return vp_network_fail(network, error);
  uint32_t added = (uint32_t)network->relation_count - 1;
  if (relation != NULL) *relation = added;
  return VP_OK;
}

vp_status vp_network_relate(uint32_t *relation, vp_network *network, vp_relation_kind kind,
                            const vp_term *terms, size_t term_count, uint32_t total,
                            vp_error *error) {
  if (kind > VP_RELATION_TIE)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the kind is one up to VP_RELATION_TIE");
  return relate(relation, network, kind, false, terms, term_count, total, error);
}

vp_status vp_network_limit(uint32_t *relation, vp_network *network, const vp_term *terms,
                           size_t term_count, uint32_t total, vp_error *error) {
  return relate(relation, network, VP_RELATION_TIE, true, terms, term_count, total, error);
}

vp_status vp_network_set_not_negative(vp_network *network, uint32_t cell, vp_error *error) {
  return relate(NULL, network, VP_RELATION_NOT_NEGATIVE, true, NULL, 0, cell, error);
}

vp_status vp_network_set_sigmas(vp_network *network, int sigmas, vp_error *error) {
  if (network->is_judged)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the network has already been judged");
  if (sigmas < VP_LEAST_SIGMAS || sigmas > VP_MOST_SIGMAS)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the number of σ is one from %d to %d, not %d",
                   VP_LEAST_SIGMAS, VP_MOST_SIGMAS, sigmas);
  network->sigmas = sigmas;
  return VP_OK;
}

int vp_network_sigmas(const vp_network *network) { return network->sigmas; }

vp_status vp_network_judge(vp_network *network, vp_error *error) {
  if (network->is_judged)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the network has already been judged");
  vp_network_close(network);
  network->is_judged = true;
  for (size_t i = 0; i < network->relation_count; i++)
    vp_relation_judge(&network->relations[i], network->cells, network->sigmas);
  return VP_OK;
}

size_t vp_network_cell_count(const vp_network *network) { return network->cell_count; }

const vp_cell *vp_network_cell(const vp_network *network, size_t index) {
  return index < network->cell_count ? &network->cells[index] : NULL;
}

size_t vp_network_relation_count(const vp_network *network) { return network->relation_count; }

const vp_relation *vp_network_relation(const vp_network *network, size_t index) {
  return index < network->relation_count ? &network->relations[index] : NULL;
}
