#pragma once

#include "ui/models/format.h"

#include <QWidget>

class QChart;
class QChartView;
class QGraphicsSimpleTextItem;
class QPieSeries;

namespace bellwether {

/// How the exposure is shared out, as a ring with the total in its middle.
class AllocationChart final : public QWidget {
    Q_OBJECT
public:
    struct Share {
        QString name;
        double value = 0; ///< ≥ 0
        bool operator==(const Share &) const = default;
    };
    /// The largest shares have a slice each; the rest are one.
    static constexpr std::size_t slices = 6;

    AllocationChart(const Theme &theme, Format format, QWidget *parent = nullptr);

    /// Largest first. `total` is written into the ring; empty shares show `empty` instead.
    void setShares(const std::vector<Share> &shares, const QString &total, const QString &empty);

private:
    void rebuild();
    void placeTotal();

    const Theme &m_theme;
    Format m_format;
    QChartView *m_view;
    QChart *m_chart;
    QPieSeries *m_series;
    QGraphicsSimpleTextItem *m_totalItem;
    std::vector<Share> m_shares;
    QString m_total;
};

} // namespace bellwether
