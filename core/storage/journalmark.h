#pragma once

#include "core/base/result.h"

#include <QString>

namespace bellwether {

/// The small file beside a journal that shows what the journal cannot show by itself: that the account has begun, how
/// far its journal was durable at least, and on which machine and in which folder.
class JournalMark {
public:
    struct Content {
        std::uint64_t sequence = 0;  ///< entries up to here were durable
        QString home;                ///< empty in the mark of an older program
    };

    static QString pathOf(const QString &journal);
    /// None where the account has not begun.
    static std::optional<Content> read(const QString &journal);
    /// Error: FileUnwritable.
    static Result<void> write(const QString &journal, const Content &content);
    static void remove(const QString &journal);
    /// This machine and the journal's folder, in one line.
    static QString homeOf(const QString &journal);

    JournalMark() = default;
    Q_DISABLE_COPY_MOVE(JournalMark)
    ~JournalMark();
    /// Keeps the mark open for note(). Error: FileUnwritable.
    Result<void> open(const QString &journal);
    /// Notes that entries up to `sequence` are durable. Costs one small write without a sync: the mark may lag behind
    /// the journal, and never runs ahead of it.
    void note(std::uint64_t sequence);

private:
    int m_file = -1;
};

} // namespace bellwether
