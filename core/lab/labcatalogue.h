#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/timeframe.h"

#include <QString>

#include <vector>

namespace bellwether {

/// A parameter of a strategy as forms and search ranges show it. A switch is 0 or 1.
struct LabParameter {
    enum class Type { Integer, Real, Switch };
    QString name;
    Type type = Type::Integer;
    double fallback = 0;
    double least = 0;
    double most = 0;
    double step = 1;
    QString help;
};

struct LabStrategy {
    QString id;
    QString title;
    QString help;
    std::vector<LabParameter> parameters;
};

/// A stored history that a run can be made on, by the opens of its first and last bar.
struct LabSeries {
    InstrumentId instrument;
    Timeframe timeframe = Timeframe::M1;
    Timestamp from;
    Timestamp to;
    std::int64_t bars = 0;
};

/// What can be run on what.
struct LabCatalogue {
    std::vector<LabStrategy> strategies;
    std::vector<LabSeries> series;  ///< by instrument and timeframe; empty in a fresh profile
    QString trouble;                ///< why the history store cannot be read; empty where it can
};

} // namespace bellwether
