#include "ui/charts/chartpanes.h"

#include "ui/charts/lineplottable.h"
#include "ui/charts/pixelcolumns.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int axisWidth = 62;
constexpr int leastHeight = 28;   ///< of a pane, in pixels
constexpr double dividerReach = 3;

/// Volumes are shown as 1.2K, 3.4M.
class VolumeTicker final : public QCPAxisTicker {
public:
    explicit VolumeTicker(const Format *format) : m_format(format) { setTickCount(2); }

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        if (tick <= 0)
            return {};
        return tick >= 1'000 ? m_format->volume(tick) : QLocale::c().toString(tick, 'g', 4);
    }

private:
    const Format *m_format;
};

bool setRange(QCPAxis *axis, double lower, double upper)
{
    if (axis->range().lower == lower && axis->range().upper == upper)
        return false;
    axis->setRange(lower, upper);
    return true;
}

} // namespace

ChartPanes::ChartPanes(QCustomPlot &plot, const Theme &theme, const Format &format, QSharedPointer<TimeTicker> timeTicker)
    : m_plot(plot), m_theme(theme), m_format(format), m_timeTicker(std::move(timeTicker)), m_margins(new QCPMarginGroup(&plot))
{
    plot.plotLayout()->clear();
    plot.plotLayout()->setRowSpacing(0);
    plot.plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    addPane({});
    addPane({});
    volume().valueAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new VolumeTicker(&m_format)));
    applyHeights();
}

void ChartPanes::addPane(const QString &indicator)
{
    auto *rect = new QCPAxisRect(&m_plot, false);
    m_plot.plotLayout()->addElement(m_plot.plotLayout()->rowCount(), 0, rect);
    rect->addAxes(QCPAxis::atRight | QCPAxis::atBottom);
    rect->setMarginGroup(QCP::msRight, m_margins);
    rect->setMinimumMargins(QMargins(0, 0, axisWidth, 0));
    rect->setAutoMargins(QCP::msRight | QCP::msBottom);
    rect->setMinimumSize(QSize(0, leastHeight));
    rect->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
    m_panes.push_back({rect, indicator});
}

QString ChartPanes::nameOf(std::size_t pane) const
{
    return pane == 0 ? u"prices"_s : pane == 1 ? u"volume"_s : m_panes[pane].indicator;
}

void ChartPanes::applyHeights()
{
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const double usual = i == 0 ? 1.0 : i == 1 ? 0.2 : 0.28;
        m_plot.plotLayout()->setRowStretchFactor(int(i), m_heights.value(nameOf(i), usual));
    }
}

void ChartPanes::resetHeights()
{
    m_heights.clear();
    applyHeights();
}

void ChartPanes::rebuild(const IndicatorSet &indicators, const std::set<QString> &hidden)
{
    for (const Line &line : m_lines)
        m_plot.removePlottable(line.plottable);
    m_lines.clear();
    while (m_panes.size() > 2) {
        m_plot.plotLayout()->remove(m_panes.back().rect);
        m_panes.pop_back();
    }
    m_plot.plotLayout()->simplify();

    int color = 0;
    for (const auto &entry : indicators.entries()) {
        std::size_t pane = 0;
        if (entry->spec.info->pane == IndicatorPane::Volume) {
            pane = 1;
        } else if (entry->spec.info->pane == IndicatorPane::Own) {
            addPane(entry->title);
            pane = m_panes.size() - 1;
            auto ticker = QSharedPointer<PriceTicker>(new PriceTicker(&m_format));
            ticker->setTickCount(2);
            ticker->setTickStepStrategy(QCPAxisTicker::tssMeetTickCount);
            m_panes.back().valueAxis()->setTicker(ticker);
        }
        for (std::size_t l = 0; l < entry->state.lines.size(); ++l) {
            const QString &name = entry->state.lines[l].name;
            if (name.startsWith(u"supertrend_dir"_s))
                continue; // a direction has no place on a price axis
            const bool isHistogram = name.startsWith(u"macd_hist"_s);
            Line line{.entry = entry.get(), .line = l, .pane = pane};
            line.plottable = new LinePlottable(m_panes[pane].keyAxis(), m_panes[pane].valueAxis(),
                                               &entry->state.lines[l].values,
                                               isHistogram ? LinePlottable::Style::Histogram : LinePlottable::Style::Line);
            line.color = isHistogram ? m_theme.color(ColorRole::TextMuted) : m_theme.lineColor(color++);
            if (isHistogram)
                line.plottable->setColors(m_theme.color(ColorRole::VolumeUp), m_theme.color(ColorRole::VolumeDown));
            else
                line.plottable->setColors(line.color, line.color);
            line.plottable->setVisible(!hidden.contains(entry->title));
            m_lines.push_back(line);
        }
    }
    applyHeights();
    style();
}

