#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace bellwether {

/// What the kill switch did, step by step until each end is proved, and a rehearsal of what it would do now. The last
/// receipt stays after the switch was reset.
class KillReceipt final : public QWidget {
    Q_OBJECT
public:
    explicit KillReceipt(const Format &format, QWidget *parent = nullptr);

    void applySnapshot(const DeskSnapshot &snapshot);
    /// Keeps the desk's own words about a kill that was just asked for.
    void showAnswer(const QString &answer);
    /// Says what the switch would do to the desk as it is; does nothing.
    void rehearse(const DeskSnapshot &snapshot);

Q_SIGNALS:
    void rehearsalWanted();

private:
    QStringList stepsOf(const KillView &kill) const;
    void show(const QString &title, const QStringList &lines, const QString &tone);

    Format m_format;
    QLabel *m_title;
    QLabel *m_text;
    QScrollArea *m_scroll;
    QPushButton *m_copy;
    KillView m_kill;         ///< of the receipt that is shown; not set for none
    QString m_answer;
    Timestamp m_doneAt;
    Timestamp m_resetAt;
    bool m_isRehearsal = false;
};

} // namespace bellwether
