/* A rule is a value: what it is called, what it says, and the function that looks for it. */
#ifndef VP_RULES_RULE_H
#define VP_RULES_RULE_H

#include <vp/rule_set.h>

#include "model/element.h"

/* The same text in both languages. {name} stands for a value of the finding. */
typedef struct vp_text {
  const char *sv;
  const char *en;
} vp_text;

/* One way of saying what a rule found. Lines of a note or help are separated by '\n'; NULL for
 * none. */
typedef struct vp_message {
  vp_text message;
  vp_text note;
  vp_text help;
} vp_message;

struct vp_rule {
  const char *id;
  vp_severity severity;
  vp_text title;
  void (*check)(vp_run *run); /* may be NULL */

  /* Called when all other rules are done and it is known which findings are accepted. What such a
   * rule finds cannot be accepted itself. May be NULL. */
  void (*conclude)(vp_run *run);

  /* For a rule about single fields: called with every field of these kinds, present or not, in one
   * walk for all such rules. */
  unsigned kinds;
  void (*judge)(vp_run *run, const vp_element *element, const vp_field *field);

  const vp_message *messages;
  size_t message_count;
  const vp_own_rule *own;              /* of the host program: its check is called instead */
  const struct vp_stated_rule *stated; /* of a profile: what its check goes by */
};

#define VP_MESSAGES(array) .messages = (array), .message_count = sizeof(array) / sizeof *(array)

/* The bit of a kind of field. */
#define VP_KIND(name) (1u << VP_FIELD_##name)

#define VP_PICK(text, language) ((language) == VP_LANGUAGE_SV ? (text).sv : (text).en)

#endif
