#pragma once

// QCustomPlot's header is written with Qt's keywords (signals, slots, emit, foreach), which this tree switches off.
// They are defined for the length of that header alone.
#include <QObject>
#ifdef signals
#error "Qt keywords are switched off in this tree"
#endif
#define signals public
#define slots
#define emit
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
