#include "words.h"

#include <string.h>

typedef struct word {
  const char *name;
  const char *swedish;
  const char *english;
} word;

static const word words[] = {
    /* who sets goals, what a plan is, a part in a shared plan */
    {"council", "kommunfullmäktige", "the council"},
    {"board", "nämnden", "the board"},
    {"unit", "enheten", "the unit"},
    {"other", "annan", "other"},
    {"draft", "utkast", "draft"},
    {"proposed", "förslag", "proposed"},
    {"adopted", "beslutad", "adopted"},
    {"followed_up", "uppföljd", "followed up"},
    {"main", "huvudansvarig", "main responsibility"},
    {"partly", "delaktig", "takes part"},

    {"assignments", "Uppdrag", "Assignments"},
    {"shared_plan", "gemensam plan", "shared plan"},
    {"no_outcome", "inget utfall", "no outcome"},

    /* the budget */
    {"frame", "Budgetram", "Budget frame"},
    {"opening", "Ingående ram", "Opening frame"},
    {"closing", "Utgående ram", "Closing frame"},
    {"unknown_level", "okänd", "unknown"},
    {"change", "Förändring", "Change"},
    {"level", "Nivå", "Level"},
    {"around_opening", "Mot ingående ram", "Against the opening"},
    {"total", "Summa", "Total"},
    {"tie", "Samband", "Ties"},
    {"relation", "Prövning", "Check"},
    {"sum", "Beräknat", "Computed"},
    {"stated", "Angivet", "Stated"},
    {"difference", "Differens D", "Difference D"},
    {"rounding_range", "Avrundning", "Rounding"},
    {"verdict", "Utslag", "Verdict"},
    {"adjusted", "justerad", "adjusted"},
    {"unbounded", "obegränsad", "unbounded"},
    {"usually", "Avrundning: så mycket brukar den ge (", "Rounding: what it usually gives ("},
    {"most", "σ), och inom parentes det mesta den kan ge (H).",
     "σ), and in parentheses the most that it can give (H)."},
    {"more_exact", "till stämmer exakt", "more add up exactly"},
    {"no_total", "Tabellen anger inga summor.", "The table states no sums."},
    {"no_budget", "Planen har ingen budget.", "The plan has no budget."},
    {"exact", "stämmer", "adds up"},
    {"rounding", "avrundning", "rounding"},
    {"doubtful", "tveksam", "doubtful"},
    {"impossible", "stämmer inte", "does not add up"},
    {"unknown", "värde saknas", "value missing"},
    {"unit_mismatch", "olika enheter", "different units"},
    {"overflow", "för stora tal", "numbers too large"},
    {"should_be", "bör vara", "should be"},
    {"missing", "saknas", "missing"},

    /* its repair */
    {"corrected", "rättat", "corrected"},
    {"left", "lämnat", "left"},
    {"may_be_rounding", "det kan vara avrundning", "it may be rounding"},
    {"search_stopped", "sökandet efter förklaringar nådde sin gräns",
     "the search for explanations reached its limit"},
    {"not_explained", "ingen rättelse av ett fåtal tal förklarar skillnaden",
     "no correction of a few figures explains the difference"},
    {"several_explanations", "flera förklaringar är lika troliga",
     "several explanations are as likely"},
    {"uncertain_value", "det är inte säkert vad som ska stå", "what it should be is not certain"},
    {"does_not_hold", "den rättade planen håller inte vid omläsning",
     "the corrected plan does not hold when it is read again"},
    {"nothing_wrong", "inget att rätta", "nothing to correct"},

    /* risks */
    {"rank", "Nr", "No."},
    {"id", "Id", "Id"},
    {"risk", "Risk", "Risk"},
    {"consequence", "Konsekvens", "Consequence"},
    {"likelihood", "Sannolikhet", "Likelihood"},
    {"value", "Värde", "Value"},
    {"band", "Riskklass", "Band"},
    {"controls", "Kontroller", "Controls"},
    {"states", "anger", "states"},
    {"no_bands", "Planen anger inga riskklasser.", "The plan states no risk bands."},
    {"no_risks", "Planen har inga risker.", "The plan has no risks."},
    {"unscored", "Utan riskvärde", "Without a risk value"},
    {"outside", "Utanför matrisen: ", "Outside the matrix: "},

    /* indicators */
    {"indicator", "Indikator", "Indicator"},
    {"delta", "Ändring", "Change"},
    {"trend", "Trend", "Trend"},
    {"target", "Mål", "Target"},
    {"status", "Läge", "Status"},
    {"no_indicators", "Planen har inga indikatorer.", "The plan has no indicators."},
    {"no_target", "inget målvärde", "no target"},
    {"follow", "följs", "is followed"},
    {"increase", "ökar", "increases"},
    {"decrease", "minskar", "decreases"},
    {"increase_from", "ökar från", "increases from"},
    {"decrease_from", "minskar från", "decreases from"},
    {"by", "med", "by"},
    {"by_function", "enligt funktionen", "by the function"},
    {"partial", "* utfallet täcker inte hela perioden",
     "* the outcome does not cover the whole period"},
    {"method", "† mätmetoden har ändrats", "† the method has changed"},
    {"deadband", "Oförändrat är det vid en ändring på mindre än",
     "Unchanged is a change of less than"},
    {"of_earlier", "av det tidigare utfallet, enligt profilen.",
     "of the earlier outcome, as the profile says."},
    {"earlier", "tidigare perioder visas inte", "earlier periods are not shown"},
    {"outlooks", "Vart indikatorerna är på väg", "Where the indicators are heading"},
    {"outcomes", "Utfall", "Outcomes"},
    {"per_year", "Per år", "Per year"},
    {"target_year", "Målår", "Target year"},
    {"forecast", "Prognos", "Forecast"},
    {"outlook", "Målet", "The target"},
    {"likely", "nås troligen", "will likely be met"},
    {"uncertain", "är osäkert", "is uncertain"},
    {"unlikely", "nås troligen inte", "will likely not be met"},
    {"outlook_legend",
     "Trenden är Theil–Sens linje; inom parentes intervall som håller nio gånger av tio.",
     "The trend is the Theil–Sen line; in parentheses ranges that hold nine times out of ten."},
    {"not_measured", "inte mätt", "not measured"},
    {"following", "följs", "followed"},
    {"met", "uppnått", "met"},
    {"not_met", "inte uppnått", "not met"},
    {"method_changed", "ändrad metod", "method changed"},
    {"not_comparable", "inte jämförbart", "not comparable"},
    {"better", "bättre", "better"},
    {"worse", "sämre", "worse"},
    {"unchanged", "oförändrat", "unchanged"},
    {"not_yet_measurable", "ännu inte mätbart", "not yet measurable"},

    /* the rules and their pages */
    {"rule_id", "Regel", "Rule"},
    {"severity", "Grad", "Severity"},
    {"finds", "Anmärkning", "Finding"},
    {"off", "avstängd", "off"},
    {"all_rules", "Reglerna i libvp", "The rules of libvp"},
    {"by_profile", "Profilen som exemplen prövas med",
     "The profile that the examples are checked by"},
    {"fires", "Ett exempel som ger anmärkningen", "An example that fires"},
    {"gives", "Det ger:", "It gives:"},
    {"quiet", "Ett exempel som är i sin ordning", "An example that does not"},

    /* the summary of a check */

    {"none_applied", "ingen regel hade något att pröva", "no rule had anything to check"},
};

