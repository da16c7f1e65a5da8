#pragma once

#include "core/portfolio/position.h"

#include <QSet>

#include <span>
#include <unordered_map>
#include <vector>

namespace bellwether {

/// Owner and instrument of a position book. Strategies never share a book, so one never closes another's lots.
struct BookKey {
    StrategyId strategy;
    InstrumentId instrument;
    auto operator<=>(const BookKey &) const = default;
};

} // namespace bellwether

template <> struct std::hash<bellwether::BookKey> {
    std::size_t operator()(const bellwether::BookKey &key) const { return key.strategy.hash() * 31 + key.instrument.hash(); }
};

namespace bellwether {

/// Folds the fills of one account into cash, positions and profit. Exact: cash + Σ position value = equity, and
/// realised + unrealised − costs = equity − starting cash − net deposits, always.
///
/// A book is named by its key once; from then on its BookId finds it without comparing texts.
class Portfolio {
public:
    struct Book {
        BookKey key;
        Position position;
    };

    explicit Portfolio(Money startingCash);

    /// Whether a venue trade was applied already; a fill without a trade id never was.
    bool hasApplied(const QString &venueTradeId) const { return m_seenTrades.contains(venueTradeId); }
    /// Applies a fill once: a venue trade id seen before changes nothing and gives no outcome.
    std::optional<Position::Outcome> apply(const Fill &fill, const Instrument &instrument);
    /// The same for a fill whose book openBook() gave.
    std::optional<Position::Outcome> apply(const Fill &fill, BookId book);
    /// A holding came or went without a fill, at a price: with `movesCash` paid for as a fill would be, else a deposit.
    Position::Outcome adjust(BookId book, Quantity change, Price price, bool movesCash, Timestamp time);
    /// Money came or went.
    void deposit(const Money &change);
    /// The last price of an instrument, at which holdings are valued.
    void mark(const Instrument &instrument, Price price);

    Money startingCash() const { return m_startingCash; }
    Money cash() const { return m_cash; }
    /// What came in after the start, less what went out, holdings at the price they came with.
    Money netDeposits() const { return m_netDeposits; }
    Money equity() const { return m_cash + netExposure(); }
    Money realizedPnl() const { return m_realizedPnl; }
    Money unrealizedPnl() const;
    Money commission() const { return m_commission; }
    /// Σ |position value| and Σ position value at the last marks.
    Money grossExposure() const { return m_grossExposure; }
    Money netExposure() const { return m_netExposure; }

    /// The number of a book, given on its first use.
    BookId openBook(const BookKey &key, const Instrument &instrument);
    /// Invalid where the book was never used.
    BookId idOf(const BookKey &key) const;
    /// Every book ever used, in the order of first use; flat ones keep their realised profit.
    const std::vector<Book> &books() const { return m_books; }
    const Book &book(BookId id) const { return m_books.at(id.value - 1); }
    const Position &position(BookId id) const { return book(id).position; }
    const Position *find(const BookKey &key) const;
    /// Books that hold something, ascending.
    std::span<const BookId> held() const { return m_held; }
    int openPositionCount() const { return int(m_held.size()); }
    /// Signed value of a book at the last mark.
    Money valueOf(BookId id) const;
    /// The price an instrument is valued at; zero before the first mark or fill.
    Price markOf(const InstrumentId &instrument) const;

private:
    friend struct StateFields; // a snapshot keeps what the fills made
    struct Mark {
        Instrument instrument;
        Price price;
        std::vector<BookId> books;   ///< of this instrument
        Money net;                   ///< Σ of their signed values
        Money gross;                 ///< Σ of their magnitudes
    };
    /// Folds a fill into its book and what is held; no cash.
    Position::Outcome fold(const Fill &fill, BookId book);
    std::size_t markAt(const Instrument &instrument);
    void revalue(Mark &mark);

    Money m_startingCash;
    Money m_cash;
    Money m_realizedPnl;
    Money m_commission;
    Money m_netDeposits;
    Money m_netExposure;   ///< both kept up to date, since every price and every order asks for them
    Money m_grossExposure;
    std::vector<Book> m_books;
    std::vector<std::size_t> m_markOfBook; ///< by book
    std::vector<BookId> m_held;
    std::unordered_map<BookKey, BookId> m_ids;
    std::vector<Mark> m_marks;
    std::unordered_map<InstrumentId, std::size_t> m_markIndex;
    QSet<QString> m_seenTrades;
};

} // namespace bellwether
