#include "core/backtest/runresult.h"

namespace bellwether {

QString RunResult::entryReason(std::uint32_t first, std::uint32_t count) const
{
    QStringList texts;
    for (std::uint32_t i = first; i < first + count; ++i)
        texts.append(toString(reasons.at(i)));
    return texts.join(QStringLiteral("; "));
}

void RunResult::startOver(std::size_t bars)
{
    trades.clear();
    open.clear();
    equity.resize(bars);
    reasons.clear();
    finalEquity = {};
    denied.clear();
    costs.clear();
    signalCount = 0;
    ranOutOfMoney = wasCancelled = false;
}

} // namespace bellwether
