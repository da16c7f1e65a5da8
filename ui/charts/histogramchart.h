#pragma once

#include "ui/theme/theme.h"

#include "ui/charts/qcustomplotheader.h"

namespace bellwether {

/// How often values fall into equal classes, with a line at zero and marks at chosen values.
class HistogramChart final : public QCustomPlot {
    Q_OBJECT
public:
    struct Content {
        double low = 0;      ///< lower edge of the first class
        double width = 0;    ///< of each
        std::vector<int> counts;
        std::vector<std::pair<double, QString>> marks; ///< values with their names
    };

    HistogramChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setTitle(const QString &text) { xAxis->setLabel(text); }
    void setContent(Content content);
    void setEmptyText(const QString &text) { m_emptyText = text; }
    /// `−1.2 to −0.8: 14`; empty beside the bars.
    QString textAt(QPoint at) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *) override {}
    void mouseMoveEvent(QMouseEvent *) override {}

private:
    void style();
    const Theme &m_theme;
    Content m_content;
    QString m_emptyText;
    QCPBars *m_bars;
};

} // namespace bellwether
