/* Budgets as the members of a plan. */
#ifndef TESTS_RULES_BUDGETS_H
#define TESTS_RULES_BUDGETS_H

#include "checks.h"

#define BUDGET(MEMBERS) "'budget':{'unit':'mnkr','decimals':1," MEMBERS "}"
#define TABLE(MEMBERS) BUDGET("'tables':[{'id':'t','title':'Internbudget'," MEMBERS "}]")
#define ROW(ID, VALUES) "{'id':'" ID "','label':'Rad " ID "','values':[" VALUES "]}"

#endif
