#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define FRAME                                                        \
  "'frame':{'opening':{'amount':'230,2'},'changes':["                \
  "{'id':'uppdrag','label':'Förändringsuppdrag','amount':'-2,3'}," \
  "{'id':'lon','label':'Lönerörelse','amount':'3,3'}],'closing':{'amount':'231,2'}}"
#define TABLE                                                                     \
  "'tables':[{'id':'t','title':'Internbudget','columns':['2026','2025'],'rows':[" \
  "{'id':'ao','label':'Äldreomsorg','values':['110,6','111,4']},"                \
  "{'id':'fs','label':'Funktionsstöd','values':['51,5',null]},"                  \
  "{'id':'noll','label':'Nytt','values':['0','0']}]}]"
#define SIP                                                                       \
  ",'indicators':[{'id':'sip','name':'Antal SIP','unit':'antal','observations':[" \
  "{'period':'2025','value':301}]},"                                              \
  "{'id':'lager','name':'Centrallager','observations':[{'period':'2025','value':'Nej'}]}]"
#define CLAIM(MEMBERS)                                            \
  "'budget':{'unit':'mnkr','decimals':1," FRAME "," TABLE "}" SIP \
  ",'claims':[{'text':'Så står det.'," MEMBERS "}]"
#define MISSING                                                                                   \
  "note budget/missing-cell /budget/tables/0/rows/1/values/1: talet för ”Funktionsstöd” i " \
  "kolumnen ”2025” i ”Internbudget” saknas\n"

static void a_figure_in_the_text(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {CLAIM("'equal':'frame.closing','says':'231,2 mnkr'"), MISSING},
      {CLAIM("'equal':'frame.closing','says':'231,3 mnkr'"), MISSING
       "error claim/equal /claims/0/says: texten säger 231,3 mnkr men utgående ram är 231,2 "
       "mnkr\n"},
      {CLAIM("'equal':'frame.opening','says':'231,2 mnkr'"), MISSING
       "error claim/equal /claims/0/says: texten säger 231,2 mnkr men ingående ram är 230,2 "
       "mnkr\n"},
      {CLAIM("'equal':'lon','says':'-3,3 mnkr'"),
       MISSING "error claim/equal /claims/0/says: texten säger −3,3 mnkr men beloppet för "
               "”Lönerörelse” är 3,3 mnkr\n"},
      {CLAIM("'equal':'-uppdrag','says':'2,3 mnkr'"), MISSING},
      {CLAIM("'equal':'t.ao.2026','says':'110,7'"),
       MISSING "error claim/equal /claims/0/says: texten säger 110,7 men talet för ”Äldreomsorg” i "
               "kolumnen ”2026” i ”Internbudget” är 110,6 mnkr\n"},
      {CLAIM("'equal':'sip.2025','says':300"), MISSING
       "error claim/equal /claims/0/says: texten säger 300 men utfallet 2025 för ”Antal SIP” "
       "är 301\n"},
      {CLAIM("'equal':'sip.2025','says':'drygt 300'"), MISSING},
      {CLAIM("'equal':'lager.2025','says':'nej'"), MISSING},
      {CLAIM("'equal':'lager.2025','says':'ja'"),
       MISSING "error claim/equal /claims/0/says: texten säger ja men utfallet 2025 för "
               "”Centrallager” är Nej\n"},
  };
  FINDS_ALL(cases);
  details(cases[1].members, VP_LANGUAGE_SV,
          "inget samband i planen räcker för att räkna ut talet\n"
          "”Så står det.”\n"
          "? rätta texten eller talet\n");
}

