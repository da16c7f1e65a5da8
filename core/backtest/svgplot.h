#pragma once

#include "core/base/timestamp.h"

#include <QString>

#include <span>
#include <vector>

namespace bellwether {

/// Round numbers from `low` to `high`, about `count` of them: 1, 2 or 5 times a power of ten apart.
std::vector<double> niceTicks(double low, double high, int count);

/// A moment of a time axis and how it is written.
struct TimeTick {
    Timestamp time;
    QString text;
};
/// Years, months, days or hours of the zone between the two, at most `countMax`.
std::vector<TimeTick> timeTicks(Timestamp from, Timestamp to, int countMax, Duration utcOffset);

/// One rectangle of a chart in pixels with linear axes, which writes SVG. The y axis points up.
class SvgPlot {
public:
    struct Box {
        double left = 0;
        double top = 0;
        double width = 0;
        double height = 0;
    };
    /// Axes from `xLow` to `xHigh` and `yLow` to `yHigh`; an empty range is widened.
    SvgPlot(const Box &box, double xLow, double xHigh, double yLow, double yHigh);

    double x(double value) const { return m_box.left + (value - m_xLow) / (m_xHigh - m_xLow) * m_box.width; }
    double y(double value) const { return m_box.top + (m_yHigh - value) / (m_yHigh - m_yLow) * m_box.height; }

    /// Grid lines with numbers at the left, `unit` after each.
    QString yAxis(int count, const QString &unit = {}) const;
    /// Ticks with numbers below.
    QString xAxis(int count, const QString &unit = {}) const;
    QString xAxis(std::span<const TimeTick> ticks, Timestamp origin) const;
    /// A line through the points; those that are not finite interrupt it.
    QString line(std::span<const double> xs, std::span<const double> ys, const char *cssClass) const;
    /// The same, filled to `base`.
    QString area(std::span<const double> xs, std::span<const double> ys, double base, const char *cssClass) const;
    QString bar(double xLow, double xHigh, double value, const char *cssClass, const QString &title) const;
    QString horizontal(double value, const char *cssClass) const;
    QString vertical(double value, const char *cssClass, const QString &text = {}) const;
    QString dot(double xValue, double yValue, const char *cssClass, const QString &title) const;
    /// A heading above the upper left corner; it takes 20 pixels.
    QString caption(const QString &text) const;

private:
    Box m_box;
    double m_xLow;
    double m_xHigh;
    double m_yLow;
    double m_yHigh;
};

/// `<svg>` of that size around the content, with `title` for those who cannot see it.
QString svgOf(int width, int height, const QString &title, const QString &content);

} // namespace bellwether
