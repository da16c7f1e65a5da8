#pragma once

#include "ui/models/signaltablemodel.h"
#include "ui/panels/panel.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bellwether {

/// The chosen signal: what approving it would do, its figures and its reasons, and the three decisions.
class SignalCard final : public QWidget {
    Q_OBJECT
public:
    explicit SignalCard(const PanelContext &context, QWidget *parent = nullptr);

    /// Null shows the empty card.
    void show(const SignalRow *row, Timestamp now, bool isBusy, bool canApprove, double confidenceCutoff);
    QPushButton *rejectButton() const { return m_reject; }

Q_SIGNALS:
    void approveWanted();
    void rejectWanted();
    void editWanted();

private:
    QLabel *addFigure(QGridLayout *grid, int row, int column, const QString &caption);
    void showReasons(const std::vector<ReasonText> &reasons);

    Format m_format;
    InstrumentLookup m_instruments;
    QWidget *m_content;
    QLabel *m_empty;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_left;
    QLabel *m_risk;
    QLabel *m_rewardRisk;
    QLabel *m_confidence;
    QLabel *m_drift;
    QLabel *m_stop;
    QLabel *m_target;
    QLabel *m_value;
    QLabel *m_reasons;
    QPushButton *m_approve;
    QPushButton *m_reject;
    QPushButton *m_edit;
};

} // namespace bellwether
