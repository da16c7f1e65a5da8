#include "core/backtest/runreport.h"

#include "core/backtest/fillmodel.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t tradesForStatistics = 30;

QStringList badgesOf(const RunReport &report)
{
    QStringList badges;
    const RunResult &result = report.result;
    if (result.trades.size() < tradesForStatistics)
        badges.append(u"few trades: %1 closed, figures below %2 are mostly luck"_s.arg(result.trades.size()).arg(tradesForStatistics));
    const bool isFree = std::all_of(result.costs.begin(), result.costs.end(), [](const auto &cost) { return cost.second.amount.isZero(); });
    if (isFree && !result.trades.empty())
        badges.append(u"zero cost: no commission, spread or slippage"_s);
    if (report.data.gaps > 0)
        badges.append(u"gaps: the data has %1 stretches without bars"_s.arg(report.data.gaps));
    if (result.ranOutOfMoney)
        badges.append(u"out of money: equity fell to zero"_s);
    const auto unaffordable = result.denied.find("not_enough_money");
    if (unaffordable != result.denied.end())
        badges.append(u"not enough money: %1 entries came to less than one lot of %2"_s.arg(unaffordable->second)
                          .arg(toString(report.plan.instrument.lotSize)));
    if (!result.open.empty())
        badges.append(u"open position: its result is in the equity, not in the trades"_s);
    if (report.figures.account.days < 30)
        badges.append(u"short: %1 days, too few for yearly figures"_s.arg(report.figures.account.days));
    return badges;
}

} // namespace

DataFacts factsOf(const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, Timeframe timeframe,
                  const ExchangeCalendar &calendar)
{
    DataFacts facts;
    facts.bars = std::int64_t(lastRow - firstRow);
    facts.from = openTimeOf(bars.closeTime[firstRow], timeframe, calendar);
    facts.to = openTimeOf(bars.closeTime[lastRow - 1], timeframe, calendar);
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    const auto add = [&](const auto &column) {
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(column.data() + firstRow),
                                    qsizetype((lastRow - firstRow) * sizeof(column[0]))));
    };
    add(bars.closeTime);
    for (const auto *column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume})
        add(*column);
    facts.fingerprint = u"blake2b:"_s + QString::fromLatin1(hash.result().toHex());
    return facts;
}

RunReport makeReport(const RunPlan &plan, const StrategyInfo &info, const ParameterSet &parameters, RunResult result,
                     const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, DataFacts facts)
{
    RunReport report;
    report.plan = plan;
    report.strategy = QString::fromUtf8(info.id.data(), qsizetype(info.id.size()));
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
        const std::string_view name = info.parameters[i].name;
        report.parameters.emplace_back(QString::fromUtf8(name.data(), qsizetype(name.size())), parameters.value(i));
    }
    report.data = std::move(facts);
    report.result = std::move(result);
    report.markTime.assign(bars.closeTime.begin() + std::ptrdiff_t(firstRow), bars.closeTime.begin() + std::ptrdiff_t(lastRow));
    measureExcursions(report.result.trades, bars, firstRow, plan.fill == FillMoment::NextOpen);

    const FillModel fills(plan);
    const Price firstOpen = Price::fromDouble(bars.open[firstRow]);
    const double entry = fills.entryPrice(firstOpen, Side::Buy).toDouble() * (1 + plan.costs.commission.toDouble());
    report.figures = analyse({.startingEquity = plan.capital.toDouble(),
                              .markTime = report.markTime,
                              .equity = report.result.equity,
                              .close = std::span(bars.close).subspan(firstRow, lastRow - firstRow),
                              .benchmarkEntry = entry,
                              .trades = report.result.trades,
                              .open = report.result.open,
                              .utcOffset = plan.calendar->utcOffset(),
                              .periodsPerYear = double(plan.daysPerYear)});
    report.badges = badgesOf(report);
    return report;
}

} // namespace bellwether
