#pragma once

#include "ui/models/format.h"

#include <QWidget>

class QBarCategoryAxis;
class QBarSet;
class QChart;
class QChartView;
class QLabel;
class QValueAxis;

namespace bellwether {

/// Profit and loss by name, as bars from zero: gains to the right, losses to the left.
class ResultBars final : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        QString name;
        double value = 0;
        bool operator==(const Bar &) const = default;
    };
    /// Only the largest results, by size, have a bar.
    static constexpr std::size_t most = 12;

    ResultBars(const Theme &theme, Format format, QWidget *parent = nullptr);

    /// In any order; the best is on top. Without bars `empty` is shown.
    void setBars(std::vector<Bar> bars, const QString &empty);
    const std::vector<Bar> &bars() const { return m_bars; }

private:
    void rebuild();

    const Theme &m_theme;
    Format m_format;
    QChartView *m_view;
    QChart *m_chart;
    QLabel *m_emptyLabel;
    QBarSet *m_gains;
    QBarSet *m_losses;
    QBarCategoryAxis *m_names;
    QValueAxis *m_values;
    std::vector<Bar> m_bars;
    QString m_empty;
};

} // namespace bellwether
