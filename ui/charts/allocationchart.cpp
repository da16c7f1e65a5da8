#include "ui/charts/allocationchart.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QLegendMarker>
#include <QPieSeries>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace bellwether {

AllocationChart::AllocationChart(const Theme &theme, Format format, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_format(std::move(format)), m_view(new QChartView(new QChart, this)), m_chart(m_view->chart()),
      m_series(new QPieSeries), m_totalItem(new QGraphicsSimpleTextItem(m_chart))
{
    setObjectName(u"allocationChart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_series->setHoleSize(0.58);
    m_series->setPieSize(0.94);
    m_chart->addSeries(m_series);
    m_chart->setMargins({4, 4, 4, 4});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->legend()->setAlignment(Qt::AlignRight);
    m_chart->legend()->setShowToolTips(true);
    connect(m_chart, &QChart::plotAreaChanged, this, [this] { placeTotal(); });
    connect(m_chart, &QGraphicsWidget::geometryChanged, this, [this] { placeTotal(); });
    connect(&m_theme, &Theme::changed, this, [this] { rebuild(); });
    rebuild();
}

void AllocationChart::setShares(const std::vector<Share> &shares, const QString &total, const QString &empty)
{
    const QString text = shares.empty() ? empty : total;
    if (shares == m_shares && text == m_total)
        return;
    m_shares = shares;
    m_total = text;
    rebuild();
}

void AllocationChart::rebuild()
{
    m_chart->setBackgroundBrush(m_theme.color(ColorRole::Surface));
    m_chart->legend()->setLabelColor(m_theme.color(ColorRole::Text));
    m_chart->legend()->setFont(font());
    std::vector<Share> shown = m_shares;
    if (shown.size() > slices) {
        double rest = 0;
        for (std::size_t i = slices - 1; i < shown.size(); ++i)
            rest += shown[i].value;
        shown.resize(slices - 1);
        shown.push_back({tr("%n more", nullptr, int(m_shares.size() - slices + 1)), rest});
    }
    const double sum = std::accumulate(shown.begin(), shown.end(), 0.0, [](double before, const Share &each) { return before + each.value; });
    m_series->clear();
    QStringList words;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const double percent = sum > 0 ? shown[i].value / sum * 100 : 0;
        const QString label = u"%1  %2"_s.arg(shown[i].name, m_format.percent(percent, 1));
        auto *slice = m_series->append(label, shown[i].value);
        slice->setBrush(m_theme.lineColor(int(i)));
        slice->setPen(QPen(m_theme.color(ColorRole::Surface), 2));
        words.append(label);
    }
    m_chart->legend()->setVisible(!shown.empty());
    m_totalItem->setBrush(m_theme.color(shown.empty() ? ColorRole::TextMuted : ColorRole::Text));
    m_totalItem->setFont(font());
    m_totalItem->setText(m_total);
    setAccessibleDescription(words.isEmpty() ? m_total : words.join(u", "_s));
    placeTotal();
}

void AllocationChart::placeTotal()
{
    const QRectF area = m_series->count() > 0 ? m_chart->plotArea() : QRectF(QPointF(), m_chart->size());
    const QRectF text = m_totalItem->boundingRect();
    m_totalItem->setPos(area.center() - text.center());
}

} // namespace bellwether
