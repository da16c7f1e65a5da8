#pragma once

#include "core/indicators/indicatorcatalogue.h"
#include "ui/charts/barseries.h"
#include "ui/models/format.h"

namespace bellwether {

/// One line of a chart: values by bar index, NaN where there is none.
struct IndicatorLine {
    QString name;               ///< `ema_9`
    std::vector<double> values; ///< one per closed bar
};

/// The indicators a chart shows. Values are those of closed bars, the ones strategies decide on, advanced bar by bar.
class IndicatorSet {
public:
    struct Entry {
        IndicatorSpec spec;
        QString title;          ///< `ema:9`
        std::vector<IndicatorLine> lines;
        std::unique_ptr<LiveIndicator> live;
        std::size_t fed = 0;    ///< bars it has seen
    };

    /// A day in `zone` is a session.
    explicit IndicatorSet(ExchangeZone zone = {}) : m_zone(std::move(zone)) {}

    /// Errors: what parseIndicatorSpec() refuses; Duplicate.
    Result<void> add(QStringView spec);
    void remove(QStringView title);
    bool contains(QStringView title) const;
    QStringList titles() const;
    const std::vector<Entry> &entries() const { return m_entries; }

    /// Starts over with another series.
    void restart(ExchangeZone zone);
    /// Feeds the closed bars that are new since the last call.
    void update(const BarSeries &bars);

private:
    static void restart(Entry &entry);
    ExchangeZone m_zone;
    std::vector<Entry> m_entries;
};

} // namespace bellwether
