#pragma once

#include "core/domain/money.h"
#include "core/engine/journal.h"

#include <QString>

#include <vector>

namespace bellwether {

/// What a journal says when it is replayed from its first entry to its last.
struct JournalSummary {
    std::uint64_t entries = 0;
    Timestamp first;
    Timestamp last;
    int runs = 0;
    std::uint64_t orders = 0;
    std::uint64_t working = 0;   ///< orders that are not final
    std::uint64_t fills = 0;
    std::uint64_t holdings = 0;  ///< books that are not flat
    Money cash;
    QByteArray digest;           ///< of the state, DeskState::digest()
};

/// Replays entries through the fold that the engine itself uses. The instruments are those that the entries name.
/// Errors: StoreCorrupt naming the entry that is no record or cannot follow the ones before.
Result<JournalSummary> replayJournal(const std::vector<JournalEntry> &entries);

} // namespace bellwether
