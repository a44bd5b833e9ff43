/* Which cell is wrong, and what should it be?
 *
 * Violated relations that share a cell that could be wrong are one fault. A fault is explained by
 * the fewest cells for which new values satisfy every relation that they stand in (Fellegi & Holt
 * 1976), and each such set of cells is held against the ways in which people mistype figures. All
 * intervals are exact; only the cost by which explanations are ranked is a floating-point number.
 * Relations with a missing cell, and shares, do not take part. What is missing is computed where
 * the network determines it; from a share when nothing else does. */
#ifndef VP_LOCALIZE_H
#define VP_LOCALIZE_H

#include <vp/network.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { VP_LOCALIZE_MAX_CELLS = 6 };

#define VP_NO_CELL UINT32_MAX
#define VP_NO_RELATION UINT32_MAX

typedef struct vp_localize_options {
  size_t size;      /* sizeof(vp_localize_options): newer fields are then known to be absent */
  size_t max_cells; /* in one set, at most VP_LOCALIZE_MAX_CELLS */
  size_t max_sets;  /* listed for one fault */
  size_t max_explanations; /* listed for one fault */
  uint64_t max_work;       /* steps for one fault, and ten times as many for all; a step looks at
                              one relation of one cell */
} vp_localize_options;

#ifdef __cplusplus /* has designated initializers from C++20 on only */
#define VP_LOCALIZE_OPTIONS_INIT   \
  [] {                             \
    vp_localize_options vp_init{}; \
    vp_init.size = sizeof vp_init; \
    vp_init.max_cells = 3;         \
    vp_init.max_sets = 100;        \
    vp_init.max_explanations = 10; \
    vp_init.max_work = 2000000;    \
    return vp_init;                \
  }()
#else
#define VP_LOCALIZE_OPTIONS_INIT                                                                  \
  {                                                                                               \
    .size = sizeof(vp_localize_options), .max_cells = 3, .max_sets = 100, .max_explanations = 10, \
    .max_work = 2000000                                                                           \
  }
#endif

/* How the printed figure came about. */
typedef enum vp_slip {
  VP_SLIP_UNKNOWN = 0, /* none of these */
  VP_SLIP_DIGIT_LEFT_OUT,
  VP_SLIP_DIGIT_ADDED,
  VP_SLIP_DIGIT_CHANGED,
  VP_SLIP_DIGITS_SWAPPED, /* two neighbours */
  VP_SLIP_SIGN,
  VP_SLIP_FACTOR,            /* of 10 or 1000 */
  VP_SLIP_UNIT,              /* right in another unit of money */
  VP_SLIP_OTHER_COLUMN,      /* another column's figure left in place; other: its cell */
  VP_SLIP_EXCHANGED,         /* with another cell; other: that cell */
  VP_SLIP_COLUMNS_EXCHANGED, /* two columns of a table; other: the cell exchanged with */
  VP_SLIP_NOT_COUNTED,       /* the total lacks a cell; other: that cell */
  VP_SLIP_COUNTED_TWICE,     /* the total has a cell twice; other: that cell */
  VP_SLIP_SUBTOTAL_COUNTED,  /* cell VP_NO_CELL: a subtotal is added beside its parts; other: the
                                subtotal */
  VP_SLIP_ROW_LEFT_OUT /* cell VP_NO_CELL: a row is missing from the table, and value is its figure
                          in the column of other, the total */
} vp_slip;

/* The structs below are made by libvp, read through pointers and may grow at their ends. Numbers
 * are in the unit that is printed with the cell (vp_cell's quantity.unit), those of a gap in its
 * own. */

typedef struct vp_suspect {
  uint32_t cell;
  vp_interval interval; /* where the true value must then lie */
} vp_suspect;

typedef struct vp_correction {
  uint32_t cell;
  vp_decimal printed;
  bool has_value; /* false when nothing bounds it */
  bool is_rough;  /* the slip does not say the last digits: value is only the likeliest in the
                     interval */
  vp_decimal value;
  vp_interval interval;
  vp_slip slip;
  uint32_t other; /* see vp_slip; else VP_NO_CELL */
} vp_correction;

typedef struct vp_explanation {
  const vp_correction *corrections;
  size_t correction_count;
  double cost; /* less is likelier; one more is e times less likely */
  size_t rank; /* from 1; explanations that cannot be told apart have the same */
} vp_explanation;

typedef struct vp_fault {
  const uint32_t *relations; /* the violated ones */
  size_t relation_count;
  bool is_doubtful; /* none of them is impossible: it may be rounding all the same, and nothing is
                       decided */
  size_t set_size;  /* 0: no set within max_cells repairs it */
  size_t set_count; /* listed */
  const vp_suspect *suspects;         /* set_count × set_size */
  const vp_explanation *explanations; /* the likeliest first; none when nothing repairs the fault */
  size_t explanation_count;
  bool cells_decided; /* the first explanation's cells are far likelier than all others */
  bool is_decided;    /* and so are its values */
  bool has_more;      /* sets or explanations were left off */
  bool was_stopped;   /* by max_work: what is listed may be incomplete, and nothing is decided */
} vp_fault;

/* A cell without a readable number. */
typedef struct vp_gap {
  uint32_t cell;
  bool is_known;        /* the network determines it */
  vp_decimal value;     /* when it is known */
  vp_interval interval; /* empty when relations contradict each other */
  size_t
      group; /* cells that are only determined jointly have the same; 0: not jointly with others */
  uint32_t relation; /* one that gives the value by itself; VP_NO_RELATION: several do together */
  vp_unit unit; /* of the numbers: the cell's, or the relations' when that is of another kind */
} vp_gap;

typedef struct vp_localization vp_localization;

/* The network has been judged and must outlive the result. options may be NULL. */
VP_API vp_status vp_localize(vp_localization **out, const vp_network *network,
                             const vp_localize_options *options, vp_error *error);
VP_API void vp_localization_free(vp_localization *localization); /* NULL is allowed */

/* In the order of their first violated relations. */
VP_API size_t vp_localization_fault_count(const vp_localization *localization);
VP_API const vp_fault *vp_localization_fault(const vp_localization *localization, size_t index);

/* In the order of the cells. */
VP_API size_t vp_localization_gap_count(const vp_localization *localization);
VP_API const vp_gap *vp_localization_gap(const vp_localization *localization, size_t index);

/* The slip as a word ("digit left out"); static. */
VP_API const char *vp_slip_name(vp_slip slip);

#ifdef __cplusplus
}
#endif

#endif
