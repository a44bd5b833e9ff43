/* All of libvp. */
#ifndef VP_VP_H
#define VP_VP_H

#include <vp/baseline.h>
#include <vp/build.h>
#include <vp/check.h>
#include <vp/columns.h>
#include <vp/context.h>
#include <vp/date.h>
#include <vp/decimal.h>
#include <vp/functions.h>
#include <vp/interval.h>
#include <vp/language.h>
#include <vp/localize.h>
#include <vp/names.h>
#include <vp/network.h>
#include <vp/plan.h>
#include <vp/profile.h>
#include <vp/quantity.h>
#include <vp/reconcile.h>
#include <vp/report.h>
#include <vp/rule.h>
#include <vp/rule_set.h>
#include <vp/schema.h>
#include <vp/score.h>
#include <vp/sink.h>
#include <vp/status.h>
#include <vp/track.h>
#include <vp/version.h>

#endif
