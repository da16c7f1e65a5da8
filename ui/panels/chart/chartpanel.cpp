#include "ui/panels/chart/chartpanel.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct GridName {
    ChartPanel::Grid grid;
    QStringView name;
    int charts;
};
constexpr std::array gridNames{GridName{ChartPanel::Grid::One, u"one", 1}, GridName{ChartPanel::Grid::Beside, u"beside", 2},
                               GridName{ChartPanel::Grid::Stacked, u"stacked", 2}, GridName{ChartPanel::Grid::Four, u"four", 4}};

} // namespace

ChartPanel::ChartPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_active = addView();
    arrange();
}

ChartPanel::~ChartPanel() = default;

ChartView *ChartPanel::addView()
{
    auto *view = new ChartView(m_context, this);
    m_views.push_back(view);
    connect(view, &ChartView::seriesWanted, this, [this, view](const InstrumentId &instrument, Timeframe timeframe) {
        showIn(view, instrument, timeframe);
    });
    connect(view, &ChartView::comparisonWanted, this, [this, view](const InstrumentId &instrument, bool isWanted) {
        const Series series{instrument, view->timeframe()};
        isWanted ? subscribe(series) : unsubscribe(series);
    });
    connect(view, &ChartView::gridWanted, this, [this](int charts) { setGrid(Grid(charts)); });
    connect(view, &ChartView::notice, this, &ChartPanel::notice);
    connect(view, &ChartView::drawingsChanged, this, [this, view] { keepDrawings(view); });
    connect(view, &ChartView::activated, this, [this, view] {
        m_active = view;
        setFocusProxy(view->chart());
    });
    connect(view->chart(), &PriceChart::looksChanged, this, &ChartPanel::stateChanged);
    connect(view->chart(), &PriceChart::viewMoved, this, [this, view] {
        const auto [from, to] = view->chart()->timesInView();
        share(view, [from = from, to = to](ChartView *other) { other->chart()->followTimes(from, to); });
    });
    connect(view->chart(), &PriceChart::cursorMoved, this, [this, view](Timestamp time) {
        share(view, [time](ChartView *other) { other->chart()->followCursor(time); });
    });
    return view;
}

void ChartPanel::removeView(ChartView *view)
{
    for (const InstrumentId &compared : view->chart()->comparisons())
        unsubscribe({compared, view->timeframe()});
    if (!view->instrument().isEmpty())
        unsubscribe({view->instrument(), view->timeframe()});
    std::erase(m_views, view);
    if (m_active == view)
        m_active = m_views.front();
    m_layout->removeWidget(view); // it lives on for a moment, and would keep its room
    view->hide();
    view->deleteLater();
}

void ChartPanel::setGrid(Grid grid)
{
    m_grid = grid;
    const auto wanted = std::size_t(gridNames[std::size_t(grid)].charts);
    while (m_views.size() > wanted)
        removeView(m_views.back());
    // New charts begin with the symbol and the indicators of the one in use, each a timeframe further out.
    while (m_views.size() < wanted) {
        const auto further = std::min(int(m_views.back()->timeframe()) + 2, int(Timeframe::D1));
        ChartView *view = addView();
        view->setIndicators(indicators());
        if (!instrument().isEmpty())
            showIn(view, instrument(), Timeframe(further));
    }
    arrange();
    Q_EMIT stateChanged();
}

void ChartPanel::arrange()
{
    for (ChartView *view : m_views)
        m_layout->removeWidget(view);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const bool isColumn = m_grid == Grid::Stacked;
        m_layout->addWidget(m_views[i], isColumn ? int(i) : int(i / 2), isColumn ? 0 : int(i % 2));
        m_views[i]->showGrid(int(m_grid), m_views.size() > 1);
        m_views[i]->setVisible(true);
    }
    for (int i = 0; i < 2; ++i) { // rows and columns of one size, and none for those that are empty
        m_layout->setColumnStretch(i, m_layout->itemAtPosition(0, i) ? 1 : 0);
        m_layout->setRowStretch(i, m_layout->itemAtPosition(i, 0) ? 1 : 0);
    }
    setFocusProxy(m_active->chart());
}

void ChartPanel::share(ChartView *from, const std::function<void(ChartView *)> &with)
{
    if (m_isSharing || from->link() == 0)
        return;
    m_isSharing = true;
    for (ChartView *other : m_views) {
        if (other != from && other->link() == from->link())
            with(other);
    }
    m_isSharing = false;
}

void ChartPanel::show(const InstrumentId &wanted) { show(wanted, timeframe()); }

void ChartPanel::show(const InstrumentId &wanted, Timeframe timeframe) { showIn(m_active, wanted, timeframe); }

