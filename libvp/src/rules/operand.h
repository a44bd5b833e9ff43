/* What the conditions of a profile are put to: the value of a field, what a function gives, or the
 * figure of the rule itself. */
#ifndef VP_RULES_OPERAND_H
#define VP_RULES_OPERAND_H

#include "model/profile.h"
#include "rules/addend.h"

typedef struct vp_operand {
  vp_place place;
  bool is_present;
  bool is_number;
  vp_decimal number;        /* in the unit */
  vp_interval interval;     /* where the true number may lie */
  vp_interval printed;      /* where the printed number does: a point, unless it is qualified */
  vp_unit unit;             /* of money the declared one */
  vp_quantity_state answer; /* YES, NO, or MISSING for neither */
  const char *text;         /* that a function gave; those of a field stand in it */
  bool is_share;            /* of the whole, in per cent; then there is no interval */
  vp_addend part, whole;
} vp_operand;

/* A field of an element, by its path. A risk's value, consequence and likelihood are those that it
 * is scored with: a value that the model computes, or else the one that is stated. */
vp_operand vp_operand_of_field(vp_run *run, const vp_element *element, const char *path);

/* A figure of the plan, by its reference. */
vp_operand vp_operand_of_figure(vp_run *run, const char *reference);

/* The figure of a rule that has none of `of`. No number when one of the figures that it is made of
 * cannot be used. */
vp_operand vp_operand_of_rule(vp_run *run, const vp_stated_rule *rule);

/* Adds the value as a message shows it: as a number, or as what stands there. */
void vp_finding_operand_number(vp_run *run, const char *name, const vp_operand *operand);
void vp_finding_operand(vp_run *run, const char *name, const vp_operand *operand);

/* Adds the value "name": what the element is called. */
void vp_finding_name(vp_run *run, const vp_element *element);

#endif
