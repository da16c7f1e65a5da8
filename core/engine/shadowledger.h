#pragma once

#include "core/desk/desksnapshot.h"
#include "core/engine/signalqueue.h"
#include "core/market/instrumentcatalogue.h"

#include <deque>
#include <memory>

namespace bellwether {

/// Signals that were rejected or expired, followed on paper: what taking each would have made until its stop or target.
/// A price through a level ends it at that level, as a resting order would fill. It lives as long as the program; prices
/// of the time when it was off are not known. O(open signals of the instrument) per move.
class ShadowLedger {
public:
    static constexpr std::size_t kept = 500;

    explicit ShadowLedger(CataloguePtr catalogue) : m_catalogue(std::move(catalogue)), m_open(m_catalogue->size()) {}

    /// Starts from `price`, that of the moment it was decided; one without stop or target, an exit or a price of zero
    /// is not followed.
    void follow(const QueuedSignal &queued, Price price);
    void onPrice(InstrumentIndex instrument, Price price, Timestamp now);
    /// Newest first; shared with the last call while nothing changed.
    std::shared_ptr<const std::vector<ShadowRow>> rows() const;

private:
    CataloguePtr m_catalogue;
    std::deque<ShadowRow> m_rows;                     ///< oldest first
    std::uint64_t m_first = 0;                        ///< number of the oldest row kept
    std::vector<std::vector<std::uint64_t>> m_open;   ///< numbers of the open rows of each instrument
    mutable std::shared_ptr<const std::vector<ShadowRow>> m_shared;
};

} // namespace bellwether
