#pragma once

#include "core/base/clock.h"
#include "core/exchange/spotvenue.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace bellwether::exchange {

/// Puts `levels` offers of the house on either side of a quote, with more resting further away.
void quoteLadder(MatchingEngine &engine, SymbolNumber symbol, const Quote &quote, int levels = 5);

/// Stored bars as the market of a venue: each bar becomes four prints (its open, the extreme it went away from, the other
/// one, its close) that trade with whoever rests there, with quotes of the house around them. The first bar played opens
/// when the market starts, at the venue's own time; bars before it are its history.
class BarMarket : public QObject {
    Q_OBJECT
public:
    struct Series {
        SymbolNumber symbol = 0;
        BarColumns bars;
        Duration length{};      ///< of a bar
        std::size_t first = 0;  ///< the first one to play; shorter ones are history
    };

    /// `start` is moved back to the whole minute. `venue` outlives the market. At a `density` of 10 what happened in ten
    /// minutes happens in one of the venue's, whose clock goes on as ever.
    BarMarket(SpotVenue &venue, std::vector<Series> series, Timestamp start, double speed, double density = 1);

    void start();
    /// The venue's time; it runs on when the bars are over.
    const Clock &clock() const { return m_clock; }
    bool isOver() const;
    /// Plays what is due; the timer's work, callable by tests.
    void playTo(Timestamp time);

private:
    struct Cursor {
        Series series;
        Duration shift{};
        std::size_t row = 0;
        int print = 0;
        bool isOver() const { return row >= series.bars.size(); }
        Timestamp time() const { return series.bars.closeTime[row] + shift - series.length + series.length / 4 * print; }
        /// When it is played.
        Timestamp due(Timestamp start, double density) const { return start + Duration(std::int64_t(double((time() - start).count()) / density)); }
    };
    void play(Cursor &cursor);

    SpotVenue &m_venue;
    std::vector<Cursor> m_cursors;
    Timestamp m_start;
    double m_speed;
    double m_density;
    SimClock m_clock;
    QElapsedTimer m_running;
    QTimer m_timer;
};

} // namespace bellwether::exchange
