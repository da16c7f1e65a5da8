#pragma once

#include "core/research/trial.h"

#include <cstdio>

namespace bellwether {

/// Finished runs of a search in a text file, a line each as soon as it is there: what a search that was killed goes on
/// from. A last line that was cut off is dropped.
class TrialStore {
public:
    /// Opens the file, or creates it. `search` names, in one line, everything that the figures of a run depend on. Errors: Conflict where the file holds another search; StoreLocked where another process has it open;
    /// FileUnreadable, FileUnwritable, BadData; each with the path.
    static Result<std::unique_ptr<TrialStore>> open(const QString &path, const QString &search, std::size_t rangeCount);
    /// The trials of text(), without a file.
    static std::unique_ptr<TrialStore> inMemory(const QByteArray &text, std::size_t rangeCount);
    ~TrialStore();
    TrialStore(const TrialStore &) = delete;

    /// Fills in a trial that is there; everything but objective and acceptance.
    bool recall(Trial &trial) const;
    /// Adds a trial that is done and not there yet.
    void keep(const Trial &trial);
    void flush();
    std::size_t size() const { return m_lines.size(); }
    /// All trials as lines, to be handed to other processes.
    QByteArray text() const;
    /// Removes the file: the search is over.
    void remove();

    /// A trial as a line: positions, equity, trades and figures, exact.
    static QByteArray lineOf(const Trial &trial);
    /// None where the line is not one.
    static std::optional<Trial> trialOf(const QByteArray &line, std::size_t rangeCount);

private:
    TrialStore() = default;
    QString m_path;
    std::FILE *m_file = nullptr;
    std::map<SearchPoint, Trial> m_lines;
};

} // namespace bellwether
