#include "app/composition/labkept.h"

#include "core/backtest/reportcompare.h"

using namespace Qt::StringLiterals;

namespace bellwether {

LabKeptRun labKeptRunOf(const KeptRun &run)
{
    LabKeptRun kept;
    kept.id = run.id;
    kept.madeAt = run.madeAt;
    kept.strategies = run.strategies;
    kept.instruments = run.instruments;
    kept.timeframe = run.timeframe;
    kept.from = run.from;
    kept.to = run.to;
    kept.parameters = run.parameters;
    kept.sizing = run.sizing;
    kept.currency = run.currency;
    kept.capital = run.capital;
    kept.finalEquity = run.finalEquity;
    kept.totalReturn = run.totalReturn;
    kept.drawdownMax = run.drawdownMax;
    kept.sharpe = run.sharpe;
    kept.profitFactor = run.profitFactor;
    kept.trades = run.trades;
    kept.badges = run.badges;
    kept.fingerprint = run.fingerprint;
    kept.version = run.version;
    kept.seed = run.seed;
    kept.note = run.note;
    return kept;
}

LabComparison labComparisonOf(const std::vector<KeptRun> &runs, std::span<const RunReport *const> reports)
{
    const RunComparison compared = compareRuns(reports);
    LabComparison comparison;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const KeptRun &run = runs[i];
        LabComparison::Run one{run.id, u"#%1 %2 %3 %4"_s.arg(run.id).arg(run.strategies, run.instruments, run.timeframe), run.parameters, {}};
        for (std::size_t d = 0; d < compared.day.size(); ++d) {
            if (std::isnan(compared.growth[i][d]))
                continue;
            // The close of a day is the midnight after it.
            one.growth.time.push_back(Timestamp::fromSeconds((compared.day[d] + 1) * 86'400));
            one.growth.value.push_back(compared.growth[i][d] - 1);
        }
        comparison.runs.push_back(std::move(one));
    }
    for (const RunComparison::Row &row : compared.rows)
        comparison.rows.push_back({row.metric, row.values});
    return comparison;
}

LabRequest labRequestOf(const RunReport &report)
{
    const RunPlan &plan = report.plan;
    LabRequest request;
    request.strategies = report.strategy.split(u'+');
    for (const Instrument &instrument : report.instruments)
        request.instruments.append(instrument.id.toString());
    for (const auto &[name, value] : report.parameters)
        request.parameters.append(name + u'=' + QString::number(value, 'g', 12));
    request.timeframe = toString(plan.timeframe);
    request.detail = plan.detail ? toString(*plan.detail) : QString();
    request.from = toIsoString(report.data.from).left(10);
    request.to = toIsoString(report.data.to).left(10);
    request.capital = toString(plan.capital.amount);
    request.sizing = toString(plan.sizing);
    request.fill = toString(plan.fill);
    request.canShort = plan.canShort;
    request.costs = plan.costsName;
    for (const auto &[distance, text] : {std::pair{&plan.exits.stop, &request.stop}, {&plan.exits.target, &request.target}})
        if (distance->kind != ExitDistance::Kind::Default)
            *text = toString(*distance);
    if (plan.exits.timeStopMinutes)
        request.timeStop = QString::number(*plan.exits.timeStopMinutes);
    if (!plan.hasVenueCosts) {
        if (plan.costsName.isEmpty())
            request.commission = toString(plan.costs.commission);
        request.spread = toString(plan.costs.spread);
        request.slippage = toString(plan.costs.slippage);
    }
    // The words of the run say more than its plan; those of earlier versions have none.
    for (const auto &[option, text] : report.asked)
        for (const auto &[name, word] : requestWords(request))
            if (name == option && name != u"from" && name != u"to" && name != u"timeframe")
                *word = text;
    return request;
}

} // namespace bellwether
