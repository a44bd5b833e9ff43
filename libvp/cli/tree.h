/* A tree of lines, drawn with ├─ and └─. */
#ifndef CLI_TREE_H
#define CLI_TREE_H

#include "terminal.h"

enum { CLI_TREE_DEPTH = 8 };

typedef struct cli_tree {
  const cli_terminal *terminal;
  size_t depth;                /* of the next node; the root's children have 1 */
  size_t left[CLI_TREE_DEPTH]; /* how many siblings are still to come, by depth */
} cli_tree;

/* Begins `count` children of the node just written, and ends them. */
void cli_tree_enter(cli_tree *tree, size_t count);
void cli_tree_leave(cli_tree *tree);

/* The next child. Long texts go on below themselves. */
void cli_tree_node(cli_tree *tree, cli_style style, const char *text);

#endif