void ChartPanes::style()
{
    const QPen border(m_theme.color(ColorRole::Border), 1);
    QFont small = m_plot.font();
    small.setPointSizeF(8);
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const bool isLast = i + 1 == m_panes.size();
        QCPAxisRect *rect = m_panes[i].rect;
        for (QCPAxis *axis : {m_panes[i].valueAxis(), m_panes[i].keyAxis()}) {
            axis->setBasePen(border);
            axis->setTickPen(Qt::NoPen);
            axis->setSubTicks(false);
            axis->setTickLength(0, 3);
            axis->setTickLabelColor(m_theme.color(ColorRole::TextMuted));
            axis->setTickLabelFont(small);
            axis->grid()->setPen(QPen(m_theme.color(ColorRole::Grid), 1));
            axis->grid()->setZeroLinePen(QPen(m_theme.color(ColorRole::Grid), 1));
            axis->grid()->setVisible(true);
            axis->grid()->setAntialiased(false);
            axis->setAntialiased(false);
        }
        m_panes[i].keyAxis()->setTickLabels(isLast);
        // QCustomPlot draws the grid of its default axes only where one is set on the rect.
        rect->setBackground(QBrush(m_theme.color(ColorRole::Surface)));
        rect->setMinimumMargins(QMargins(0, i == 0 ? 2 : 0, axisWidth, isLast ? 18 : 0));
    }
}

void ChartPanes::setView(double lower, double upper)
{
    for (const Pane &pane : m_panes)
        pane.keyAxis()->setRange(lower, upper);
}

bool ChartPanes::fit(const BarSeries &bars)
{
    const QCPRange view = prices().keyAxis()->range();
    const auto [first, last] = entriesIn(view, bars.size());
    if (first >= last)
        return false;
    const BarFold fold = bars.fold(first, last);
    // In steps of an eighth, so that a growing last bar does not rescale the pane with every tick.
    const double step = std::exp2(std::floor(std::log2(std::max(fold.volumeMax, 1e-9)))) / 8;
    bool isChanged = setRange(volume().valueAxis(), 0, std::ceil(std::max(fold.volumeMax, 1e-9) * 1.1 / step) * step);
    for (std::size_t i = 2; i < m_panes.size(); ++i) {
        ValueFold values;
        for (const Line &line : m_lines) {
            if (line.pane != i || !line.plottable->visible())
                continue;
            const ValueSeries &series = line.entry->state.lines[line.line].values;
            const auto [from, to] = entriesIn(view, series.size());
            values.extend(series.fold(from, to));
        }
        if (values.isEmpty())
            continue;
        const double room = std::max((values.high - values.low) * 0.1, 1e-9);
        isChanged |= setRange(m_panes[i].valueAxis(), values.low - room, values.high + room);
    }
    return isChanged;
}

ValueFold ChartPanes::overlayExtremes() const
{
    ValueFold values;
    for (const Line &line : m_lines) {
        if (line.pane != 0 || !line.plottable->visible())
            continue;
        const ValueSeries &series = line.entry->state.lines[line.line].values;
        const auto [from, to] = entriesIn(prices().keyAxis()->range(), series.size());
        values.extend(series.fold(from, to));
    }
    return values;
}

std::optional<std::size_t> ChartPanes::dividerAt(double y) const
{
    for (std::size_t i = 0; i + 1 < m_panes.size(); ++i) {
        // From the line under the pane to where the next one begins.
        if (y >= m_panes[i].rect->bottom() - dividerReach && y <= m_panes[i].rect->outerRect().bottom() + dividerReach)
            return i;
    }
    return {};
}

void ChartPanes::moveDivider(std::size_t i, double y)
{
    const QRect above = m_panes[i].rect->outerRect();
    const QRect below = m_panes[i + 1].rect->outerRect();
    const int highest = above.top() + leastHeight;
    const int lowest = below.bottom() - leastHeight - (i + 2 == m_panes.size() ? 18 : 0);
    if (lowest < highest)
        return;
    const int divider = std::clamp(int(y), highest, lowest);
    std::vector<double> heights;
    for (const Pane &pane : m_panes)
        heights.push_back(pane.rect->outerRect().height());
    heights[i] = divider - above.top();
    heights[i + 1] = below.bottom() - divider;
    for (std::size_t each = 0; each < m_panes.size(); ++each)
        m_heights[nameOf(each)] = heights[each] / heights.front();
    applyHeights();
}

} // namespace bellwether
