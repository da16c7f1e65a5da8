#pragma once

#include "core/base/timestamp.h"
#include "core/domain/money.h"

#include <QObject>
#include <QString>

#include <vector>

namespace bellwether {

/// A backup of an account's journal as a list shows it.
struct BackupRow {
    enum class Check { Waiting, Whole, Damaged };
    QString path;
    QString account;
    Timestamp madeAt;
    quint64 entries = 0;
    qint64 bytes = 0;
    Check check = Check::Waiting; ///< whether the file was read whole and replayed
    QString trouble;              ///< what is wrong with a damaged one
    // What a whole one holds:
    quint64 orders = 0;
    quint64 fills = 0;
    quint64 holdings = 0;
    Money cash;

    bool operator==(const BackupRow &) const = default;
};

/// The backups of a profile, for the window. Commands return at once; the work is done elsewhere and answered by signals.
class BackupKeeper : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The accounts whose journals it can back up.
    virtual QStringList accounts() const = 0;
    /// Lists all of them, newest first, by listed(), and then reads each one whole, told by checked().
    virtual void list() = 0;
    /// Backs an account up now; then as list().
    virtual void backUp(const QString &account) = 0;

Q_SIGNALS:
    void listed(const std::vector<bellwether::BackupRow> &rows);
    void checked(const bellwether::BackupRow &row);
    /// A sentence of what went wrong with backUp().
    void failed(const QString &text);
};

} // namespace bellwether
