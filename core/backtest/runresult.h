#pragma once

#include "core/analytics/roundtrip.h"
#include "core/domain/signal.h"

#include <map>
#include <string>
#include <vector>

namespace bellwether {

/// What a run leaves behind.
struct RunResult {
    std::vector<RoundTrip> trades;              ///< in the order of their exits
    std::vector<OpenTrade> open;
    std::vector<double> equity;                 ///< one mark per bar of the tested period, at its close
    std::vector<Reason> reasons;                ///< pool that trades slice by reasonFirst, reasonCount
    Money finalEquity;                          ///< exact; equity.back() to double precision
    std::map<std::string, std::size_t> denied;  ///< entries that were not made, by reason
    std::map<std::string, Money> costs;         ///< by kind: commission, spread, slippage, …
    std::size_t signalCount = 0;
    bool ranOutOfMoney = false;
    bool wasCancelled = false;                  ///< by its observer; what there is covers a part of the bars

    /// `fast SMA 12.3 > 11.8; …` of a trade's entry.
    QString entryReason(std::uint32_t first, std::uint32_t count) const;
    /// Empties everything but keeps the memory; `equity` gets one mark per bar, of no particular value.
    void startOver(std::size_t bars);
};

} // namespace bellwether
