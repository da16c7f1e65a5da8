#pragma once

#include "core/lab/labreport.h"
#include "ui/models/format.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace bellwether {

/// What a run came to, in one line: the figures that are looked at first, and under them what should make a reader
/// careful. Figures are neutral in colour; each has its definition as tooltip.
class Headline final : public QWidget {
    Q_OBJECT
public:
    explicit Headline(QWidget *parent = nullptr);
    void setReport(const LabReport &report, const Format &format);
    void clear();

private:
    QLabel *addFigure(const QString &name, const QString &caption, QLabel **titleLabel = nullptr);
    void showBadges(const QStringList &badges);

    QHBoxLayout *m_figures;
    QHBoxLayout *m_badgeRow;
    QLabel *m_what;
    std::vector<QLabel *> m_badges;
    QLabel *m_return;
    QLabel *m_benchmark;
    QLabel *m_benchmarkTitle = nullptr;
    QLabel *m_drawdown;
    QLabel *m_sharpe;
    QLabel *m_profitFactor;
    QLabel *m_winRate;
    QLabel *m_trades;
    QLabel *m_costs;
    QLabel *m_equity;
};

/// The definition of a figure with the numbers behind it, for tooltips.
QString metricHelp(std::string_view key, const LabReport &report);
/// What the benchmark of a run is called.
QString benchmarkTitle(const LabReport &report);

} // namespace bellwether
