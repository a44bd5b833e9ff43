// The same as check.c, in C++.
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include <vp/vp.h>

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = VP_LANGUAGE_EN;
  vp_error error = {};
  vp_plan *read = nullptr;
  vp_report *found = nullptr;
  vp_status status = vp_plan_read(&read, nullptr, bytes.data(), bytes.size(), &error);
  const std::unique_ptr<vp_plan, decltype(&vp_plan_free)> plan(read, vp_plan_free);
  if (status == VP_OK) status = vp_check(&found, plan.get(), &options, &error);
  const std::unique_ptr<vp_report, decltype(&vp_report_free)> report(found, vp_report_free);
  if (status != VP_OK) {
    std::cerr << error.message << '\n';
    return 1;
  }
  for (size_t i = 0; i < vp_report_finding_count(report.get()); i++)
    std::cout << vp_report_finding(report.get(), i)->message << '\n';
  return 0;
}
