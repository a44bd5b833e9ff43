/* How much work libvp is beside bare cJSON: reads, checks and frees a plan of n elements, against
 * cJSON_Parse and cJSON_Delete of the same text, the two in turn in one run. Each figure is the
 * median of several rounds; peak memory is that of a process that does only the one thing.
 *
 * usage: bench [ELEMENTS ...]      (default 1000 10000 100000 1000000) */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cjson/cJSON.h>
#include <vp/vp.h>

enum { ROUNDS = 7 };

typedef struct text {
  char *bytes;
  size_t length, capacity;
} text;

static void put(text *out, const char *format, ...) {
  va_list arguments;
  if (out->capacity - out->length < 4096) {
    out->capacity = out->capacity * 2 + 65536;
    out->bytes = realloc(out->bytes, out->capacity);
    if (out->bytes == NULL) abort();
  }
  va_start(arguments, format);
  out->length += (size_t)vsnprintf(out->bytes + out->length, 4096, format, arguments);
  va_end(arguments);
}

/* A third of the elements are observations, a third budget rows, a third risks with their controls:
 * sound, so that nothing is found but everything is judged. */
static text make_plan(size_t elements) {
  size_t third = elements / 3, rows = third, risks = third / 2, series = third / 10;
  text out = {NULL, 0, 0};
  put(&out,
      "{\n  \"format\": \"vp-plan/1\",\n  \"id\": \"bench\",\n  \"title\": \"Bench\",\n  \"period\": \"2026\",\n");
  put(&out, "  \"indicators\": [");
  for (size_t i = 0; i < series; i++) {
    put(&out,
        "%s\n    { \"id\": \"n%zu\", \"name\": \"Nyckeltal %zu\", \"unit\": \"index\", \"observations\": [",
        i > 0 ? "," : "", i, i);
    for (int year = 2016; year < 2025; year++)
      put(&out, "%s{ \"period\": \"%d\", \"value\": %zu }", year > 2016 ? ", " : "", year,
          (i * 7 + (size_t)year) % 90);
    put(&out, "], \"target\": { \"period\": \"2026\", \"at_least\": 95 } }");
  }
  put(&out,
      "\n  ],\n  \"budget\": { \"unit\": \"tkr\", \"decimals\": 0, \"tables\": [ { \"id\": \"t\", \"columns\": [\"2026\", \"2025\"], \"rows\": [");
  size_t totals[2] = {0, 0};
  for (size_t i = 0; i < rows; i++) {
    size_t values[2] = {1000 + i % 777, 900 + i % 555};
    totals[0] += values[0];
    totals[1] += values[1];
    put(&out, "%s\n    { \"id\": \"r%zu\", \"label\": \"Enhet %zu\", \"values\": [\"%zu\", %zu] }",
        i > 0 ? "," : "", i, i, values[0], values[1]);
  }
  put(&out, "\n  ], \"total\": [\"%zu\", %zu] } ] },\n", totals[0], totals[1]);
  put(&out, "  \"risk_model\": { \"score\": \"product\" },\n  \"risks\": [");
  for (size_t i = 0; i < risks; i++)
    put(&out,
        "%s\n    { \"id\": \"k%zu\", \"title\": \"Risk %zu\", \"consequence\": 3, \"likelihood\": 2, \"value\": 6 }",
        i > 0 ? "," : "", i, i);
  put(&out, "\n  ],\n  \"controls\": [");
  for (size_t i = 0; i < risks; i++)
    put(&out,
        "%s\n    { \"id\": \"c%zu\", \"risk\": \"k%zu\", \"what\": \"Stickprov\", \"responsible\": \"Enhetschef\", \"method\": \"Granskning\", \"report_by\": \"2026-12\" }",
        i > 0 ? "," : "", i, i);
  put(&out, "\n  ]\n}\n");
  return out;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void stop(const char *what, const vp_error *error) {
  fprintf(stderr, "%s: %u:%u: %s\n", what, (unsigned)error->line, (unsigned)error->column,
          error->message);
  exit(1);
}

static void run_vp(const text *plan) {
  vp_plan *read;
  vp_report *report;
  vp_error error;
  if (vp_plan_read(&read, NULL, plan->bytes, plan->length, &error) != VP_OK) stop("read", &error);
  if (vp_check(&report, read, NULL, &error) != VP_OK) stop("check", &error);
  vp_report_free(report);
  vp_plan_free(read);
}

static void run_cjson(const text *plan) {
  cJSON *json = cJSON_ParseWithLength(plan->bytes, plan->length);
  if (json == NULL) abort();
  cJSON_Delete(json);
}

static double timed(void (*run)(const text *), const text *plan) {
  double start = now();
  run(plan);
  return now() - start;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, by_value);
  return values[count / 2];
}

/* Kilobytes that the process had at most, the text among them. */
static long peak(void (*run)(const text *), size_t elements) {
  int channel[2];
  if (pipe(channel) != 0) abort();
  pid_t child = fork();
  if (child == 0) {
    text plan = make_plan(elements);
    run(&plan);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    _exit(write(channel[1], &usage.ru_maxrss, sizeof usage.ru_maxrss) < 0);
  }
  long kilobytes = 0;
  if (read(channel[0], &kilobytes, sizeof kilobytes) < 0) abort();
  waitpid(child, NULL, 0);
  close(channel[0]);
  close(channel[1]);
  return kilobytes;
}

static void measure(size_t elements, double *base) {
  long vp_peak = peak(run_vp, elements), cjson_peak = peak(run_cjson, elements);
  text plan = make_plan(elements);
  double ours[ROUNDS], theirs[ROUNDS], ratios[ROUNDS];
  size_t repeats = elements < 100000 ? 100000 / elements : 1;
  for (int round = 0; round < ROUNDS; round++) {
    ours[round] = theirs[round] = 0;
    for (size_t i = 0; i < repeats; i++) {
      ours[round] += timed(run_vp, &plan) / (double)repeats;
      theirs[round] += timed(run_cjson, &plan) / (double)repeats;
    }
    ratios[round] = ours[round] / theirs[round];
  }
  double each = median(ours, ROUNDS) / (double)elements;
  if (*base == 0 || elements == 10000) *base = each;
  printf("%9zu %8.1f %10.2f %10.2f %8.2f %10.0f %10.2f %9.0f %9.0f %8.2f\n", elements,
         (double)plan.length / 1e6, median(ours, ROUNDS) * 1e3, median(theirs, ROUNDS) * 1e3,
         median(ratios, ROUNDS), each * 1e9, each / *base, (double)vp_peak / 1024,
         (double)cjson_peak / 1024, (double)vp_peak / (double)cjson_peak);
  free(plan.bytes);
}

int main(int argc, char **argv) {
  static const size_t usual[] = {1000, 10000, 100000, 1000000};
  double base = 0;
  printf("%9s %8s %10s %10s %8s %10s %10s %9s %9s %8s\n", "elements", "MB", "vp ms", "cJSON ms",
         "ratio", "ns/element", "growth", "vp MB", "cJSON MB", "ratio");
  if (argc < 2)
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) measure(usual[i], &base);
  for (int i = 1; i < argc; i++) measure(strtoul(argv[i], NULL, 10), &base);
  return 0;
}
