#include "ui/charts/resultbars.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QLegend>
#include <QVBoxLayout>
#include <QValueAxis>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

ResultBars::ResultBars(const Theme &theme, Format format, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_format(std::move(format)), m_view(new QChartView(new QChart, this)), m_chart(m_view->chart()),
      m_emptyLabel(new QLabel(this)), m_gains(new QBarSet(tr("Gain"))), m_losses(new QBarSet(tr("Loss"))), m_names(new QBarCategoryAxis),
      m_values(new QValueAxis)
{
    setObjectName(u"resultBars"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addWidget(m_emptyLabel);
    m_emptyLabel->setProperty("kind", u"empty"_s);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto *series = new QHorizontalStackedBarSeries;
    series->append(m_gains);
    series->append(m_losses);
    series->setBarWidth(0.62);
    m_chart->addSeries(series);
    m_chart->addAxis(m_names, Qt::AlignLeft);
    m_chart->addAxis(m_values, Qt::AlignBottom);
    series->attachAxis(m_names);
    series->attachAxis(m_values);
    m_chart->setMargins({4, 4, 12, 4});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->legend()->hide();
    m_names->setGridLineVisible(false);
    connect(&m_theme, &Theme::changed, this, [this] { rebuild(); });
    rebuild();
}

void ResultBars::setBars(std::vector<Bar> bars, const QString &empty)
{
    std::ranges::stable_sort(bars, [](const Bar &a, const Bar &b) { return std::fabs(a.value) > std::fabs(b.value); });
    bars.resize(std::min(bars.size(), most));
    std::ranges::stable_sort(bars, {}, &Bar::value); // the axis counts from below
    if (bars == m_bars && empty == m_empty)
        return;
    m_bars = std::move(bars);
    m_empty = empty;
    rebuild();
}

void ResultBars::rebuild()
{
    const QColor text = m_theme.color(ColorRole::TextMuted);
    m_chart->setBackgroundBrush(m_theme.color(ColorRole::Surface));
    m_gains->setBrush(m_theme.color(ColorRole::CandleUp));
    m_losses->setBrush(m_theme.color(ColorRole::CandleDown));
    for (QBarSet *set : {m_gains, m_losses}) {
        set->setPen(Qt::NoPen);
        set->remove(0, set->count());
    }
    QStringList names;
    QStringList words;
    double low = 0;
    double high = 0;
    for (const Bar &bar : m_bars) {
        m_gains->append(std::max(0.0, bar.value));
        m_losses->append(std::min(0.0, bar.value));
        names.append(bar.name);
        words.append(u"%1 %2"_s.arg(bar.name, m_format.signedNumber(bar.value, 2)));
        low = std::min(low, bar.value);
        high = std::max(high, bar.value);
    }
    m_names->clear();
    m_names->append(names);
    m_names->setLabelsColor(m_theme.color(ColorRole::Text));
    m_names->setLinePen(QPen(m_theme.color(ColorRole::Border), 1));
    m_values->setLabelsColor(text);
    m_values->setLinePen(Qt::NoPen);
    m_values->setGridLinePen(QPen(m_theme.color(ColorRole::Grid), 1));
    // Some four ticks at 1, 2 or 5 of a power of ten, and the ends on ticks.
    const double span = std::max(high - low, 0.01) * 1.08;
    const double power = std::pow(10, std::floor(std::log10(span / 4)));
    const double step = power * (span / 4 / power > 5 ? 10 : span / 4 / power > 2 ? 5 : span / 4 / power > 1 ? 2 : 1);
    const double from = std::floor(low * 1.04 / step) * step;
    const double to = std::max(std::ceil(high * 1.04 / step) * step, from + step);
    m_values->setRange(from, to);
    m_values->setTickCount(int(std::round((to - from) / step)) + 1);
    m_values->setLabelFormat(step >= 1 ? u"%.0f"_s : u"%.2f"_s);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_names, m_values}) {
        axis->setLabelsFont(font());
        axis->setVisible(!m_bars.empty());
    }
    setAccessibleDescription(words.isEmpty() ? m_empty : words.join(u", "_s));
    m_emptyLabel->setText(m_empty);
    m_emptyLabel->setVisible(m_bars.empty());
    m_view->setVisible(!m_bars.empty());
}

} // namespace bellwether
