#include "json/document.h"

#include <stdbool.h>

#include "base/utf8.h"

void vp_document_position(const vp_document *document, size_t offset, uint32_t *line,
                          uint32_t *column) {
  size_t low = 0;
  size_t high = document->line_count;
  while (high - low > 1) {
    const size_t middle = low + (high - low) / 2;
    if (document->lines[middle] <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const size_t begin = document->lines[low];
  *line = (uint32_t)low + 1;
  *column = (uint32_t)vp_utf8_count(document->text + begin, offset - begin) + 1;
}

void vp_document_advance(const vp_document *document, size_t from, size_t offset, uint32_t *line,
                         uint32_t *column) {
  bool is_same_line =
      *line > 0 && (*line == document->line_count || offset < document->lines[*line]);
  if (is_same_line)
    *column += (uint32_t)vp_utf8_count(document->text + from, offset - from);
  else
    vp_document_position(document, offset, line, column);
}

const char *vp_document_line(const vp_document *document, uint32_t line, size_t *length) {
  const char *text = document->text;
  const size_t begin = document->lines[line - 1];
  size_t end = document->length;
  if (line < document->line_count) {
    end = document->lines[line] - 1;
    end -= end > begin && text[end - 1] == '\r';
  }
  *length = end - begin;
  return text + begin;
}
