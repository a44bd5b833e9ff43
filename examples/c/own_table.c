/* A table that stands in no plan: what a home-care unit cost, in thousands of kronor. Which sums
 * cannot be right, and which figure is wrong? */
#include <stdio.h>

#include <vp/vp.h>

enum { STAFF, CARS, PREMISES, TOTAL, AGENCY, ROWS };
enum { Q1, Q2, Q3, Q4, YEAR, COLUMNS };

static const char *const rows[] = {"staff", "cars", "premises", "the total", "agency staff"};
static const char *const columns[] = {"Q1", "Q2", "Q3", "Q4", "the year"};
static const char *const figures[ROWS][COLUMNS] = {
    [STAFF] = {"1 204", "1 219", "1 248", "1 236", "4 943"},
    [CARS] = {"88", "91", "86", "95", "360"},
    [PREMISES] = {"140", "140", "143", "143", "566"},
    [TOTAL] = {"1 432", "1 450", "1 513", "1 474", "5 869"},
    [AGENCY] = {"212", "187", "240", "198", "837"}, /* a part of the staff */
};

/* Cells are counted from 0 in the order in which they are added. */
static uint32_t cell_at(uint32_t row, uint32_t column) { return row * COLUMNS + column; }

static vp_status add_figure(vp_network *network, uint32_t row, uint32_t column, vp_error *error) {
  vp_quantity figure = vp_quantity_parse(figures[row][column]);
  figure = vp_quantity_complete(figure, VP_UNIT_TKR, 0, VP_ROUNDING_ROUNDED);
  uint32_t cell;
  vp_status status = vp_network_add_quantity(&cell, network, &figure, error);
  if (status != VP_OK) return status;
  return vp_network_set_place(network, cell, 0, row, column, error);
}

/* The cells from `first` on, `step` cells apart, add up to the one behind the last of them. */
static vp_status add_sum(vp_network *network, vp_relation_kind kind, uint32_t first, uint32_t step,
                         uint32_t count, vp_error *error) {
  vp_term terms[COLUMNS];
  for (uint32_t i = 0; i < count; i++)
    terms[i] = (vp_term){.cell = first + i * step, .weight = {.coefficient = 1}};
  uint32_t relation;
  return vp_network_relate(&relation, network, kind, terms, count, first + count * step, error);
}

static vp_status add_table(vp_network *network, vp_error *error) {
  vp_status status = VP_OK;
  for (uint32_t row = 0; row < ROWS; row++)
    for (uint32_t column = 0; column < COLUMNS && status == VP_OK; column++)
      status = add_figure(network, row, column, error);
  for (uint32_t row = 0; row < ROWS && status == VP_OK; row++)
    status = add_sum(network, VP_RELATION_ROW, cell_at(row, Q1), 1, YEAR, error);
  for (uint32_t column = 0; column < COLUMNS && status == VP_OK; column++)
    status = add_sum(network, VP_RELATION_COLUMN, cell_at(STAFF, column), COLUMNS, TOTAL, error);
  if (status != VP_OK) return status;

  const vp_term agency = {.cell = cell_at(AGENCY, YEAR), .weight = {.coefficient = 1}};
  uint32_t limit;
  status = vp_network_limit(&limit, network, &agency, 1, cell_at(STAFF, YEAR), error);
  if (status != VP_OK) return status;
  return vp_network_set_trusted(network, cell_at(TOTAL, YEAR), error); /* from the ledger */
}

static void print_cell(uint32_t cell) {
  printf("%s in %s", rows[cell / COLUMNS], columns[cell % COLUMNS]);
}

static void print_number(const char *before, vp_decimal number) {
  char text[VP_NUMBER_TEXT_SIZE];
  vp_number_format(text, sizeof text, number, VP_UNIT_NONE, VP_LANGUAGE_EN, 0);
  printf("%s%s", before, text);
}

static void print_relation(const vp_relation *relation) {
  print_cell(relation->total);
  print_number(": stated is ", relation->stated);
  print_number(relation->at_most ? ", which should be at least " : ", the parts add up to ",
               relation->sum);
  printf(": %s\n", vp_verdict_name(relation->verdict));
}

static void print_correction(const vp_correction *correction) {
  const char *slip = vp_slip_text(correction->slip, VP_LANGUAGE_EN);
  print_cell(correction->cell != VP_NO_CELL ? correction->cell : correction->other);
  if (correction->cell != VP_NO_CELL) print_number(" is wrong: stated is ", correction->printed);
  if (correction->has_value) print_number(", it should probably be ", correction->value);
  printf("%s%s\n", *slip != '\0' ? ": " : "", slip);
}

/* The figures of one explanation are wrong together. */
static void print_fault(const vp_fault *fault) {
  size_t count = fault->is_decided ? 1 : fault->explanation_count;
  for (size_t i = 0; i < count; i++) {
    const vp_explanation *explanation = &fault->explanations[i];
    if (!fault->is_decided) printf("possibility %zu, of rank %zu:\n", i + 1, explanation->rank);
    for (size_t j = 0; j < explanation->correction_count; j++)
      print_correction(&explanation->corrections[j]);
  }
}

int main(void) {
  vp_network *network = NULL;
  vp_localization *localization = NULL;
  vp_error error = {.message = ""};

  if (vp_network_new(&network, NULL, &error) == VP_OK && add_table(network, &error) == VP_OK &&
      vp_network_judge(network, &error) == VP_OK &&
      vp_localize(&localization, network, NULL, &error) == VP_OK) {
    for (size_t i = 0; i < vp_network_relation_count(network); i++)
      print_relation(vp_network_relation(network, i));
    for (size_t i = 0; i < vp_localization_fault_count(localization); i++)
      print_fault(vp_localization_fault(localization, i));
  }
  if (localization == NULL) fprintf(stderr, "%s\n", error.message);
  int status = localization == NULL;
  vp_localization_free(localization);
  vp_network_free(network);
  return status;
}