static void a_figure_is_held_to_the_digits_of_the_text(void **state) {
  (void)state;
  static const char *const agreeing[] = {
      "'231 mnkr'",    "'231,20 mnkr'",    "'231 200 tkr'",    "'231 240 tkr'",   "'231200000 kr'",
      "'0,2312 mdkr'", "'cirka 231 mnkr'", "'drygt 231 mnkr'", "'över 200 mnkr'", "231.2",
      "231",
  };
  static const char *const differing[] = {
      "'232 mnkr'",  "'230 mnkr'", "'231,26 mnkr'",     "'231 260 tkr'",
      "'231,2 tkr'", "'231 kr'",   "'knappt 231 mnkr'", "'högst 231 mnkr'",
  };
  char members[4096];
  for (size_t i = 0; i < sizeof agreeing / sizeof *agreeing; i++) {
    snprintf(members, sizeof members, CLAIM("'equal':'frame.closing','says':%s"), agreeing[i]);
    counts(members, "claim/equal", 1, 0, 0);
  }
  for (size_t i = 0; i < sizeof differing / sizeof *differing; i++) {
    snprintf(members, sizeof members, CLAIM("'equal':'frame.closing','says':%s"), differing[i]);
    counts(members, "claim/equal", 1, 1, 0);
  }
}

static void what_a_figure_cannot_be_held_against(void **state) {
  (void)state;
  static const char *const members[] = {
      CLAIM("'equal':'t.fs.2025','says':'49,9'"),
      CLAIM("'equal':'frame.closing','says':'5 %'"),
      CLAIM("'equal':'frame.closing','says':null"),
      CLAIM("'equal':'frame.closing','says':'nej'"),
      CLAIM("'equal':'lager.2025','says':4"),
      CLAIM("'equal':'frame.slut','says':4"),
      CLAIM("'equal':'frame.closing','says':'många'"),
      CLAIM("'equal':'frame.slut','says':'nej'"),
      CLAIM("'equal':'frame.closing','says':'cirka 9 223 372 036 854 775 807'"),
  };
  for (size_t i = 0; i < sizeof members / sizeof *members; i++)
    counts(members[i], "claim/equal", 0, 0, 1);
}

/* A figure that stands in a sum that cannot hold says nothing. */
static void a_doubted_figure_refutes_no_claim(void **state) {
  (void)state;
#define WRONG                                                                   \
  "'budget':{'unit':'mnkr','decimals':1,'frame':{'opening':{'amount':'230,2'}," \
  "'changes':[{'id':'lon','label':'Lön','amount':'1,0'}],'closing':{'amount':'213,2'}}}"
#define IMPOSSIBLE                                                                              \
  "error budget/sum-impossible /budget/frame/closing/amount: ingående ram med förändringar " \
  "ger 231,2 mnkr men 213,2 mnkr är angivet: skillnaden +18,0 mnkr kan ingen avrundning "      \
  "förklara\n"
  static const finding_case cases[] = {
      {WRONG ",'claims':[{'text':'T','equal':'frame.closing','says':'231,2 mnkr'}]", IMPOSSIBLE},
      {WRONG ",'claims':[{'text':'T','share':['lon','frame.closing'],'says':'9 %'}]", IMPOSSIBLE},
      {WRONG ",'claims':[{'text':'T','change':['frame.opening','frame.closing'],'says':'ökar'}]",
       IMPOSSIBLE},
  };
  FINDS_ALL(cases);
  counts(cases[0].members, "claim/equal", 0, 0, 1);
  counts(cases[1].members, "claim/share", 0, 0, 1);
  counts(cases[2].members, "claim/change", 0, 0, 1);
}

static void a_trusted_figure_does(void **state) {
  (void)state;
#define TRUSTED                                                                           \
  "'budget':{'unit':'mnkr','decimals':1,'frame':{'opening':{'amount':'230,2'},"           \
  "'changes':[{'id':'lon','label':'Lön','amount':'1,0'}],'closing':{'amount':'213,2'}}," \
  "'trusted':['frame.closing']}"
  static const finding_case cases[] = {
      {TRUSTED ",'claims':[{'text':'T','equal':'frame.closing','says':'231,2 mnkr'}]",
       IMPOSSIBLE "error claim/equal /claims/0/says: texten säger 231,2 mnkr men utgående ram är "
                  "213,2 mnkr\n"},
      {TRUSTED ",'claims':[{'text':'T','equal':'frame.opening','says':'200,0 mnkr'}]", IMPOSSIBLE},
  };
  FINDS_ALL(cases);
}

