#pragma once

#include "core/domain/bar.h"
#include "core/domain/instrument.h"
#include "core/market/bardetail.h"
#include "core/market/exchangecalendar.h"
#include "core/strategy/strategy.h"

#include <memory>
#include <optional>

namespace bellwether {

/// One instrument of a run with its bars. Rows [firstRow, lastRow) are tested, at least one; earlier rows warm the
/// strategies.
struct RunLeg {
    Instrument instrument;
    const ExchangeCalendar *calendar = &ExchangeCalendar::crypto(); ///< never null
    std::shared_ptr<const BarColumns> bars;
    std::size_t firstRow = 0;
    std::size_t lastRow = 0;
    std::shared_ptr<const BarDetail> detail = {}; ///< of all rows; null: inside a bar the stop comes first

    std::size_t rowCount() const { return lastRow - firstRow; }
    Timestamp firstClose() const { return bars->closeTime[firstRow]; }
    Timestamp lastClose() const { return bars->closeTime[lastRow - 1]; }
};

/// A leg of bars that the caller keeps alive.
RunLeg borrowedLeg(const Instrument &instrument, const ExchangeCalendar &calendar, const BarColumns &bars, std::size_t firstRow,
                   std::size_t lastRow);

/// One strategy of a run.
struct RunStrategy {
    const StrategyInfo *info = nullptr;
    ParameterSet parameters;
    std::optional<StrategyCategory> category = {}; ///< instead of the one of `info`

    StrategyCategory ranAs() const { return category.value_or(info->category); }
};

/// Brings the tested bars of all legs into one order: by time, bars of one moment in the order of the legs. This is the
/// one clock of a run: whoever follows it never sees a bar before its moment.
class BarMerge {
public:
    struct Row {
        std::size_t leg = 0;
        std::size_t row = 0;
        Timestamp time;
    };

    explicit BarMerge(std::span<const RunLeg> legs);
    /// The next bar; none after the last.
    std::optional<Row> next();

private:
    std::span<const RunLeg> m_legs;
    std::vector<Row> m_heap; ///< the next bar of each leg that has one, the earliest in front
};

/// The moments at which a bar of any leg closed, each once: the marks of the equity curve.
std::vector<Timestamp> marksOf(std::span<const RunLeg> legs);

/// What the same money in equal shares in every leg would have been worth at each mark: bought with the first tested bar,
/// each unit of a leg for `unitCost`, and held. The share of a leg that starts late lies in cash until then.
std::vector<double> buyAndHoldCurve(std::span<const RunLeg> legs, std::span<const Timestamp> marks, double capital,
                                    std::span<const double> unitCost);

/// The close of the leg at each mark: that of its last bar until then, 0 before its first.
std::vector<double> closesAt(const RunLeg &leg, std::span<const Timestamp> marks);

} // namespace bellwether
