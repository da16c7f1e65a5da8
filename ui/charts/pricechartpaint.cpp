#include "ui/charts/pricechart.h"

#include <cmath>

using namespace Qt::StringLiterals;

// What is painted over the finished plot: levels, markers, tags, legends, crosshair.
namespace bellwether {

QRect PriceChart::axisStrip(const QRect &plot) const
{
    return QRect(plot.right() + 1, plot.top(), width() - plot.right() - 1, plot.height());
}

void PriceChart::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(8);
    painter.setFont(small);
    if (m_bars.isEmpty()) {
        paintEmpty(painter);
    } else {
        paintMarkedBar(painter);
        m_candles->drawForming(painter);
        m_volume->drawForming(painter);
        paintMarkers(painter);
        paintLastPrice(painter);
        paintLayers(painter);
        paintLegends(painter);
        paintCrosshair(painter);
    }
    if (hasFocus() && !m_isPosing) {
        painter.setPen(QPen(m_theme.color(ColorRole::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PriceChart::paintEmpty(QPainter &painter)
{
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(plotRect(), Qt::AlignCenter,
                     m_symbol.isEmpty() ? tr("Choose an instrument in the watchlist.")
                                        : tr("Waiting for bars of %1.").arg(m_symbol));
}

void PriceChart::paintMarkedBar(QPainter &painter)
{
    if (!m_markedBar.isValid() || m_isPosing)
        return;
    const double index = double(m_bars.indexAt(m_markedBar));
    if (index < m_lower || index > m_upper)
        return;
    QColor color = m_theme.color(ColorRole::Accent);
    color.setAlpha(46);
    const double width = std::max(3.0, pixelsPerBar());
    painter.fillRect(QRectF(xOfBar(index) - width / 2, plotRect().top(), width, m_panes.lowest().rect->bottom() - plotRect().top()), color);
}

void PriceChart::paintLayers(QPainter &painter)
{
    const ChartSpace here = space();
    painter.save();
    painter.setClipRect(here.plot().united(here.priceStrip()), Qt::IntersectClip);
    for (ChartLayer *each : m_layers)
        each->paint(painter, here);
    painter.restore();
}

QPointF PriceChart::markerPoint(const ChartMarker &marker) const
{
    const std::size_t index = m_bars.indexAt(marker.time);
    const double x = xOfBar(double(index));
    if (marker.kind == ChartMarker::Kind::SignalBuy || marker.kind == ChartMarker::Kind::SignalSell)
        return {x, priceAxis()->coordToPixel(marker.price.toDouble())};
    const BarPoint bar = m_bars.at(index);
    const bool isBelow = marker.kind == ChartMarker::Kind::Buy || marker.kind == ChartMarker::Kind::Cover;
    const double edge = priceAxis()->coordToPixel(isBelow ? bar.low : bar.high);
    return {x, isBelow ? edge + 11 : edge - 11};
}

void PriceChart::paintMarkers(QPainter &painter)
{
    const QRect plot = plotRect();
    painter.save();
    painter.setClipRect(plot);
    for (const ChartMarker &marker : m_markers) {
        const double index = double(m_bars.indexAt(marker.time));
        if (index < m_lower || index > m_upper)
            continue;
        const double y = priceAxis()->coordToPixel(marker.price.toDouble());
        if (marker.isClosing && marker.entryTime.isValid()) {
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setPen(QPen(m_theme.color(marker.pnl >= 0 ? ColorRole::Gain : ColorRole::Loss), 1.2, Qt::DotLine));
            painter.drawLine(QPointF(xOfBar(double(m_bars.indexAt(marker.entryTime))),
                                     priceAxis()->coordToPixel(marker.entryPrice.toDouble())),
                             QPointF(xOfBar(index), y));
        }
        const QPointF at = markerPoint(marker);
        if (marker.kind != ChartMarker::Kind::SignalBuy && marker.kind != ChartMarker::Kind::SignalSell) {
            // A short bar across the candle shows the exact price.
            painter.setPen(QPen(m_theme.color(ColorRole::Text), 1));
            painter.drawLine(QPointF(at.x() - 5, y), QPointF(at.x() + 5, y));
        }
        overlay::drawMarker(painter, m_theme, marker, at);
    }
    painter.restore();
}

const ChartMarker *PriceChart::markerAt(QPointF at) const
{
    if (m_bars.isEmpty())
        return nullptr;
    for (const ChartMarker &marker : m_markers) {
        if ((markerPoint(marker) - at).manhattanLength() < 10)
            return &marker;
    }
    return nullptr;
}

void PriceChart::paintLastPrice(QPainter &painter)
{
    const QRect plot = plotRect();
    const BarPoint last = m_bars.at(m_bars.size() - 1);
    const bool isUp = last.close >= last.open;
    const double y = std::clamp(priceAxis()->coordToPixel(last.close), double(plot.top()), double(plot.bottom()));
    painter.setPen(QPen(m_theme.color(isUp ? ColorRole::CandleUp : ColorRole::CandleDown), 1, Qt::DashLine));
    painter.drawLine(plot.left(), int(y), plot.right(), int(y));
    QStringList lines{m_priceTicker->text(last.close)};
    if (m_bars.size() > m_bars.closedCount() && m_now.isValid())
        lines.append(Format::countdown(last.closeTime - m_now));
    overlay::drawPriceTag(painter, axisStrip(plot), y, lines,
                          m_theme.color(isUp ? ColorRole::GainFill : ColorRole::LossFill),
                          m_theme.color(ColorRole::FillText));
}

std::optional<std::size_t> PriceChart::legendBar() const
{
    if (m_bars.isEmpty())
        return {};
    if (m_cursor && zoneAt(*m_cursor) == Zone::Plot) {
        const double bar = std::round(barAtX(m_cursor->x()));
        return std::size_t(std::clamp(bar, 0.0, double(m_bars.size()) - 1));
    }
    return m_bars.size() - 1;
}

void PriceChart::paintCrosshair(QPainter &painter)
{
    if (m_guestCursor.isValid() && !m_cursor && !m_isPosing) {
        const double x = xOfBar(std::round(m_time.indexAt(m_guestCursor)));
        if (x >= plotRect().left() && x <= plotRect().right()) {
            painter.setPen(QPen(m_theme.color(ColorRole::Crosshair), 1, Qt::DotLine));
            painter.drawLine(QPointF(x, plotRect().top()), QPointF(x, m_panes.lowest().rect->bottom()));
        }
    }
    if (!m_cursor || m_isPosing || zoneAt(*m_cursor) != Zone::Plot || (m_drag && m_drag->isMoving))
        return;
    const std::size_t index = *legendBar();
    const double bar = std::round(barAtX(m_cursor->x()));
    const double x = xOfBar(bar);
    painter.setPen(QPen(m_theme.color(ColorRole::Crosshair), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plotRect().top()), QPointF(x, m_panes.lowest().rect->bottom()));
    const QColor tag = m_theme.color(ColorRole::Tag);
    const QColor text = m_theme.color(ColorRole::TagText);
    for (const ChartPanes::Pane &pane : m_panes.all()) {
        const QRect rect = pane.rect->rect();
        if (m_cursor->y() < rect.top() || m_cursor->y() > rect.bottom())
            continue;
        QCPAxis *axis = pane.valueAxis();
        double value = axis->pixelToCoord(m_cursor->y());
        if (m_hasMagnet && &pane == &m_panes.prices()) {
            const BarPoint point = m_bars.at(index);
            const std::array values{point.open, point.high, point.low, point.close};
            value = *std::min_element(values.begin(), values.end(), [value](double a, double b) {
                return std::fabs(a - value) < std::fabs(b - value);
            });
        }
        const double y = axis->coordToPixel(value);
        painter.setPen(QPen(m_theme.color(ColorRole::Crosshair), 1, Qt::DashLine));
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        const QString label = &pane == &m_panes.prices() ? m_priceTicker->text(value)
            : &pane == &m_panes.volume()                  ? m_format.volume(value)
                                                        : m_format.number(value, 2);
        overlay::drawPriceTag(painter, axisStrip(rect), y, {label}, tag, text);
    }
    if (bar < 0 || bar >= double(m_bars.size()))
        return;
    const int top = m_panes.lowest().rect->bottom() + 1;
    overlay::drawTimeTag(painter, QRect(0, top, plotRect().right(), height() - top), x, m_time.fullText(index), tag, text);
}

std::vector<LegendPart> PriceChart::barLegend(std::size_t index) const
{
    const BarPoint bar = m_bars.at(index);
    const double before = index > 0 ? m_bars.at(index - 1).close : bar.open;
    const double change = before != 0 ? (bar.close / before - 1) * 100 : 0;
    const QColor muted = m_theme.color(ColorRole::TextMuted);
    const QColor value = m_theme.color(bar.close >= bar.open ? ColorRole::Gain : ColorRole::Loss);
    std::vector<LegendPart> parts{{m_symbol + u"  "_s + toString(m_timeframe) + u"   "_s, m_theme.color(ColorRole::Text)}};
    const auto add = [&](const QString &name, double number) {
        parts.push_back({name + u' ', muted});
        parts.push_back({m_format.number(number, m_decimals) + u"  "_s, value});
    };
    add(tr("O"), bar.open);
    add(tr("H"), bar.high);
    add(tr("L"), bar.low);
    add(tr("C"), bar.close);
    parts.push_back({m_format.signedPercent(change) + u"  "_s, m_theme.color(toneOf(change))});
    return parts;
}

QString PriceChart::legendText() const
{
    const auto index = legendBar();
    QString text;
    for (const LegendPart &part : index ? barLegend(*index) : std::vector<LegendPart>())
        text += part.text;
    return index ? text + tr("Volume") + u' ' + m_format.volume(m_bars.at(*index).volume) : text;
}

std::vector<LegendPart> PriceChart::indicatorLegend(const IndicatorSet::Entry &entry, std::size_t index) const
{
    std::vector<LegendPart> parts{{entry.title + u"  "_s, m_theme.color(ColorRole::TextMuted)}};
    for (const ChartPanes::Line &line : m_panes.lines()) {
        if (line.entry != &entry || m_hidden.contains(entry.title))
            continue;
        const ValueSeries &values = entry.state.lines[line.line].values;
        // The bar in progress has no value of its own yet: it shows the last closed one.
        const double value = values.isEmpty() ? std::numeric_limits<double>::quiet_NaN()
                                              : values[std::min(index, values.size() - 1)];
        const int decimals = entry.spec.info->pane == IndicatorPane::Prices ? m_decimals : 2;
        parts.push_back({(std::fabs(value) >= 1e6 ? m_format.volume(value) : m_format.number(value, decimals)) + u"  "_s,
                         line.color});
    }
    return parts;
}

void PriceChart::paintLegends(QPainter &painter)
{
    const auto index = legendBar();
    if (!index)
        return;
    const QRect plot = plotRect();
    const QColor muted = m_theme.color(ColorRole::TextMuted);
    m_legendRows.clear();
    const auto draw = [&](QPoint at, const std::vector<LegendPart> &parts, const QString &indicator = {}) {
        m_legendRows.push_back({indicator, overlay::drawLegend(painter, m_theme, at, parts)});
        return m_legendRows.back().plate.height();
    };
    int y = plot.top() + 4;
    y += draw({plot.left() + 8, y}, barLegend(*index));
    for (const auto &[instrument, comparison] : m_comparisons) {
        y += draw({plot.left() + 8, y}, {{comparison.name() + u"  "_s, comparison.color()},
                                         {m_format.signedPercent(comparison.percentAt(*index)), comparison.color()}});
    }
    const QRect volume = m_panes.volume().rect->rect();
    draw({volume.left() + 8, volume.top() + 2},
         {{tr("Volume") + u' ', muted}, {m_format.volume(m_bars.at(*index).volume), m_theme.color(ColorRole::Text)}});
    int besideVolume = m_legendRows.back().plate.right() + 14;
    for (const auto &entry : m_indicators.entries()) {
        if (!m_areNamesShown)
            break;
        const std::vector<LegendPart> parts = indicatorLegend(*entry, *index);
        const auto own = std::ranges::find_if(m_panes.all(),
                                              [&](const ChartPanes::Pane &pane) { return pane.indicator == entry->title; });
        if (own != m_panes.all().end()) {
            const QRect rect = own->rect->rect();
            draw({rect.left() + 8, rect.top() + 2}, parts, entry->title);
        } else if (entry->spec.info->pane == IndicatorPane::Volume) {
            draw({besideVolume, volume.top() + 2}, parts, entry->title);
            besideVolume = m_legendRows.back().plate.right() + 14;
        } else {
            y += draw({plot.left() + 8, y}, parts, entry->title);
        }
    }
    // The zone of the time labels stands in the corner under the price axis.
    const int top = m_panes.lowest().rect->bottom() + 1;
    painter.setPen(muted);
    painter.drawText(QRect(plot.right() + 6, top, width() - plot.right() - 8, height() - top), Qt::AlignLeft | Qt::AlignVCenter,
                     m_isAutoScaled ? m_time.zone().name : m_time.zone().name + u" · "_s + tr("manual"));
    if (m_scale != PriceScale::Linear || isInverted()) {
        QStringList marks;
        if (m_scale != PriceScale::Linear)
            marks.append(m_scale == PriceScale::Percent ? tr("%") : tr("log"));
        if (isInverted())
            marks.append(tr("inverted"));
        painter.drawText(axisStrip(plot).adjusted(6, 0, -4, -2), Qt::AlignLeft | Qt::AlignBottom, marks.join(u' '));
    }
}

} // namespace bellwether
