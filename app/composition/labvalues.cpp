#include "app/composition/labvalues.h"

#include "app/composition/strategyindicators.h"
#include "core/storage/barstore.h"
#include "core/strategy/strategycatalogue.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

LabParameter parameterOf(const ParameterSpec &spec)
{
    using Type = LabParameter::Type;
    const Type type = spec.type == ParameterSpec::Type::Boolean ? Type::Switch
        : spec.type == ParameterSpec::Type::Integer             ? Type::Integer
                                                                : Type::Real;
    return {textOf(spec.name), type, spec.fallback, spec.min, spec.max, spec.step, textOf(spec.help)};
}

void readSeries(const QString &path, LabCatalogue &catalogue)
{
    if (!QFileInfo::exists(path))
        return;
    const auto store = BarStore::open(path);
    const auto series = store ? (*store)->list() : failure(store.error());
    if (!series) {
        catalogue.trouble = series.error().detail;
        return;
    }
    for (const StoredSeries &one : *series) {
        const Duration length = durationOf(one.timeframe);
        catalogue.series.push_back({one.instrument, one.timeframe, one.from - length, one.to - length, one.bars});
    }
}

LabInstrument instrumentOf(const Instrument &instrument, const RunLeg &leg)
{
    return {instrument.id, instrument.symbol, instrument.calendar, std::min(instrument.priceDecimals(), 5),
            std::min(instrument.quantityDecimals(), 6), leg.bars, leg.firstRow};
}

} // namespace

LabCatalogue readLabCatalogue(const QString &barStorePath)
{
    LabCatalogue catalogue;
    for (const StrategyInfo *info : shippedStrategies()) {
        LabStrategy strategy{textOf(info->id), textOf(info->title), textOf(info->help), {}};
        for (const ParameterSpec &spec : info->parameters)
            strategy.parameters.push_back(parameterOf(spec));
        catalogue.strategies.push_back(std::move(strategy));
    }
    readSeries(barStorePath, catalogue);
    return catalogue;
}

BacktestRequest backtestRequestOf(const LabRequest &request, BacktestRequest base)
{
    base.dataFiles = request.dataFiles;
    base.instruments = request.instruments;
    base.strategies = request.strategies;
    base.parameters = request.parameters;
    const auto asked = requestWords(request);
    const auto taken = requestWords(base);
    for (std::size_t i = 0; i < asked.size(); ++i)
        *taken[i].second = *asked[i].second;
    base.canShort = request.canShort;
    return base;
}

LabFailure labFailureOf(const Error &error)
{
    static const QRegularExpression option(u"--([a-z-]+)\\b"_s);
    static const QRegularExpression parameter(u"^parameter (\\w+) of "_s);
    // Words of the form that messages begin with.
    static const QRegularExpression word(u"^(?:no )?(capital|commission|spread|slippage|size|sizing|fill|strategy|timeframe|instrument|participation|borrow|trail|breakeven|benchmark)\\b"_s);
    LabFailure failure{error.code, {}, error.detail};
    if (const auto named = parameter.match(error.detail); named.hasMatch())
        failure.field = named.captured(1);
    else if (const auto given = option.match(error.detail); given.hasMatch())
        failure.field = given.captured(1);
    else if (const auto begun = word.match(error.detail); begun.hasMatch())
        failure.field = begun.captured(1);
    return failure;
}

LabCurve thinnedCurve(std::span<const Timestamp> time, std::span<const double> value, std::size_t most)
{
    LabCurve curve;
    const std::size_t step = time.size() / std::max<std::size_t>(1, most) + 1;
    for (std::size_t i = 0; i < time.size(); i += step) {
        const std::size_t row = std::min(i + step, time.size()) - 1;
        curve.time.push_back(time[row]);
        curve.value.push_back(value[row]);
    }
    return curve;
}

LabReport labReportOf(LabJobId run, const LabRequest &request, std::span<const RunLeg> legs, std::shared_ptr<const RunReport> report)
{
    const RunPlan &plan = report->plan;
    const RunResult &result = report->result;
    LabReport lab;
    lab.run = run;
    lab.request = request;
    lab.parameters = report->parameters;
    for (std::size_t i = 0; i < report->instruments.size(); ++i)
        lab.instruments.push_back(instrumentOf(report->instruments[i], legs[i]));
    lab.timeframe = plan.timeframe;
    lab.capital = plan.capital;
    lab.finalEquity = result.finalEquity;
    lab.from = report->data.from;
    lab.to = report->data.to;
    lab.bars = report->data.bars;
    lab.gaps = report->data.gaps;
    lab.fingerprint = report->data.fingerprint;
    lab.seconds = report->seconds;
    lab.markTime = {report, &report->markTime};
    lab.equity = {report, &result.equity};
    lab.benchmark = {report, &report->benchmark};
    lab.benchmarkName = plan.benchmark.section(u':', -1);
    lab.drawdown = std::make_shared<const std::vector<double>>(drawdownCurve(result.equity, plan.capital.toDouble()));
    lab.trades = {report, &result.trades};
    lab.reasons = {report, &result.reasons};
    lab.dailyReturns = dailyEquityOf(report->markTime, result.equity, plan.capital.toDouble(), plan.calendar->utcOffset()).returns;
    lab.openTrades = result.open.size();
    lab.figures = report->figures;
    for (const auto &[kind, amount] : result.costs)
        lab.costs.push_back({QString::fromStdString(kind), amount});
    for (const auto &[reason, count] : result.denied)
        lab.denied.push_back({QString::fromStdString(reason), std::int64_t(count)});
    for (const QString &strategy : report->strategy.split(u'+'))
        lab.indicators += indicatorsOf(strategy, report->parameters);
    lab.indicators.removeDuplicates();
    lab.badges = report->badges;
    return lab;
}

} // namespace bellwether
