#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace bellwether {

/// A backtest as a form asks for it, in words; an empty text means the default. Whoever runs it checks every word and
/// names the field of a bad one.
struct LabRequest {
    QStringList dataFiles;   ///< in time order; empty: the history store
    QStringList instruments; ///< of the store; with `dataFiles`: whose steps and calendar apply
    QString strategy;
    QStringList parameters;  ///< `name=value`
    QString timeframe;
    QString from;
    QString to;
    QString capital;
    QString commission;      ///< shares: 0.001 is 0.1 %
    QString spread;
    QString slippage;
    QString sizing;          ///< `risk`, `percent`, `fixed`, `all-in`
    QString size;
    QString fill;            ///< `next-open`, `close`
    QString closeAtEnd;      ///< `close`, `last-open`
    QString minConfidence;
    bool canShort = false;

    bool operator==(const LabRequest &) const = default;
};

/// Why a job came to nothing: one line, and the field of the request that it is about.
struct LabFailure {
    ErrorCode code = ErrorCode::InvalidArgument;
    QString field;           ///< `capital`, `from`, …, or the name of a parameter; empty where it is about none
    QString text;
};

} // namespace bellwether
