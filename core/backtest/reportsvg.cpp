#include "core/backtest/reportsvg.h"

#include "core/backtest/reporttables.h"
#include "core/backtest/svgplot.h"
#include "core/base/decimaltext.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int width = 960;
constexpr double left = 78;
constexpr double right = 26;
constexpr std::size_t curveMarks = 1'500;
constexpr std::size_t dotsMax = 2'000;

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void add(std::span<const double> values)
    {
        for (const double value : values)
            add(value);
    }
    /// The same with a twentieth of room at both ends.
    Range widened() const { return {low - (high - low) / 20, high + (high - low) / 20}; }
};

QString percentText(double share) { return decimalText(share * 100, 2).replace(u'-', u'−') + u" %"_s; }

} // namespace

QString equitySvg(const RunReport &report)
{
    if (report.markTime.empty())
        return {};
    const ShownCurve curve = shownCurve(report, curveMarks);
    Range money;
    for (const auto *values : {&curve.equity, &curve.peak, &curve.benchmark})
        money.add(*values);
    money = money.widened();
    Range fall;
    fall.add(0);
    fall.add(curve.drawdown);
    const double span = curve.seconds.back();
    const SvgPlot upper({left, 24, width - left - right, 250}, 0, span, money.low, money.high);
    const SvgPlot lower({left, 304, width - left - right, 100}, 0, span, fall.low, 0);
    std::vector<TimeTick> ticks = timeTicks(curve.origin, curve.end, 9, report.plan.calendar->utcOffset());
    QString content = upper.yAxis(6) + lower.yAxis(3, u" %"_s) + lower.xAxis(ticks, curve.origin);
    for (TimeTick &tick : ticks)
        tick.text.clear(); // the one time axis is written once, below
    content += upper.xAxis(ticks, curve.origin);
    content += upper.line(curve.seconds, curve.benchmark, "benchmark");
    content += upper.line(curve.seconds, curve.peak, "peak");
    content += upper.line(curve.seconds, curve.equity, "equity");
    content += lower.area(curve.seconds, curve.drawdown, 0, "fall");
    content += upper.caption(u"equity, %1"_s.arg(report.plan.capital.currency.toString())) + lower.caption(u"drawdown"_s);
    return svgOf(width, 430, u"Equity and drawdown"_s, content);
}

QString returnHistogramSvg(const RunReport &report)
{
    const Histogram histogram = histogramOf(report.figures.daily.returns);
    if (histogram.counts.size() < 2)
        return {};
    const double low = histogram.low * 100;
    const double step = histogram.width * 100;
    const int most = *std::max_element(histogram.counts.begin(), histogram.counts.end());
    const SvgPlot plot({left, 24, 470 - left - right, 216}, low, low + step * double(histogram.counts.size()), 0, most * 1.05);
    QString content = plot.yAxis(4) + plot.xAxis(5, u" %"_s);
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        const double from = low + step * double(i);
        content += plot.bar(from, from + step, histogram.counts[i], from + step / 2 < 0 ? "loss" : "gain",
                            u"%1 to %2: %3 days"_s.arg(percentText(from / 100), percentText((from + step) / 100)).arg(histogram.counts[i]));
    }
    if (std::isfinite(report.figures.account.var95))
        content += plot.vertical(report.figures.account.var95 * 100, "mark", u"VaR 95 %"_s);
    return svgOf(470, 270, u"Distribution of daily returns"_s, content + plot.caption(u"days by return"_s));
}

QString excursionSvg(const RunReport &report)
{
    const std::vector<RoundTrip> &trades = report.result.trades;
    Range adverse{0, 0};
    Range favourable{0, 0};
    Range result{0, 0};
    for (const RoundTrip &trade : trades) {
        adverse.add(trade.adverse / trade.entryValue() * 100);
        favourable.add(trade.favourable / trade.entryValue() * 100);
        result.add(trade.returnFraction() * 100);
    }
    if (trades.empty() || !(favourable.high > 0 || adverse.low < 0))
        return {};
    result = result.widened();
    const SvgPlot against({left, 24, 385, 236}, adverse.low * 1.05, 0, result.low, result.high);
    const SvgPlot forUs({left + 385 + 65, 24, 385 + 33, 236}, 0, favourable.high * 1.05, result.low, result.high);
    QString content;
    for (const SvgPlot *plot : {&against, &forUs})
        content += plot->yAxis(5, u" %"_s) + plot->xAxis(5, u" %"_s) + plot->horizontal(0, "axis");
    const std::size_t step = (trades.size() + dotsMax - 1) / dotsMax;
    for (std::size_t i = 0; i < trades.size(); i += step) {
        const RoundTrip &trade = trades[i];
        if (std::isnan(trade.adverse))
            continue;
        const char *tone = trade.pnl.toDouble() > 0 ? "gain" : "loss";
        const QString title = u"trade %1: %2, MAE %3, MFE %4"_s.arg(i + 1).arg(percentText(trade.returnFraction()),
                                                                            percentText(trade.adverse / trade.entryValue()),
                                                                            percentText(trade.favourable / trade.entryValue()));
        content += against.dot(trade.adverse / trade.entryValue() * 100, trade.returnFraction() * 100, tone, title);
        content += forUs.dot(trade.favourable / trade.entryValue() * 100, trade.returnFraction() * 100, tone, title);
    }
    content += against.caption(u"result over worst open result (MAE)"_s) + forUs.caption(u"result over best open result (MFE)"_s);
    return svgOf(width, 290, u"Trades by MAE and MFE"_s, content);
}

QString rollingSvg(const RunReport &report)
{
    const std::vector<RollingPoint> points = rollingQuarter(report);
    if (points.size() < 2)
        return {};
    const Duration offset = report.plan.calendar->utcOffset();
    const auto timeOf = [&](const RollingPoint &point) { return Timestamp::fromSeconds(point.day * 86'400) - offset; };
    const Timestamp origin = timeOf(points.front());
    std::vector<double> seconds;
    for (const RollingPoint &point : points)
        seconds.push_back(double((timeOf(point) - origin).count()) * 1e-9);
    std::vector<TimeTick> ticks = timeTicks(origin, timeOf(points.back()), 9, offset);
    QString content;
    double top = 24;
    int rows = 0;
    const auto add = [&](const QString &caption, const QString &unit, auto valueOf) {
        std::vector<double> values;
        for (const RollingPoint &point : points)
            values.push_back(valueOf(point));
        Range range;
        range.add(values);
        if (!(range.high >= range.low))
            return;
        range = range.widened();
        const SvgPlot plot({left, top, width - left - right, 80}, 0, seconds.back(), range.low, range.high);
        content += plot.yAxis(3, unit) + plot.xAxis(ticks, origin) + plot.line(seconds, values, "equity") + plot.caption(caption);
        top += 122;
        ++rows;
    };
    add(u"Sharpe ratio"_s, {}, [](const RollingPoint &point) { return point.sharpe; });
    add(u"volatility a year"_s, u" %"_s, [](const RollingPoint &point) { return point.volatility * 100; });
    add(u"beta to the benchmark"_s, {}, [](const RollingPoint &point) { return point.beta; });
    return rows > 0 ? svgOf(width, 10 + 122 * rows, u"Rolling three months"_s, content) : QString();
}

} // namespace bellwether
