#pragma once

#include "core/indicators/indicatorcatalogue.h"
#include "ui/charts/barseries.h"
#include "ui/charts/valueseries.h"
#include "ui/models/format.h"

#include <QStringList>

namespace bellwether {

/// One line of a chart: values by bar index, NaN where there is none.
struct IndicatorLine {
    QString name;       ///< `ema_9`
    ValueSeries values; ///< one per closed bar
};

/// An indicator over a history, ready to go on bar by bar.
struct ComputedIndicator {
    std::vector<IndicatorLine> lines;
    std::unique_ptr<LiveIndicator> live;
    std::size_t fed = 0; ///< bars it has seen
};

/// The indicators a chart shows. Values are those of closed bars, the ones strategies decide on, advanced bar by bar.
class IndicatorSet {
public:
    struct Entry {
        IndicatorSpec spec;
        QString title;           ///< `ema:9`
        ComputedIndicator state; ///< its lines are there, though empty, before any bar
        bool isWaiting = false;  ///< for adopt()
    };

    /// A day in `zone` is a session.
    explicit IndicatorSet(ExchangeZone zone = {}) : m_zone(std::move(zone)) {}

    /// Errors: what parseIndicatorSpec() refuses; Duplicate.
    Result<void> add(QStringView spec);
    void remove(QStringView title);
    /// Other numbers in the place of the old ones. Errors as add(); nothing changes then.
    Result<void> replace(QStringView title, QStringView spec);
    /// Swaps the place with the one before that is drawn in the same way: over the prices, or in a pane of its own.
    void raise(QStringView title);
    bool contains(QStringView title) const;
    QStringList titles() const;
    /// Their addresses hold until the next add, remove or replace.
    const std::vector<std::unique_ptr<Entry>> &entries() const { return m_entries; }
    const ExchangeZone &zone() const { return m_zone; }

    /// Starts over with another series.
    void restart(ExchangeZone zone);
    /// Feeds the closed bars that are new since the last call to all that do not wait.
    void update(const BarSeries &bars);

    /// Leaves the history to compute(); until adopt() the indicator has no values.
    void wait(Entry &entry) { entry.isWaiting = true; }
    /// The indicator over a whole history; for any thread.
    static ComputedIndicator compute(const IndicatorSpec &spec, const ExchangeZone &zone, const BarColumns &history);
    /// Takes what compute() gave for the entry of that title; ignored where it is gone or does not wait.
    void adopt(QStringView title, ComputedIndicator state);

private:
    static ComputedIndicator begun(const IndicatorSpec &spec);

    ExchangeZone m_zone;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace bellwether
