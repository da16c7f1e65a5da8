#include "core/backtest/svgplot.h"

#include "core/base/decimaltext.h"

#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString pixel(double value) { return QString::number(value, 'f', 1); }
QString attribute(const char *name, double value) { return u" %1=\"%2\""_s.arg(QLatin1StringView(name), pixel(value)); }

QString lineTag(double x1, double y1, double x2, double y2, const char *cssClass)
{
    return u"<line class=\"%1\""_s.arg(QLatin1StringView(cssClass)) + attribute("x1", x1) + attribute("y1", y1)
        + attribute("x2", x2) + attribute("y2", y2) + u" />\n"_s;
}

QString textTag(double x, double y, const QString &text, const char *anchor)
{
    return u"<text class=\"label\" text-anchor=\"%1\""_s.arg(QLatin1StringView(anchor)) + attribute("x", x) + attribute("y", y)
        + u'>' + text.toHtmlEscaped() + u"</text>\n"_s;
}

QString numberText(double value, double step)
{
    const int places = step >= 1 ? 0 : std::min(int(std::ceil(-std::log10(step) - 1e-9)), 8);
    QString text = decimalText(value, places);
    if (places == 0) // thousands apart by thin spaces
        for (qsizetype at = text.size() - 3; at > (text.startsWith(u'-') ? 1 : 0); at -= 3)
            text.insert(at, QChar(0x2009));
    return text.replace(u'-', u'−');
}

QString dateText(Timestamp local, int from, int length) { return toIsoString(local).mid(from, length); }

std::vector<TimeTick> monthTicks(Timestamp from, Timestamp to, int step, Duration utcOffset)
{
    using namespace std::chrono;
    const year_month_day first{sys_days(days((from + utcOffset).utcDay()))};
    std::vector<TimeTick> ticks;
    year_month month = first.year() / first.month();
    month += months(1);
    while ((unsigned(month.month()) - 1 + 12 * unsigned(int(month.year()) % 100)) % unsigned(step) != 0)
        month += months(1);
    for (;; month += months(step)) {
        const Timestamp local = utcMidnight(int(month.year()), unsigned(month.month()), 1);
        if (local - utcOffset > to)
            return ticks;
        ticks.push_back({local - utcOffset, dateText(local, 0, step % 12 == 0 ? 4 : 7)});
    }
}

std::vector<TimeTick> evenTicks(Timestamp from, Timestamp to, std::int64_t stepSeconds, Duration utcOffset)
{
    std::vector<TimeTick> ticks;
    const std::int64_t first = Timestamp::floorDiv((from + utcOffset).seconds(), stepSeconds) + 1;
    for (std::int64_t i = first;; ++i) {
        const Timestamp local = Timestamp::fromSeconds(i * stepSeconds);
        if (local - utcOffset > to)
            return ticks;
        ticks.push_back({local - utcOffset, stepSeconds % 86'400 == 0 ? dateText(local, 5, 5) : dateText(local, 5, 11).replace(u'T', u' ')});
    }
}

} // namespace

std::vector<double> niceTicks(double low, double high, int count)
{
    const double raw = (high - low) / std::max(count, 1);
    if (!(raw > 0) || !std::isfinite(raw))
        return {low};
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double step = power * (raw / power > 5 ? 10 : raw / power > 2 ? 5 : raw / power > 1 ? 2 : 1);
    std::vector<double> ticks;
    for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i)
        ticks.push_back(i * step + 0.0); // no −0
    return ticks;
}

