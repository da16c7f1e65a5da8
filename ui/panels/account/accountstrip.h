#pragma once

#include "ui/panels/panel.h"
#include "ui/widgets/lossgauge.h"

class QHBoxLayout;
class QLabel;

namespace bellwether {

/// The account in one line, always on top: equity, cash, profit and loss of the day, exposure, positions, and the
/// day-loss gauge. The window puts its switches at the right end.
class AccountStrip final : public Panel {
    Q_OBJECT
public:
    explicit AccountStrip(const PanelContext &context, QWidget *parent = nullptr);
    void applySnapshot(const DeskSnapshot &snapshot) override;
    /// Adds a widget at the right end.
    void addSwitch(QWidget *widget);
    QSize minimumSizeHint() const override;

private:
    QLabel *addFigure(const QString &caption, const QString &help, int digits, QLabel **title = nullptr);
    static void show(QLabel *label, const QString &text, Tone tone = Tone::Flat);

    void nameProfits();
    Format m_format;
    CostSwitch *m_costs;
    QHBoxLayout *m_layout;
    QLabel *m_mode;
    QLabel *m_account;
    QLabel *m_alarm;
    QLabel *m_equity;
    QLabel *m_cash;
    QLabel *m_dayPnl;
    QLabel *m_unrealized;
    QLabel *m_dayCaption;
    QLabel *m_unrealizedCaption;
    QLabel *m_exposure;
    QLabel *m_positions;
    LossGauge *m_gauge;
};

} // namespace bellwether
