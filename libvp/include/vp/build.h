/* Plans made and changed by a program.
 *
 * Values are given as texts in the form in which the plan file has them, by the field's name:
 * "231,2", "2026-03", "council". The plan copies them. While a plan is being changed, no other
 * thread may use it. A plan that was changed has to be completed before anything else is done with
 * it than looking and changing: vp_plan_write, vp_check and the engines refuse it with
 * VP_ERROR_ARGUMENT until then. A changed plan has no lines and columns any more. */
#ifndef VP_BUILD_H
#define VP_BUILD_H

#include <vp/plan.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An empty plan with the three things that every plan has; it is complete. context NULL: malloc and
 * free. */
VP_API vp_status vp_plan_new(vp_plan **out, const vp_context *context, const char *id,
                             const char *title, const char *period, vp_error *error);

/* Adds an element at the end of a list, or the one of an object field that has none yet. parent is
 * an element of the plan. */
VP_API vp_status vp_plan_add(const vp_element **out, vp_plan *plan, const vp_element *parent,
                             const char *field, vp_error *error);

/* Takes an element out of its list or field. Pointers to it and to what is below it must not be
 * used any more; their memory is freed with the plan. VP_ERROR_ARGUMENT for the plan itself. */
VP_API vp_status vp_plan_remove(vp_plan *plan, const vp_element *element, vp_error *error);

/* Sets a field that holds one value: text, id, reference, choice, flag ("true"), whole number,
 * quantity or period. */
VP_API vp_status vp_plan_set(vp_plan *plan, const vp_element *element, const char *field,
                             const char *value, vp_error *error);

/* Sets a quantity to a number that says nothing of its precision: the declared decimals do. */
VP_API vp_status vp_plan_set_number(vp_plan *plan, const vp_element *element, const char *field,
                                    vp_decimal value, vp_error *error);

/* Adds a value at the end of a field that holds several: texts, references, choices, quantities. Of
 * quantities NULL is a missing one. */
VP_API vp_status vp_plan_append(vp_plan *plan, const vp_element *element, const char *field,
                                const char *value, vp_error *error);

/* Leaves the field out. */
VP_API vp_status vp_plan_clear(vp_plan *plan, const vp_element *element, const char *field,
                               vp_error *error);

/* Holds the plan against the format, as reading does: VP_ERROR_FORMAT with the first element that
 * lacks something. The plan can then be used like one that was read. */
VP_API vp_status vp_plan_complete(vp_plan *plan, vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
