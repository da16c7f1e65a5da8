#include "core/research/walkforward.h"

#include "core/analytics/statistics.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

double ratioOfDailyReturns(double outReturn, double outDays, double inReturn, double inDays)
{
    return inReturn > 0 && inDays > 0 && outDays > 0 ? outReturn / outDays / (inReturn / inDays) : notAvailable;
}

} // namespace

Result<std::vector<WalkForwardWindow>> walkForwardWindows(const WalkForwardSettings &settings, std::size_t first, std::size_t last)
{
    if (settings.windows < 1 || settings.windows > 10'000)
        return failure(ErrorCode::OutOfRange, u"--windows %1: expected 1 to 10000"_s.arg(settings.windows));
    if (!(settings.inSampleShare >= 0.1 && settings.inSampleShare <= 0.95))
        return failure(ErrorCode::OutOfRange, u"--in-sample %1: expected 10 to 95 (percent of a window)"_s.arg(settings.inSampleShare * 100));
    // rows = search + windows × part, with search = part × share ÷ (1 − share).
    const double rows = double(last - first);
    const double ratio = settings.inSampleShare / (1 - settings.inSampleShare);
    const auto part = std::size_t(rows / (settings.windows + ratio));
    const std::size_t search = last - first - part * std::size_t(settings.windows);
    if (part < 2 || search < 2)
        return failure(ErrorCode::OutOfRange, u"%1 bars are too few for %2 windows: each part needs at least 2"_s.arg(last - first).arg(settings.windows));
    std::vector<WalkForwardWindow> windows;
    for (std::size_t i = 0; i < std::size_t(settings.windows); ++i) {
        const std::size_t start = first + search + i * part;
        windows.push_back({settings.isAnchored ? first : start - search, start, start + part});
    }
    return windows;
}

double WalkForwardStep::efficiency() const { return ratioOfDailyReturns(outOfSampleReturn, outOfSampleDays, inSampleReturn, inSampleDays); }

double WalkForwardReport::efficiency() const
{
    double outReturn = 0;
    double outDays = 0;
    double inReturn = 0;
    double inDays = 0;
    for (const WalkForwardStep &step : steps) {
        if (!step.chosen)
            continue;
        outReturn += step.outOfSampleReturn;
        outDays += step.outOfSampleDays;
        inReturn += step.inSampleReturn;
        inDays += step.inSampleDays;
    }
    return ratioOfDailyReturns(outReturn, outDays, inReturn, inDays);
}

double WalkForwardReport::profitableShare() const
{
    if (steps.empty())
        return notAvailable;
    return double(std::count_if(steps.begin(), steps.end(), [](const WalkForwardStep &step) { return step.outOfSampleReturn > 0; })) / double(steps.size());
}

void complete(WalkForwardReport &report)
{
    report.figures = analyse({.startingEquity = report.plan.capital.toDouble(),
                              .markTime = report.markTime,
                              .equity = report.equity,
                              .closes = {},
                              .benchmark = {},
                              .trades = report.trades,
                              .open = {},
                              .utcOffset = report.plan.calendar->utcOffset(),
                              .periodsPerYear = double(report.plan.daysPerYear)});
}

} // namespace bellwether
