#include "core/backtest/runreport.h"

#include "core/backtest/fillmodel.h"
#include "core/backtest/reportbadges.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

void nameStrategies(std::span<const RunStrategy> strategies, RunReport &report)
{
    QStringList ids;
    for (const RunStrategy &strategy : strategies) {
        const StrategyInfo &info = *strategy.info;
        ids.append(textOf(info.id));
        report.strategies.emplace_back(info.id);
        const QString prefix = strategies.size() > 1 ? ids.back() + u'.' : QString();
        for (std::size_t i = 0; i < info.parameters.size(); ++i)
            report.parameters.emplace_back(prefix + textOf(info.parameters[i].name), strategy.parameters.value(i));
    }
    report.strategy = ids.join(u'+');
}

// Trades count the marks of the run; the bars they lived through are those of their instrument.
void measureTrades(RunReport &report, std::span<const RunLeg> legs)
{
    const bool fillsAtOpen = report.plan.fill == FillMoment::NextOpen;
    for (RoundTrip &trade : report.result.trades) {
        const RunLeg &leg = legs[trade.instrument];
        const auto rowAt = [&](std::uint32_t mark) {
            if (legs.size() == 1)
                return leg.firstRow + mark;
            const auto &times = leg.bars->closeTime;
            return std::size_t(std::lower_bound(times.begin(), times.end(), report.markTime[mark]) - times.begin());
        };
        measureExcursion(trade, *leg.bars, rowAt(trade.entryBar), rowAt(trade.exitBar), fillsAtOpen);
    }
}

/// What one unit of each leg cost at the open of its first tested bar.
std::vector<double> unitCosts(const RunSources &sources)
{
    const FillModel fills(sources.plan);
    std::vector<double> costs;
    for (const RunLeg &leg : sources.legs)
        costs.push_back(fills.entryPrice(Price::fromDouble(leg.bars->open[leg.firstRow]), Side::Buy).toDouble()
                        * (1 + sources.plan.costs.commission.toDouble()));
    return costs;
}

/// The plan's benchmark at the marks, bought at the open of its first bar of the run; of nothing where it names none.
std::vector<double> benchmarkOf(const RunSources &sources, std::span<const Timestamp> marks)
{
    const double capital = sources.plan.capital.toDouble();
    if (sources.plan.benchmark == u"none")
        return {};
    if (sources.benchmark == nullptr)
        return buyAndHoldCurve(sources.legs, marks, capital, unitCosts(sources));
    RunLeg leg = *sources.benchmark;
    const auto &times = leg.bars->closeTime;
    leg.firstRow = std::size_t(std::lower_bound(times.begin(), times.end(), marks.front()) - times.begin());
    if (leg.firstRow >= leg.lastRow)
        return {};
    const RunSources held{sources.plan, std::span(&leg, 1), {}, {}, {}};
    return buyAndHoldCurve(held.legs, marks, capital, unitCosts(held));
}

/// The closes of the legs at the marks; those of a single leg are its bars.
std::vector<std::span<const double>> closesOf(std::span<const RunLeg> legs, std::span<const Timestamp> marks,
                                              std::vector<std::vector<double>> &sampled)
{
    if (legs.size() == 1)
        return {std::span(legs[0].bars->close).subspan(legs[0].firstRow, legs[0].rowCount())};
    for (const RunLeg &leg : legs)
        sampled.push_back(closesAt(leg, marks));
    return {sampled.begin(), sampled.end()};
}

} // namespace

DataFacts factsOf(const RunLeg &leg, Timeframe timeframe)
{
    const BarColumns &bars = *leg.bars;
    DataFacts facts;
    facts.instrument = leg.instrument.id.toString();
    facts.bars = std::int64_t(leg.rowCount());
    facts.from = openTimeOf(leg.firstClose(), timeframe, *leg.calendar);
    facts.to = openTimeOf(leg.lastClose(), timeframe, *leg.calendar);
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    const auto add = [&hash](const BarColumns &from, std::size_t first, std::size_t last) {
        const auto addColumn = [&](const auto &column) {
            hash.addData(QByteArrayView(reinterpret_cast<const char *>(column.data() + first), qsizetype((last - first) * sizeof(column[0]))));
        };
        addColumn(from.closeTime);
        for (const auto *column : {&from.open, &from.high, &from.low, &from.close, &from.volume})
            addColumn(*column);
    };
    add(bars, leg.firstRow, leg.lastRow);
    if (leg.detail)
        add(leg.detail->columns(), 0, leg.detail->columns().size());
    facts.fingerprint = u"blake2b:"_s + QString::fromLatin1(hash.result().toHex());
    return facts;
}

DataFacts combined(std::span<const DataFacts> facts)
{
    DataFacts all = facts.front();
    if (facts.size() == 1)
        return all;
    all.instrument.clear();
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(all.fingerprint.toLatin1());
    for (const DataFacts &one : facts.subspan(1)) {
        all.bars += one.bars;
        all.gaps += one.gaps;
        all.barsWithoutDetail += one.barsWithoutDetail;
        all.from = std::min(all.from, one.from);
        all.to = std::max(all.to, one.to);
        hash.addData(one.fingerprint.toLatin1());
    }
    all.fingerprint = u"blake2b:"_s + QString::fromLatin1(hash.result().toHex());
    return all;
}

RunReport makeReport(RunSources sources, RunResult result)
{
    RunReport report;
    report.plan = sources.plan;
    nameStrategies(sources.strategies, report);
    for (const RunLeg &leg : sources.legs)
        report.instruments.push_back(leg.instrument);
    report.dataOf = std::move(sources.facts);
    report.data = combined(report.dataOf);
    report.result = std::move(result);
    report.markTime = marksOf(sources.legs);
    measureTrades(report, sources.legs);

    const double capital = sources.plan.capital.toDouble();
    report.benchmark = benchmarkOf(sources, report.markTime);
    std::vector<std::vector<double>> sampled;
    const auto closes = closesOf(sources.legs, report.markTime, sampled);
    report.figures = analyse({.startingEquity = capital,
                              .markTime = report.markTime,
                              .equity = report.result.equity,
                              .closes = closes,
                              .benchmark = report.benchmark,
                              .trades = report.result.trades,
                              .open = report.result.open,
                              .utcOffset = sources.plan.calendar->utcOffset(),
                              .periodsPerYear = double(sources.plan.daysPerYear)});
    report.badges = sources.badges + badgesOf(report, sources.legs);
    if (sources.benchmark != nullptr && report.benchmark.empty())
        report.badges.append(u"no benchmark: %1 has no bars in the period"_s.arg(sources.benchmark->instrument.symbol));
    return report;
}

} // namespace bellwether