/* For a count of one, then for any other. */
static const struct plural {
  const char *name;
  const char *swedish[2];
  const char *english[2];
} plurals[] = {
    {"plan", {"plan", "planer"}, {"plan", "plans"}},
    {"rule", {"regel prövad", "regler prövade"}, {"rule checked", "rules checked"}},
    {"error", {"fel", "fel"}, {"error", "errors"}},
    {"warning", {"varning", "varningar"}, {"warning", "warnings"}},
    {"note", {"upplysning", "upplysningar"}, {"note", "notes"}},
    {"accepted", {"godtagen", "godtagna"}, {"accepted", "accepted"}},
    {"indicators", {"indikator", "indikatorer"}, {"indicator", "indicators"}},
    {"risks", {"risk", "risker"}, {"risk", "risks"}},
    {"controls", {"kontrollmoment", "kontrollmoment"}, {"control", "controls"}},
    {"off", {"avstängd", "avstängda"}, {"off", "off"}},
    {"scored", {"bedömd", "bedömda"}, {"scored", "scored"}},
};

vp_language cli_language(const cli_options *options, const vp_plan *plan) {
  vp_language language = options->language;
  if (!options->has_language) vp_language_parse(&language, vp_plan_language(plan));
  return language;
}

vp_language cli_profile_language(const cli_options *options) {
  vp_language language = options->language;
  const char *own = NULL;
  for (const vp_profile *p = options->profile; p != NULL && own == NULL; p = vp_profile_extended(p))
    own = vp_element_text(vp_profile_root(p), "language", 0);
  if (!options->has_language && own != NULL) vp_language_parse(&language, own);
  return language;
}

const char *cli_word(vp_language language, const char *name) {
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i].name, name) == 0)
      return language == VP_LANGUAGE_SV ? words[i].swedish : words[i].english;
  return name;
}

const char *cli_plural(vp_language language, const char *name, size_t count) {
  for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
    if (strcmp(plurals[i].name, name) == 0)
      return (language == VP_LANGUAGE_SV ? plurals[i].swedish : plurals[i].english)[count != 1];
  return name;
}