static void a_count_in_the_text(void **state) {
  (void)state;
#define COUNTED(CLAIM)                                                                           \
  "'assignments':[{'id':'a','title':'A','set_by':'council'},{'id':'b','title':'B',"              \
  "'set_by':'council'},{'id':'c','title':'C','set_by':'board'}],'risks':[{'id':'r','title':'R'," \
  "'value':1}],'controls':[{'id':'k','risk':'r','what':'K','responsible':'R','method':'M',"      \
  "'report_by':'2026'},{'id':'l','risk':'r','what':'L','responsible':'R','method':'M',"          \
  "'report_by':'2026'}],'claims':[{'text':'Så många.'," CLAIM "}]"
  static const finding_case cases[] = {
      {COUNTED("'count':'assignments','says':3"), ""},
      {COUNTED("'count':'assignments','says':'3 uppdrag'"), ""},
      {COUNTED("'count':'assignments','says':4"),
       "error claim/count /claims/0/says: texten säger 4 men planen har 3\n"},
      {COUNTED("'count':'assignments[set_by=council]','says':2"), ""},
      {COUNTED("'count':'assignments[set_by=council]','says':'fler än 2'"),
       "note claim/unreadable /claims/0/says: det som texten säger går inte att läsa som ett tal: "
       "”fler än 2”\n"},
      {COUNTED("'count':'assignments[set_by=board]','says':2"),
       "error claim/count /claims/0/says: texten säger 2 men planen har 1\n"},
      {COUNTED("'count':'assignments[set_by=nobody]','says':0"), ""},
      {COUNTED("'count':'controls','says':2"), ""},
      {COUNTED("'count':'controls.risk','says':1"), ""},
      {COUNTED("'count':'controls.risk','says':2"),
       "error claim/count /claims/0/says: texten säger 2 men planen har 1\n"},
      {COUNTED("'count':'goals','says':0"), ""},
      {COUNTED("'count':'assignments','says':'minst 2'"), ""},
      {COUNTED("'count':'assignments','says':'över 3'"),
       "error claim/count /claims/0/says: texten säger över 3 men planen har 3\n"},
      {COUNTED("'count':'uppdrag','says':3"),
       "error plan/unknown-reference /claims/0/count: ”uppdrag” är inget som går att räkna i en "
       "plan\n"},
      {COUNTED("'count':'assignments[by=council]','says':3"),
       "error plan/unknown-reference /claims/0/count: ”assignments[by=council]” är inget som går "
       "att räkna i en plan\n"},
  };
  FINDS_ALL(cases);
  counts(cases[13].members, "claim/count", 0, 0, 1);
  counts(COUNTED("'count':'assignments','says':null"), "claim/count", 0, 0, 1);
  details(cases[9].members, VP_LANGUAGE_SV,
          "”Så många.”\n"
          "räknat i planen: controls.risk\n"
          "? rätta texten, eller lägg till det som saknas\n");
  details(cases[13].members, VP_LANGUAGE_EN,
          "? write for example goals, goals[set_by=council] or controls.risk\n");
}

static void a_share_in_the_text(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {CLAIM("'share':['-uppdrag','frame.closing'],'says':'1 %'"), MISSING},
      {CLAIM("'share':['-uppdrag','frame.closing'],'says':'1,0 %'"), MISSING},
      {CLAIM("'share':['-uppdrag','frame.closing'],'says':'2 %'"), MISSING
       "error claim/share /claims/0/says: texten säger 2 % men 2,3 mnkr av 231,2 mnkr är 1,0 "
       "%\n"},
      {CLAIM("'share':['uppdrag','frame.closing'],'says':'1 %'"),
       MISSING "error claim/share /claims/0/says: texten säger 1 % men −2,3 mnkr av 231,2 mnkr är "
               "−1,0 %\n"},
      {CLAIM("'share':['uppdrag','-frame.closing'],'says':'3 %'"),
       MISSING "error claim/share /claims/0/says: texten säger 3 % men −2,3 mnkr av −231,2 mnkr är "
               "1,0 %\n"},
      {CLAIM("'share':['t.ao.2026','frame.closing'],'says':'cirka 50 %'"), MISSING},
      {CLAIM("'share':['t.ao.2026','frame.closing'],'says':'drygt 50 %'"),
       MISSING "error claim/share /claims/0/says: texten säger drygt 50 % men 110,6 mnkr av 231,2 "
               "mnkr är 47,8 %\n"},
      {CLAIM("'share':['t.ao.2026','t.noll.2026'],'says':'5 %'"), MISSING
       "error claim/share /claims/0/says: texten säger 5 % men det som 110,6 mnkr ska vara en "
       "del av är 0 mnkr\n"},
  };
  FINDS_ALL(cases);
  counts(CLAIM("'share':['t.fs.2025','frame.closing'],'says':'1 %'"), "claim/share", 0, 0, 1);
  counts(CLAIM("'share':['sip.2025','frame.closing'],'says':'1 %'"), "claim/share", 0, 0, 1);
}

