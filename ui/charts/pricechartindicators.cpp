#include "ui/charts/pricechart.h"

#include "ui/charts/legendbuttons.h"
#include "ui/models/poolresult.h"

// What is drawn beside the prices: indicators, and other instruments to compare with.
namespace bellwether {

void PriceChart::compute(const QString &title)
{
    // A short history is fed at once by the next update().
    if (m_bars.base()->size() <= BarSeries::scanned)
        return;
    const auto found = std::ranges::find_if(m_indicators.entries(), [&](const auto &each) { return each->title == title; });
    IndicatorSet::Entry &entry = **found;
    m_indicators.wait(entry);
    ++m_jobs;
    takeFromPool(this,
                 [spec = entry.spec, zone = m_indicators.zone(), bars = m_bars.base()] {
                     return IndicatorSet::compute(spec, zone, *bars);
                 },
                 [this, title, generation = m_generation](ComputedIndicator state) {
                     if (generation == m_generation) {
                         m_indicators.adopt(title, std::move(state));
                         m_indicators.update(m_bars);
                     }
                     finishJob();
                 });
}

void PriceChart::finishJob()
{
    --m_jobs;
    autoScale();
    scheduleReplot();
}

void PriceChart::addComparison(const InstrumentId &instrument, const QString &name)
{
    const QColor color = m_theme.lineColor(int(m_comparisons.size()) + 3);
    m_comparisons.try_emplace(instrument, name, color, keyAxis(), priceAxis());
    setScale(PriceScale::Percent);
}

void PriceChart::removeComparison(const InstrumentId &instrument)
{
    if (m_comparisons.erase(instrument) == 0)
        return;
    if (m_comparisons.empty() && m_scale == PriceScale::Percent)
        setScale(PriceScale::Linear);
    setView(m_lower, m_upper);
}

std::vector<InstrumentId> PriceChart::comparisons() const
{
    std::vector<InstrumentId> instruments;
    for (const auto &[instrument, comparison] : m_comparisons)
        instruments.push_back(instrument);
    return instruments;
}

void PriceChart::applyComparison(const ChartUpdate &update)
{
    const auto found = m_comparisons.find(update.instrument);
    if (found == m_comparisons.end() || update.timeframe != m_timeframe)
        return;
    BarSeries &other = found->second.other();
    if (update.history)
        other.reset(update.history);
    for (const BarPoint &bar : update.closed)
        other.append(bar);
    if (update.history)
        found->second.align(m_bars);
    else if (!update.closed.empty())
        found->second.follow(m_bars);
    else
        return;
    setView(m_lower, m_upper);
}

Result<void> PriceChart::addIndicator(const QString &spec)
{
    const auto added = m_indicators.add(spec);
    if (!added)
        return added;
    compute(m_indicators.titles().constLast());
    m_indicators.update(m_bars);
    rebuildIndicators();
    Q_EMIT looksChanged();
    return {};
}

double PriceChart::indicatorValue(const QString &title, std::size_t line, std::size_t bar) const
{
    for (const auto &entry : m_indicators.entries()) {
        if (entry->title == title && line < entry->state.lines.size() && bar < entry->state.lines[line].values.size())
            return entry->state.lines[line].values[bar];
    }
    return std::numeric_limits<double>::quiet_NaN();
}

void PriceChart::removeIndicator(const QString &title)
{
    m_indicators.remove(title);
    m_hidden.erase(title);
    rebuildIndicators();
    Q_EMIT looksChanged();
}

Result<void> PriceChart::replaceIndicator(const QString &title, const QString &spec)
{
    const auto replaced = m_indicators.replace(title, spec);
    if (!replaced)
        return replaced;
    m_hidden.erase(title);
    for (const QString &each : m_indicators.titles()) {
        const auto &entries = m_indicators.entries();
        const auto entry = std::ranges::find_if(entries, [&](const auto &one) { return one->title == each; });
        if ((*entry)->state.fed == 0 && !(*entry)->isWaiting)
            compute(each);
    }
    m_indicators.update(m_bars);
    rebuildIndicators();
    Q_EMIT looksChanged();
    return {};
}

void PriceChart::setIndicatorShown(const QString &title, bool isShown)
{
    if (isShown)
        m_hidden.erase(title);
    else
        m_hidden.insert(title);
    rebuildIndicators();
    Q_EMIT looksChanged();
}

void PriceChart::raiseIndicator(const QString &title)
{
    m_indicators.raise(title);
    rebuildIndicators();
    Q_EMIT looksChanged();
}

void PriceChart::setIndicatorNamesShown(bool areShown)
{
    m_areNamesShown = areShown;
    QWidget::update();
    Q_EMIT looksChanged();
}

void PriceChart::rebuildIndicators()
{
    if (!m_indicators.contains(m_legendButtons->indicator()))
        m_legendButtons->hide();
    m_panes.rebuild(m_indicators, m_hidden);
    restyle();
    setView(m_lower, m_upper);
}

} // namespace bellwether
