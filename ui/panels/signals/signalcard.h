#pragma once

#include "ui/models/signaltablemodel.h"
#include "ui/panels/panel.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bellwether {

class RingButton;
class TradeSketch;

/// The chosen signal: what approving it would do, drawn and in figures, what the risk gate would say, what came of the
/// strategy's last signals, its reasons, and the three decisions. A ring on the first shows the time left.
class SignalCard final : public QWidget {
    Q_OBJECT
public:
    explicit SignalCard(const PanelContext &context, QWidget *parent = nullptr);

    /// Null shows the empty card.
    void show(const SignalRow *row, Timestamp now, bool isBusy, bool canApprove, double confidenceCutoff);
    /// What the gate would say; null while it is asked.
    void showPreview(const OrderPreview *preview);
    /// The last prices of the instrument, and a sentence about the strategy's last signals.
    void showPast(const SignalRow &row, std::vector<double> prices, const QString &record);
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
    TradeSketch *m_sketch;
    QLabel *m_verdict;
    QLabel *m_record;
    RingButton *m_approve;
    QPushButton *m_reject;
    QPushButton *m_edit;
};

} // namespace bellwether
