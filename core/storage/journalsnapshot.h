#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/storage/journalreader.h"

#include <QByteArray>

namespace bellwether {

/// The state that a journal determines up to one of its entries, kept in a file beside it so that a start need not replay
/// what came before. It only saves time: what does not fit its journal, or is damaged, is not used, and a journal goes
/// without one. Storage does not look into `state`; `format` names who can.
struct JournalSnapshot {
    JournalHead head;         ///< the last entry that is in it, with the chain's hash there
    Timestamp time;           ///< of that entry
    QByteArray format;
    QByteArray state;

    static QString pathOf(const QString &journal);
    /// None where there is none in that format, or where it is not what was written.
    static std::optional<JournalSnapshot> read(const QString &journal, const QByteArray &format);
    /// Replaces the file whole, readable by its owner alone. Error: FileUnwritable.
    Result<void> write(const QString &journal) const;
    static void remove(const QString &journal);
};

} // namespace bellwether
