#pragma once

#include "ui/charts/barseries.h"
#include "ui/models/format.h"

#include "ui/charts/qcustomplotheader.h"

#include <vector>

namespace bellwether {

/// What changes with a bar against the one before it; the greatest change names the label.
enum class TimeBoundary : std::uint8_t { None, Minute, QuarterHour, Hour, QuarterDay, Day, Month, Year };

/// Times of bars that stand side by side whatever gap lies between them: nights, weekends and holidays take no room.
/// Everything is worked out from the close times when it is asked for; nothing is kept for each bar.
class TimeAxis {
public:
    TimeAxis(ExchangeZone zone, Timeframe timeframe, const BarSeries *bars)
        : m_zone(std::move(zone)), m_timeframe(timeframe), m_bars(bars)
    {
    }

    std::size_t size() const { return m_bars->size(); }
    /// Against the bar before; Day for the first.
    TimeBoundary boundary(std::size_t index) const;
    /// When the bar began, as charts label it; a daily or weekly bar is labelled by the date of its last moment.
    QDateTime labelTime(std::size_t index) const;
    /// Short label for a tick of that boundary: `2026`, `Nov`, `20`, `14:30`.
    QString tickText(std::size_t index) const;
    /// Whole time for the crosshair: `Fri 20 Nov 2026 14:30 IST`.
    QString fullText(std::size_t index) const;
    /// Bars to label in [first, last], at least `stride` bars apart, greatest boundaries first. Ascending.
    std::vector<std::size_t> ticks(std::size_t first, std::size_t last, double stride) const;
    const ExchangeZone &zone() const { return m_zone; }
    Timeframe timeframe() const { return m_timeframe; }

    /// The close time of the bar at an index that may lie before the first or beyond the last bar.
    Timestamp timeAt(double index) const;
    /// The index of the bar that holds `time`; beyond the bars as many as fit in between.
    double indexAt(Timestamp time) const;

private:
    std::int64_t labelMs(std::size_t index) const; ///< wall clock of the zone

    ExchangeZone m_zone;
    Timeframe m_timeframe;
    const BarSeries *m_bars;
};

/// QCustomPlot ticks at bar indices with labels from a TimeAxis.
class TimeTicker final : public QCPAxisTicker {
public:
    explicit TimeTicker(const TimeAxis *axis) : m_axis(axis) {}
    void setAxis(const TimeAxis *axis) { m_axis = axis; }
    void setPixelsPerBar(double pixels) { m_pixelsPerBar = pixels; }

    void generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision, QVector<double> &ticks,
                  QVector<double> *subTicks, QVector<QString> *tickLabels) override;

private:
    const TimeAxis *m_axis;
    double m_pixelsPerBar = 8;
};

/// Price ticks with grouped digits and the instrument's decimals; in round percent of a base where one is set, and at
/// 1, 2 and 5 of each power of ten where a logarithmic axis spans far.
class PriceTicker final : public QCPAxisTicker {
public:
    explicit PriceTicker(const Format *format) : m_format(format) { setTickCount(8); }
    void setDecimals(int decimals) { m_decimals = decimals; }
    /// 0 shows prices.
    void setPercentBase(double base) { m_base = base; }
    void setLogarithmic(bool isOn) { m_isLogarithmic = isOn; }
    QString text(double value) const;

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    const Format *m_format;
    int m_decimals = 2;
    double m_base = 0;
    bool m_isLogarithmic = false;
};

} // namespace bellwether
