#include "core/backtest/reportbadges.h"

#include "core/base/decimaltext.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t tradesForStatistics = 30;
constexpr double significance = 0.05;
constexpr std::size_t barsToJudge = 100;
constexpr const char *tooSmall = "order_shape"; ///< the risk gate's name for a size below the least order

QString amount(double value) { return decimalText(value, 2); }

void judgeTrades(const RunReport &report, QStringList &badges)
{
    const std::size_t count = report.result.trades.size();
    const TradeFigures &all = report.figures.all;
    if (count == 0 && report.result.open.empty())
        badges.append(u"no trade: %1"_s.arg(entriesNotMade(report.result.signalCount, report.result.denied)));
    else if (count < tradesForStatistics)
        badges.append(u"few trades: %1 closed, figures below %2 are mostly luck"_s.arg(count).arg(tradesForStatistics));
    if (all.pValue >= significance)
        badges.append(u"not significant: a mean of 0 would give such trades with a chance of %1 (p-value, %2 trades)"_s
                          .arg(all.pValue, 0, 'g', 2).arg(count));
    if (count > 1 && all.netProfit > 0 && all.netProfit - all.best <= 0)
        badges.append(u"one trade: the best one brought %1, all others together %2"_s.arg(amount(all.best), amount(all.netProfit - all.best)));
}

void judgeCosts(const RunReport &report, QStringList &badges)
{
    const auto &costs = report.result.costs;
    const bool isFree = std::all_of(costs.begin(), costs.end(), [](const auto &cost) { return cost.second.amount.isZero(); });
    if (isFree && !report.result.trades.empty())
        badges.append(u"zero cost: no commission, spread or slippage"_s);
}

void judgeData(const RunReport &report, std::span<const RunLeg> legs, QStringList &badges)
{
    if (report.data.gaps > 0)
        badges.append(u"gaps: the data has %1 stretches without bars"_s.arg(report.data.gaps));
    if (report.data.barsWithoutDetail > 0)
        badges.append(u"detail: %1 of %2 bars have no %3 bars inside, there the stop is taken to come first"_s
                          .arg(report.data.barsWithoutDetail).arg(report.data.bars).arg(toString(*report.plan.detail)));
    for (const RunLeg &leg : legs)
        if (looksComputed(leg))
            badges.append(u"synthetic: every bar of %1 opens exactly at the close before it, as computed data does"_s.arg(leg.instrument.symbol));
    const auto shares = std::count_if(legs.begin(), legs.end(), [](const RunLeg &leg) { return leg.instrument.kind == InstrumentKind::Equity; });
    const double years = double((report.data.to - report.data.from).count()) / (365.25 * 8.64e13);
    if (shares >= 2 && years >= 1)
        badges.append(u"survivorship: %1 shares that there is data of today, over %2 years; those that fell out meanwhile are missing"_s
                          .arg(shares).arg(years, 0, 'f', 1));
}

void judgeAccount(const RunReport &report, QStringList &badges)
{
    const RunResult &result = report.result;
    if (result.ranOutOfMoney)
        badges.append(u"out of money: equity fell to zero"_s);
    std::size_t unaffordable = 0;
    for (const char *reason : {"not_enough_money", tooSmall})
        if (const auto found = result.denied.find(reason); found != result.denied.end())
            unaffordable += found->second;
    if (unaffordable > 0)
        badges.append(u"not enough money: %1 entries came to less than the least order, a lot is %2"_s.arg(unaffordable)
                          .arg(toString(report.plan.instrument.lotSize)));
    if (!result.open.empty())
        badges.append(u"open position: its result is in the equity, not in the trades"_s);
    if (report.figures.account.days < 30)
        badges.append(u"short: %1 days, too few for yearly figures"_s.arg(report.figures.account.days));
}

} // namespace

QString entriesNotMade(std::size_t signalCount, const std::map<std::string, std::size_t> &denied)
{
    if (signalCount == 0)
        return u"the strategy gave no signal"_s;
    std::vector<std::pair<std::string, std::size_t>> reasons(denied.begin(), denied.end());
    std::ranges::stable_sort(reasons, std::greater(), &std::pair<std::string, std::size_t>::second);
    QStringList texts;
    for (const auto &[reason, count] : reasons)
        texts.append(u"%1 × %2"_s.arg(count).arg(reason == tooSmall ? u"less than the least order"_s : QString::fromStdString(reason).replace(u'_', u' ')));
    return (signalCount == 1 ? u"1 signal"_s : u"%1 signals"_s.arg(signalCount)) + (texts.isEmpty() ? QString() : u" (%1)"_s.arg(texts.join(u", "_s)));
}

bool looksComputed(const RunLeg &leg)
{
    if (leg.rowCount() < barsToJudge)
        return false;
    const BarColumns &bars = *leg.bars;
    for (std::size_t row = leg.firstRow + 1; row < leg.lastRow; ++row)
        if (bars.open[row] != bars.close[row - 1])
            return false;
    return true;
}

QStringList badgesOf(const RunReport &report, std::span<const RunLeg> legs)
{
    QStringList badges;
    judgeTrades(report, badges);
    judgeCosts(report, badges);
    judgeData(report, legs, badges);
    judgeAccount(report, badges);
    return badges;
}

} // namespace bellwether
