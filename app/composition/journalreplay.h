#pragma once

#include "core/domain/money.h"
#include "core/engine/journal.h"
#include "core/storage/journalreader.h"

#include <QString>

#include <optional>
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

/// A state that was kept beside the journal, as it claims to be after one of its entries.
struct KeptState {
    std::uint64_t sequence = 0;
    QByteArray state;            ///< DeskState::snapshot()
};

/// Replays entries through the fold that the engine itself uses. The instruments are those that the entries name.
/// Errors: StoreCorrupt naming the entry that is no record or cannot follow the ones before, or after which the replay gives
/// another state than the one that was kept.
Result<JournalSummary> replayJournal(const std::vector<JournalEntry> &entries, const std::optional<KeptState> &kept = {});

/// A journal that was gone through whole.
struct JournalAudit {
    JournalHead head;
    JournalSummary summary;
    std::uint64_t snapshot = 0;  ///< the entry after which a state is kept, which the replay gives too; 0 for none
};

/// Verifies a journal or backup, replays it, and compares the snapshot beside it. Errors: those of JournalReader and
/// replayJournal().
Result<JournalAudit> auditJournal(const QString &path);

} // namespace bellwether