static void a_change_in_the_text(void **state) {
  (void)state;
#define CHANGE(FROM, TO, SAYS) CLAIM("'change':['" FROM "','" TO "'],'says':" SAYS)
#define AO(SAYS) CHANGE("t.ao.2025", "t.ao.2026", SAYS)
  static const finding_case cases[] = {
      {AO("'minskar'"), MISSING},
      {AO("'Minskning'"), MISSING},
      {AO("'decrease'"), MISSING},
      {AO("'-0,8 mnkr'"), MISSING},
      {AO("'-800 tkr'"), MISSING},
      {AO("'-1 mnkr'"), MISSING},
      {AO("'ökar'"), MISSING
       "error claim/change /claims/0/says: texten säger ”ökar” men 111,4 mnkr har blivit 110,6 "
       "mnkr (−0,8 mnkr)\n"},
      {AO("'oförändrad'"), MISSING
       "error claim/change /claims/0/says: texten säger ”oförändrad” men 111,4 mnkr har blivit "
       "110,6 mnkr (−0,8 mnkr)\n"},
      {AO("'+0,8 mnkr'"),
       MISSING "error claim/change /claims/0/says: texten säger ”0,8 mnkr” men 111,4 mnkr har "
               "blivit 110,6 mnkr (−0,8 mnkr)\n"},
      {CHANGE("t.ao.2026", "t.ao.2025", "'minskar'"),
       MISSING "error claim/change /claims/0/says: texten säger ”minskar” men 110,6 mnkr har "
               "blivit 111,4 mnkr (+0,8 mnkr)\n"},
      {CHANGE("t.ao.2026", "t.ao.2026", "'oförändrat'"), MISSING},
      {AO("'krymper'"),
       MISSING "error claim/change /claims/0/says: ”krymper” går inte att läsa som en "
               "förändring\n"},
  };
  FINDS_ALL(cases);
  static const char *const passed_over[] = {
      AO("null"),
      AO("'-1 %'"),
      CHANGE("t.fs.2025", "t.fs.2026", "'ökar'"),
      CHANGE("sip.2025", "t.fs.2026", "'ökar'"),
      CHANGE("t.fs.2024", "t.fs.2026", "'ökar'"),
      CHANGE("t.fs.2026", "sip.2025", "'ökar'"),
  };
  for (size_t i = 0; i < sizeof passed_over / sizeof *passed_over; i++)
    counts(passed_over[i], "claim/change", 0, 0, 1);
}

static void what_the_text_says_cannot_be_read(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {CLAIM("'equal':'lon','says':'ungefär tre miljoner'"), MISSING
       "note claim/unreadable /claims/0/says: det som texten säger går inte att läsa som ett "
       "tal: ”ungefär tre miljoner”\n"},
      {CLAIM("'share':['lon','frame.closing'],'says':'ja'"), MISSING
       "note claim/unreadable /claims/0/says: det som texten säger går inte att läsa som ett "
       "tal: ”ja”\n"},
      {CLAIM("'equal':'lon','says':null"), MISSING},
  };
  FINDS_ALL(cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_figure_in_the_text),
      cmocka_unit_test(a_figure_is_held_to_the_digits_of_the_text),
      cmocka_unit_test(what_a_figure_cannot_be_held_against),
      cmocka_unit_test(a_doubted_figure_refutes_no_claim),
      cmocka_unit_test(a_trusted_figure_does),
      cmocka_unit_test(a_count_in_the_text),
      cmocka_unit_test(a_share_in_the_text),
      cmocka_unit_test(a_change_in_the_text),
      cmocka_unit_test(what_the_text_says_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
