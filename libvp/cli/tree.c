#include "tree.h"

#include <string.h>

enum { STEP = 3, MIN_TEXT = 20 };

void cli_tree_enter(cli_tree *tree, size_t count) { tree->left[++tree->depth] = count; }

void cli_tree_leave(cli_tree *tree) { tree->depth--; }

static void draw(const cli_tree *tree, const char *text) {
  cli_print(tree->terminal, CLI_DIM, text, strlen(text));
}

static void draw_ancestors(const cli_tree *tree) {
  for (size_t i = 1; i < tree->depth; i++) draw(tree, tree->left[i] > 0 ? "│  " : "   ");
}

void cli_tree_node(cli_tree *tree, cli_style style, const char *text) {
  bool is_last = --tree->left[tree->depth] == 0;
  size_t indent = STEP * tree->depth;
  size_t width =
      tree->terminal->width > indent + MIN_TEXT ? tree->terminal->width - indent : MIN_TEXT;
  draw_ancestors(tree);
  draw(tree, is_last ? "└─ " : "├─ ");
  for (;;) {
    const char *next;
    size_t length = cli_line(text, width, &next);
    cli_print(tree->terminal, style, text, length);
    putchar('\n');
    if (*next == '\0') return;
    text = next;
    draw_ancestors(tree);
    draw(tree, is_last ? "   " : "│  ");
  }
}
