#pragma once

#include "core/desk/desksnapshot.h"

#include <QString>

#include <memory>

namespace bellwether {

/// The log of a program on its profile: while it lives, every message of Qt's categories goes, without secrets, into
/// `logs/bellwether-DATE-PROCESS.log` as well as where it went before. Files are cut at 4 MiB; those of earlier runs are
/// compressed, and the oldest go beyond `filesKept`. Writing is done on a thread of its own that drops messages rather than hold
/// anybody up: a full or unwritable disk costs the log and nothing else. One at a time.
class LogFile {
public:
    static constexpr int filesKept = 30;

    explicit LogFile(const QString &profileFolder);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    /// Takes the events of a desk down, under `desk.` and their source, an error with its class and what was done about it.
    static void note(const std::vector<DeskEvent> &events);
    /// Why nothing is written; empty while all is well.
    const QString &trouble() const { return m_trouble; }
    /// The folder of the log files of a profile.
    static QString folderOf(const QString &profileFolder);

private:
    struct Sink;
    std::unique_ptr<Sink> m_sink;
    QString m_trouble;
};

} // namespace bellwether
