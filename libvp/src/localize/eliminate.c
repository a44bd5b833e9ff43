/* Fourier-Motzkin elimination, on constraints with two ends. */
#include "localize/system.h"

static bool is_zero(vp_decimal a) { return a.coefficient == 0; }

static bool is_endless(const vp_constraint *a) {
  return a->bounds.low.unbounded && a->bounds.high.unbounded;
}

/* a · factor + b · other */
static vp_status combine(vp_constraint *out, const vp_constraint *a, vp_decimal factor,
                         const vp_constraint *b, vp_decimal other, size_t unknowns) {
  vp_interval left, right;
  vp_status status = vp_interval_scale(&left, a->bounds, factor);
  if (status == VP_OK) status = vp_interval_scale(&right, b->bounds, other);
  if (status == VP_OK) status = vp_interval_add(&out->bounds, left, right);
  for (size_t i = 0; i < unknowns && status == VP_OK; i++) {
    vp_decimal x, y;
    status = vp_decimal_multiply(&x, a->weights[i], factor);
    if (status == VP_OK) status = vp_decimal_multiply(&y, b->weights[i], other);
    if (status == VP_OK) status = vp_decimal_add(&out->weights[i], x, y);
  }
  out->from = a->from | b->from;
  return status;
}

/* So that parallel constraints are alike: the first weight is positive. */
static vp_status normalize(vp_constraint *a, size_t unknowns) {
  size_t i = 0;
  while (i < unknowns && is_zero(a->weights[i])) i++;
  if (i == unknowns || a->weights[i].coefficient > 0) return VP_OK;
  for (; i < unknowns; i++) a->weights[i] = vp_decimal_negate(a->weights[i]);
  return vp_interval_scale(&a->bounds, a->bounds, (vp_decimal){.coefficient = -1, .exponent = 0});
}

static bool is_parallel(const vp_constraint *a, const vp_constraint *b, size_t unknowns) {
  for (size_t i = 0; i < unknowns; i++)
    if (vp_decimal_compare(a->weights[i], b->weights[i]) != 0) return false;
  return true;
}

static void add(vp_system *system, const vp_constraint *added) {
  if (is_endless(added)) return;
  for (size_t i = 0; i < system->count; i++) {
    vp_constraint *found = &system->constraints[i];
    if (!is_parallel(found, added, system->unknown_count)) continue;
    found->bounds = vp_interval_intersect(found->bounds, added->bounds);
    found->from |= added->from;
    return;
  }
  if (system->count == VP_SYSTEM_SIZE)
    system->failed = true;
  else
    system->constraints[system->count++] = *added;
}

static void add_normal(vp_system *system, vp_constraint added) {
  if (normalize(&added, system->unknown_count) == VP_OK)
    add(system, &added);
  else
    system->failed = true;
}

/* What the constraints say of the other unknowns. */
static void eliminate(vp_system *out, const vp_system *system, size_t unknown) {
  out->unknown_count = system->unknown_count;
  out->count = 0;
  out->failed = system->failed;
  for (size_t i = 0; i < system->count && !out->failed; i++) {
    const vp_constraint *a = &system->constraints[i];
    if (is_zero(a->weights[unknown])) add_normal(out, *a);
    for (size_t j = 0; j < i && !is_zero(a->weights[unknown]); j++) {
      const vp_constraint *b = &system->constraints[j];
      if (is_zero(b->weights[unknown])) continue;
      vp_constraint both;
      if (combine(&both, a, b->weights[unknown], b, vp_decimal_negate(a->weights[unknown]),
                  system->unknown_count) == VP_OK)
        add_normal(out, both);
      else
        out->failed = true;
    }
  }
}

static bool is_constant(const vp_constraint *a, size_t unknowns) {
  for (size_t i = 0; i < unknowns; i++)
    if (!is_zero(a->weights[i])) return false;
  return true;
}

static bool has_conflict(const vp_system *reduced, uint64_t *conflict) {
  const vp_decimal zero = {.coefficient = 0, .exponent = 0};
  for (size_t i = 0; i < reduced->count; i++) {
    const vp_constraint *a = &reduced->constraints[i];
    bool holds = is_constant(a, reduced->unknown_count) ? vp_interval_contains(a->bounds, zero)
                                                        : !vp_interval_is_empty(a->bounds);
    if (holds) continue;
    *conflict = a->from;
    return true;
  }
  return false;
}

/* Eliminates all unknowns but one, or all. false at the first contradiction. */
static bool reduce(vp_system *out, const vp_system *system, size_t kept, uint64_t *conflict) {
  vp_system other;
  out->unknown_count = system->unknown_count;
  out->count = 0;
  out->failed = system->failed;
  for (size_t i = 0; i < system->count; i++) add_normal(out, system->constraints[i]);
  for (size_t i = 0; i < system->unknown_count && !has_conflict(out, conflict); i++) {
    if (i == kept) continue;
    eliminate(&other, out, i);
    *out = other;
  }
  return !has_conflict(out, conflict) && !out->failed;
}

bool vp_system_is_solvable(const vp_system *system, uint64_t *conflict) {
  vp_system reduced;
  *conflict = UINT64_MAX;
  return reduce(&reduced, system, system->unknown_count, conflict);
}

bool vp_system_project(vp_interval *out, const vp_system *system, size_t unknown) {
  vp_system reduced;
  uint64_t conflict;
  if (!reduce(&reduced, system, unknown, &conflict)) return false;
  vp_interval all = vp_interval_everything();
  for (size_t i = 0; i < reduced.count; i++) {
    const vp_constraint *a = &reduced.constraints[i];
    vp_interval one;
    if (is_zero(a->weights[unknown])) continue;
    if (vp_interval_divide(&one, a->bounds, a->weights[unknown]) != VP_OK) return false;
    all = vp_interval_intersect(all, one);
  }
  *out = all;
  return !vp_interval_is_empty(all);
}
