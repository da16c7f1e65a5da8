#pragma once

#include "ui/models/format.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// Ticks of a time axis that counts seconds of UTC, at round moments of the exchange's zone.
class CurveTimeTicker final : public QCPAxisTickerDateTime {
public:
    explicit CurveTimeTicker(const Format *format) : m_format(format) { setDateTimeSpec(Qt::UTC); }

protected:
    double getTickStep(const QCPRange &range) override
    {
        m_step = QCPAxisTickerDateTime::getTickStep(range);
        return m_step;
    }
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override
    {
        const double shift = offset(range.center());
        QVector<double> ticks = QCPAxisTickerDateTime::createTickVector(tickStep, QCPRange(range.lower + shift, range.upper + shift));
        for (double &tick : ticks)
            tick -= shift;
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const QDateTime local = m_format->local(Timestamp::fromMs(std::int64_t(tick * 1e3)));
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        if (m_step >= 360 * 86'400.0)
            return english.toString(local, QStringLiteral("yyyy"));
        if (m_step >= 27 * 86'400.0)
            return english.toString(local, QStringLiteral("MMM yyyy"));
        return english.toString(local, m_step >= 86'000.0 ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM HH:mm"));
    }

private:
    double offset(double seconds) const { return double(m_format->zone().offsetAt(Timestamp::fromMs(std::int64_t(seconds * 1e3))).count()) * 1e-9; }
    const Format *m_format;
    double m_step = 0;
};

/// Values as the pane counts them: grouped numbers, or shares as percent.
class CurveValueTicker final : public QCPAxisTicker {
public:
    explicit CurveValueTicker(const Format *format) : m_format(format) { setTickCount(6); }
    void setPercent(bool isPercent) { m_isPercent = isPercent; }

protected:
    double getTickStep(const QCPRange &range) override { return m_step = QCPAxisTicker::getTickStep(range); }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        // As many decimals as tell one tick from the next: a step of 2.5 needs one.
        double step = m_isPercent ? m_step * 100 : m_step;
        int decimals = 0;
        while (decimals < 6 && std::fabs(step - std::round(step)) > 1e-6 * step) {
            step *= 10;
            ++decimals;
        }
        return m_isPercent ? m_format->percent(tick * 100, decimals) : m_format->number(tick, decimals);
    }

private:
    const Format *m_format;
    bool m_isPercent = false;
    double m_step = 1;
};

} // namespace bellwether
