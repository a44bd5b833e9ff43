/* Prints what does not hold together in the plan that is named. */
#include <stdio.h>

#include <vp/vp.h>

int main(int argc, char **argv) {
  static char bytes[4096];
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_plan *plan = NULL;
  vp_report *report = NULL;
  vp_error error = {.message = ""};
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return 2;
  size_t length = fread(bytes, 1, sizeof bytes, file);
  fclose(file);

  options.language = VP_LANGUAGE_EN;
  if (vp_plan_read(&plan, NULL, bytes, length, &error) == VP_OK &&
      vp_check(&report, plan, &options, &error) == VP_OK)
    for (size_t i = 0; i < vp_report_finding_count(report); i++)
      puts(vp_report_finding(report, i)->message);
  else
    fprintf(stderr, "%s\n", error.message);
  int status = report == NULL;
  vp_report_free(report);
  vp_plan_free(plan);
  return status;
}