std::vector<TimeTick> timeTicks(Timestamp from, Timestamp to, int countMax, Duration utcOffset)
{
    const double days = double((to - from).count()) / 8.64e13;
    if (!(days > 0))
        return {};
    for (const std::int64_t minutes : {1, 5, 15, 30, 60, 180, 360, 720, 1'440, 2 * 1'440, 5 * 1'440, 10 * 1'440})
        if (days * 1'440 / double(minutes) <= countMax)
            return evenTicks(from, to, minutes * 60, utcOffset);
    for (const int months : {1, 2, 3, 6, 12, 24, 60})
        if (days / 30.4 / months <= countMax)
            return monthTicks(from, to, months, utcOffset);
    return monthTicks(from, to, 120, utcOffset);
}

SvgPlot::SvgPlot(const Box &box, double xLow, double xHigh, double yLow, double yHigh)
    : m_box(box), m_xLow(xLow), m_xHigh(xHigh), m_yLow(yLow), m_yHigh(yHigh)
{
    for (auto [low, high] : {std::pair{&m_xLow, &m_xHigh}, {&m_yLow, &m_yHigh}}) {
        if (!(*high > *low)) {
            const double margin = std::max(std::fabs(*low), 1.0) * 0.05;
            *low -= margin;
            *high += margin;
        }
    }
}

QString SvgPlot::yAxis(int count, const QString &unit) const
{
    QString out;
    const std::vector<double> ticks = niceTicks(m_yLow, m_yHigh, count);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    for (const double tick : ticks) {
        out += lineTag(m_box.left, y(tick), m_box.left + m_box.width, y(tick), "grid");
        out += textTag(m_box.left - 6, y(tick) + 4, numberText(tick, step) + unit, "end");
    }
    return out;
}

QString SvgPlot::xAxis(int count, const QString &unit) const
{
    const double bottom = m_box.top + m_box.height;
    QString out = lineTag(m_box.left, bottom, m_box.left + m_box.width, bottom, "axis");
    const std::vector<double> ticks = niceTicks(m_xLow, m_xHigh, count);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    for (const double tick : ticks) {
        out += lineTag(x(tick), bottom, x(tick), bottom + 4, "axis");
        out += textTag(x(tick), bottom + 17, numberText(tick, step) + unit, "middle");
    }
    return out;
}

QString SvgPlot::xAxis(std::span<const TimeTick> ticks, Timestamp origin) const
{
    const double bottom = m_box.top + m_box.height;
    QString out = lineTag(m_box.left, bottom, m_box.left + m_box.width, bottom, "axis");
    for (const TimeTick &tick : ticks) {
        const double at = x(double((tick.time - origin).count()) * 1e-9);
        out += lineTag(at, m_box.top, at, bottom, "grid");
        if (!tick.text.isEmpty())
            out += textTag(at, bottom + 17, tick.text, "middle");
    }
    return out;
}

QString SvgPlot::line(std::span<const double> xs, std::span<const double> ys, const char *cssClass) const
{
    QString path;
    bool isDown = false;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const bool isPoint = std::isfinite(ys[i]);
        if (isPoint)
            path += (isDown ? u'L' : u'M') + pixel(x(xs[i])) + u' ' + pixel(y(ys[i]));
        isDown = isPoint;
    }
    return u"<path class=\"%1\" d=\"%2\" />\n"_s.arg(QLatin1StringView(cssClass), path);
}

QString SvgPlot::area(std::span<const double> xs, std::span<const double> ys, double base, const char *cssClass) const
{
    if (xs.empty())
        return {};
    QString path = u'M' + pixel(x(xs.front())) + u' ' + pixel(y(base));
    for (std::size_t i = 0; i < xs.size(); ++i)
        path += u'L' + pixel(x(xs[i])) + u' ' + pixel(y(std::isfinite(ys[i]) ? ys[i] : base));
    path += u'L' + pixel(x(xs.back())) + u' ' + pixel(y(base)) + u'Z';
    return u"<path class=\"%1\" d=\"%2\" />\n"_s.arg(QLatin1StringView(cssClass), path);
}

QString SvgPlot::bar(double xLow, double xHigh, double value, const char *cssClass, const QString &title) const
{
    const double top = std::min(y(value), y(0));
    return u"<rect class=\"%1\""_s.arg(QLatin1StringView(cssClass)) + attribute("x", x(xLow) + 0.5) + attribute("y", top)
        + attribute("width", std::max(x(xHigh) - x(xLow) - 1, 0.5)) + attribute("height", std::fabs(y(value) - y(0)))
        + u"><title>%1</title></rect>\n"_s.arg(title.toHtmlEscaped());
}

QString SvgPlot::horizontal(double value, const char *cssClass) const
{
    return lineTag(m_box.left, y(value), m_box.left + m_box.width, y(value), cssClass);
}

QString SvgPlot::vertical(double value, const char *cssClass, const QString &text) const
{
    const QString line = lineTag(x(value), m_box.top, x(value), m_box.top + m_box.height, cssClass);
    return text.isEmpty() ? line : line + textTag(x(value) - 4, m_box.top + 12, text, "end");
}

QString SvgPlot::dot(double xValue, double yValue, const char *cssClass, const QString &title) const
{
    return u"<circle class=\"%1\" r=\"2.5\""_s.arg(QLatin1StringView(cssClass)) + attribute("cx", x(xValue))
        + attribute("cy", y(yValue)) + u"><title>%1</title></circle>\n"_s.arg(title.toHtmlEscaped());
}

QString SvgPlot::caption(const QString &text) const
{
    return u"<text class=\"caption\""_s + attribute("x", m_box.left) + attribute("y", m_box.top - 7) + u'>'
        + text.toHtmlEscaped() + u"</text>\n"_s;
}

QString svgOf(int width, int height, const QString &title, const QString &content)
{
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1 %2\" width=\"%1\" height=\"%2\">\n"
           "<title>%3</title>\n%4</svg>\n"_s.arg(width).arg(height).arg(title.toHtmlEscaped(), content);
}

} // namespace bellwether
