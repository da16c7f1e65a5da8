#pragma once

#include "core/base/error.h"

#include <QStringList>

#include <array>
#include <utility>

namespace bellwether {

/// A backtest as a form asks for it, in words; an empty text means the default. Whoever runs it checks every word and
/// names the field of a bad one.
struct LabRequest {
    QStringList dataFiles;   ///< in time order; empty: the history store
    QStringList instruments; ///< of the store, several on one account; with `dataFiles`: whose steps and calendar apply
    QStringList strategies;  ///< several share the account
    QStringList parameters;  ///< `name=value`; of several strategies `strategy.name=value`
    QString timeframe;
    QString detail;          ///< shorter bars, such as `1m`, that tell the order of prices inside a bar
    QString from;
    QString to;
    QString capital;
    QString commission;      ///< shares: 0.001 is 0.1 %
    QString spread;
    QString slippage;        ///< `0.0002`, `fixed:0.05`, `volume:0.1`
    QString costs;           ///< a schedule of fees: `binance_spot`, `nse_intraday`, …
    QString participation;   ///< largest share of a bar's volume that an order takes
    QString borrow;          ///< a share a year of what is sold short
    QString category;        ///< session rules of every strategy, instead of its own
    QString sizing;          ///< `risk`, `percent`, `fixed`, `all-in`, `kelly`
    QString size;
    QString stop;            ///< `2%`, `1.5atr`, `strategy`, `none`
    QString target;          ///< likewise
    QString trail;           ///< how far the stop follows the best price: `2%`, `1.5atr`
    QString breakeven;       ///< gain that moves the stop to the entry, likewise
    QString timeStop;        ///< minutes, or with a unit: `90m`, `4h`, `2d`; 0 never
    QString fill;            ///< `next-open`, `close`
    QString closeAtEnd;      ///< `close`, `last-open`
    QString minConfidence;
    QString benchmark;       ///< an instrument of the store held instead, `none`; empty: what is traded
    QString seed;            ///< of what is drawn at random for the report
    QString checks;          ///< `lookahead`, `warmup` or both with a comma: said as badges of the result
    bool canShort = false;

    bool operator==(const LabRequest &) const = default;
};

/// The words of a request by the name of their option, apart from what is run and on what data: pairs of name and pointer.
/// Of any request that has the members.
template <typename Request> auto requestWords(Request &request)
{
    const auto word = [](const char *name, auto *text) { return std::pair{QString::fromLatin1(name), text}; };
    return std::array{word("timeframe", &request.timeframe), word("detail", &request.detail), word("from", &request.from), word("to", &request.to),
                      word("capital", &request.capital), word("commission", &request.commission), word("spread", &request.spread),
                      word("slippage", &request.slippage), word("costs", &request.costs), word("participation", &request.participation),
                      word("borrow", &request.borrow), word("category", &request.category), word("sizing", &request.sizing),
                      word("size", &request.size), word("stop", &request.stop), word("target", &request.target), word("trail", &request.trail),
                      word("breakeven", &request.breakeven), word("time-stop", &request.timeStop), word("fill", &request.fill),
                      word("close-at-end", &request.closeAtEnd), word("min-confidence", &request.minConfidence),
                      word("benchmark", &request.benchmark), word("seed", &request.seed)};
}

/// Why a job came to nothing: one line, and the field of the request that it is about.
struct LabFailure {
    ErrorCode code = ErrorCode::InvalidArgument;
    QString field;           ///< `capital`, `from`, …, or the name of a parameter; empty where it is about none
    QString text;
};

} // namespace bellwether
