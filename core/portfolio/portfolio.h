#pragma once

#include "core/portfolio/position.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace bellwether {

/// Owner and instrument of a position book. Strategies never share a book, so one never closes another's lots.
struct BookKey {
    StrategyId strategy;
    InstrumentId instrument;
    auto operator<=>(const BookKey &) const = default;
};

/// Folds the fills of one account into cash, positions and profit. Exact: cash + Σ position value = equity, and
/// realised + unrealised − costs = equity − starting cash, always.
class Portfolio {
public:
    explicit Portfolio(Money startingCash);

    /// Whether a venue trade was applied already; a fill without a trade id never was.
    bool hasApplied(const QString &venueTradeId) const { return m_seenTrades.contains(venueTradeId.toStdString()); }
    /// Applies a fill once: a venue trade id seen before changes nothing and gives no outcome.
    std::optional<Position::Outcome> apply(const Fill &fill, const Instrument &instrument);
    /// The last price of an instrument, at which holdings are valued.
    void mark(const Instrument &instrument, Price price);

    Money startingCash() const { return m_startingCash; }
    Money cash() const { return m_cash; }
    Money equity() const { return m_cash + netExposure(); }
    Money realizedPnl() const { return m_realizedPnl; }
    Money unrealizedPnl() const;
    Money commission() const { return m_commission; }
    /// Σ |position value| and Σ position value at the last marks.
    Money grossExposure() const;
    Money netExposure() const { return m_netExposure; }
    Money grossExposureOf(const InstrumentId &instrument) const;

    /// Every book ever opened; flat ones keep their realised profit.
    const std::map<BookKey, Position> &books() const { return m_books; }
    const Position *find(const BookKey &key) const;
    int openPositionCount() const;
    /// Books of the instrument that hold something.
    int openPositionCount(const InstrumentId &instrument) const;
    /// The price an instrument is valued at; zero before the first mark or fill.
    Price markOf(const InstrumentId &instrument) const;

private:
    struct Mark {
        Instrument instrument;
        Price price;
        std::vector<BookKey> books;  ///< of this instrument
        Money value;                 ///< Σ of their signed values
    };
    Mark &markAt(const Instrument &instrument, Price firstPrice);
    void revalue(Mark &mark);
    Money valueOf(const BookKey &key, const Position &position) const;

    Money m_startingCash;
    Money m_cash;
    Money m_realizedPnl;
    Money m_commission;
    Money m_netExposure; ///< kept up to date, since every price asks for the equity
    std::map<BookKey, Position> m_books;
    std::unordered_map<InstrumentId, Mark> m_marks;
    std::unordered_set<std::string> m_seenTrades;
};

} // namespace bellwether
