#pragma once

#include "ui/panels/panel.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bellwether {

/// The books compared: what the program holds against what the venue says, a row for each difference with what can be
/// done about it. It comes by itself when they differ or cannot be compared, and stays when the trader asked for it.
class ReconcileRibbon final : public Panel {
    Q_OBJECT
public:
    /// Books that are not compared for this long are worth a word; shorter is a start or a reconnect.
    static constexpr std::chrono::seconds patience{3};

    explicit ReconcileRibbon(const PanelContext &context, QWidget *parent = nullptr);

    void applySnapshot(const DeskSnapshot &snapshot) override;
    /// Compares now, and stays in view until it is closed.
    void compare();
    bool isWanted() const { return m_isWanted; }

Q_SIGNALS:
    void wantedChanged(bool isWanted);

private:
    void showHead(const VenueView &venue);
    void showRows(const std::vector<DifferenceRow> &rows);
    QWidget *makeRow(const DifferenceRow &row);
    QString amount(const DifferenceRow &row, bool isOurs) const;
    void ask(const DifferenceRow &row, DifferenceAction action);
    void setWanted(bool isWanted);

    PanelContext m_context;
    QLabel *m_badge;
    QLabel *m_head;
    QPushButton *m_compare;
    QVBoxLayout *m_rows;
    std::vector<std::uint64_t> m_shown; ///< ids of the rows
    Timestamp m_doubtSince;
    RunMode m_mode = RunMode::Paper;
    bool m_isPinned = false;
    bool m_isWanted = false;
};

} // namespace bellwether
