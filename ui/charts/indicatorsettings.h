#pragma once

#include "core/indicators/indicatorcatalogue.h"

#include <QFrame>

class QDoubleSpinBox;
class QLabel;

namespace bellwether {

class PriceChart;

/// The numbers of one indicator on a chart, changed while they are typed. Closes with Esc or a click beside it, and
/// deletes itself.
class IndicatorSettings final : public QFrame {
    Q_OBJECT
public:
    /// `title` as the chart names it; nothing is shown where the chart has no such indicator.
    IndicatorSettings(PriceChart &chart, const QString &title);

    void popup(QPoint globalPos);

private:
    void apply();

    PriceChart &m_chart;
    QString m_title;
    QLabel *m_heading;
    QLabel *m_problem;
    IndicatorSpec m_spec;
    std::vector<QDoubleSpinBox *> m_fields;
};

} // namespace bellwether
