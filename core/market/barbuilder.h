#pragma once

#include "core/domain/bar.h"
#include "core/domain/quote.h"
#include "core/market/exchangecalendar.h"

#include <deque>

namespace bellwether {

/// A minute made from prints, with what the prints tell beyond the bar. `isRevision`: the minute had been delivered
/// and a late print changed it; this one replaces it.
struct BuiltBar {
    Bar bar;
    std::uint32_t tradeCount = 0;
    double takerBuyVolume = 0; ///< quantity of prints whose taker bought
    double turnover = 0;       ///< Σ price × quantity
    bool isRevision = false;
};

/// Builds one-minute bars from the prints of one instrument. Sums are exact (128-bit integers), so any order of the
/// same prints within the minutes kept open gives the same bars: open and close go by trade id (by time where a venue
/// gives none), a repeated id counts once. A minute closes when a print of a later minute or advanceTo() passes its
/// end. Late prints for one of the last `lateMinutes` closed minutes give a revision; older ones are counted and
/// dropped, and so are prints outside the sessions and prints with a price or quantity that is not above zero.
/// A minute without prints gives no bar.
class BarBuilder {
public:
    /// `calendar` outlives the builder.
    explicit BarBuilder(const ExchangeCalendar &calendar, int lateMinutes = 2)
        : m_calendar(&calendar), m_lateMinutes(lateMinutes)
    {
    }

    /// Takes one print; returns the bars this closed or revised, oldest first (nearly always none).
    std::vector<BuiltBar> push(const TapeTrade &trade);
    /// The clock reached `now`: closes the minutes that ended at or before it.
    std::vector<BuiltBar> advanceTo(Timestamp now);
    /// The minute that is growing, stamped with its end.
    std::optional<BuiltBar> forming() const;

    std::uint64_t droppedInvalid() const { return m_droppedInvalid; }
    std::uint64_t droppedClosed() const { return m_droppedClosed; } ///< outside every session
    std::uint64_t droppedLate() const { return m_droppedLate; }     ///< older than the minutes kept
    std::uint64_t duplicates() const { return m_duplicates; }

private:
    struct Minute {
        std::int64_t index; ///< whole minutes since 1970
        TapeTrade first;
        TapeTrade last;
        Price high;
        Price low;
        Int128 volume = 0;   ///< units of 1e-8
        Int128 takerBuy = 0; ///< units of 1e-8
        Int128 turnover = 0; ///< units of 1e-16
        std::uint32_t count = 0;
        std::vector<std::uint64_t> ids; ///< sorted, of the prints counted
        bool isDelivered = false;
    };
    static BuiltBar built(const Minute &minute);
    Minute &minuteAt(std::int64_t index);
    void closeUpTo(std::int64_t index, std::vector<BuiltBar> &bars);

    const ExchangeCalendar *m_calendar;
    int m_lateMinutes;
    std::deque<Minute> m_minutes; ///< by index; the delivered ones that may still be revised, then the open ones
    std::int64_t m_openIndex = 0; ///< minutes below this one are closed
    std::uint64_t m_droppedInvalid = 0;
    std::uint64_t m_droppedClosed = 0;
    std::uint64_t m_droppedLate = 0;
    std::uint64_t m_duplicates = 0;
};

} // namespace bellwether