void ChartPanel::showIn(ChartView *view, const InstrumentId &instrument, Timeframe timeframe)
{
    const Series before{view->instrument(), view->timeframe()};
    const Series after{instrument, timeframe};
    if (instrument.isEmpty() || (after == before && view->chart()->barCount() > 0))
        return;
    std::vector<InstrumentId> compared = view->chart()->comparisons();
    for (const InstrumentId &each : compared)
        unsubscribe({each, before.second});
    if (!before.first.isEmpty())
        unsubscribe(before);
    view->show(instrument, timeframe);
    view->setDrawings(m_drawings.value(instrument.toString()));
    view->setChosenSignal(m_chosen ? &*m_chosen : nullptr);
    subscribe(after);
    std::erase(compared, instrument);
    for (const InstrumentId &each : compared)
        view->compare(each);
    share(view, [this, &instrument](ChartView *other) { showIn(other, instrument, other->timeframe()); });
}

void ChartPanel::subscribe(const Series &series)
{
    ++m_subscriptions[series];
    m_context.desk.subscribeChart(series.first, series.second);
}

void ChartPanel::unsubscribe(const Series &series)
{
    const auto found = m_subscriptions.find(series);
    if (found == m_subscriptions.end() || --found->second > 0)
        return;
    m_subscriptions.erase(found);
    m_context.desk.unsubscribeChart(series.first, series.second);
}

void ChartPanel::applyChart(const ChartUpdatePtr &update)
{
    for (ChartView *view : m_views)
        view->applyChart(*update);
}

void ChartPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    for (ChartView *view : m_views)
        view->applySnapshot(snapshot);
}

void ChartPanel::setChosenSignal(const SignalRow *signal)
{
    m_chosen = signal ? std::optional(*signal) : std::nullopt;
    for (ChartView *view : m_views)
        view->setChosenSignal(signal);
}

void ChartPanel::keepDrawings(ChartView *view)
{
    m_drawings[view->instrument().toString()] = view->drawings();
    Q_EMIT stateChanged();
    for (ChartView *other : m_views) {
        if (other != view && other->instrument() == view->instrument())
            other->setDrawings(view->drawings());
    }
}

QString ChartPanel::state() const
{
    QJsonObject drawings;
    for (auto each = m_drawings.constBegin(); each != m_drawings.constEnd(); ++each) {
        if (!each.value().empty())
            drawings.insert(each.key(), QJsonDocument::fromJson(toJson(each.value()).toUtf8()).array());
    }
    QJsonArray charts;
    for (const ChartView *view : m_views) {
        QJsonObject chart = view->looks();
        chart.insert(u"instrument"_s, view->instrument().toString());
        chart.insert(u"timeframe"_s, toString(view->timeframe()));
        chart.insert(u"indicators"_s, view->chart()->indicators().join(u' '));
        charts.append(chart);
    }
    const auto active = std::ranges::find(m_views, m_active) - m_views.begin();
    const QJsonObject state{{u"grid"_s, gridNames[std::size_t(m_grid)].name.toString()}, {u"charts"_s, charts},
                            {u"active"_s, int(active)}, {u"drawings"_s, drawings}};
    return QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

Result<void> ChartPanel::restore(const QString &state)
{
    if (state.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(state.toUtf8());
    if (!document.isObject())
        return failure(ErrorCode::InvalidArgument, u"the saved charts are not a JSON object"_s);
    const QJsonObject drawings = document.object().value(u"drawings"_s).toObject();
    for (auto each = drawings.constBegin(); each != drawings.constEnd(); ++each) {
        auto read = drawingsFromJson(QString::fromUtf8(QJsonDocument(each.value().toArray()).toJson(QJsonDocument::Compact)));
        if (!read)
            return failure(read.error().code, each.key() + u": "_s + read.error().detail);
        m_drawings[each.key()] = std::move(*read);
    }
    const QString grid = document.object().value(u"grid"_s).toString();
    for (const GridName &each : gridNames) {
        if (each.name == grid)
            setGrid(each.grid);
    }
    const QJsonArray charts = document.object().value(u"charts"_s).toArray();
    for (std::size_t i = 0; i < m_views.size() && qsizetype(i) < charts.size(); ++i) {
        const QJsonObject chart = charts.at(qsizetype(i)).toObject();
        m_views[i]->setIndicators(chart.value(u"indicators"_s).toString().split(u' ', Qt::SkipEmptyParts));
        const InstrumentId instrument(chart.value(u"instrument"_s).toString());
        const auto timeframe = parseTimeframe(chart.value(u"timeframe"_s).toString());
        m_isSharing = true; // each chart as it was, whatever its colour
        if (m_context.instruments.find(instrument) && timeframe)
            showIn(m_views[i], instrument, *timeframe);
        m_isSharing = false;
        m_views[i]->setLooks(chart);
    }
    const int active = std::clamp(document.object().value(u"active"_s).toInt(), 0, int(m_views.size()) - 1);
    m_active = m_views[std::size_t(active)];
    return {};
}

} // namespace bellwether
