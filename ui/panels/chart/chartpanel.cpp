#include "ui/panels/chart/chartpanel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

ChartPanel::ChartPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_view(new ChartView(context, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view->chart());
    connect(m_view, &ChartView::seriesWanted, this,
            [this](const InstrumentId &instrument, Timeframe timeframe) { show(instrument, timeframe); });
    connect(m_view, &ChartView::notice, this, &ChartPanel::notice);
    connect(m_view, &ChartView::drawingsChanged, this, [this] { keepDrawings(); });
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::show(const InstrumentId &instrument) { show(instrument, timeframe()); }

void ChartPanel::show(const InstrumentId &wanted, Timeframe wantedTimeframe)
{
    if (wanted.isEmpty() || (wanted == instrument() && wantedTimeframe == timeframe() && chart()->barCount() > 0))
        return;
    if (!instrument().isEmpty())
        m_context.desk.unsubscribeChart(instrument(), timeframe());
    const bool isOther = wanted != instrument();
    m_view->show(wanted, wantedTimeframe);
    if (isOther)
        m_view->setDrawings(m_drawings.value(wanted.toString()));
    m_context.desk.subscribeChart(wanted, wantedTimeframe);
}

void ChartPanel::applyChart(const ChartUpdatePtr &update) { m_view->applyChart(*update); }

void ChartPanel::applySnapshot(const DeskSnapshot &snapshot) { m_view->applySnapshot(snapshot); }

void ChartPanel::setChosenSignal(const SignalRow *signal) { m_view->setChosenSignal(signal); }

void ChartPanel::keepDrawings()
{
    m_drawings[instrument().toString()] = m_view->drawings();
}

QString ChartPanel::state() const
{
    QJsonObject drawings;
    for (auto each = m_drawings.constBegin(); each != m_drawings.constEnd(); ++each) {
        if (!each.value().empty())
            drawings.insert(each.key(), QJsonDocument::fromJson(toJson(each.value()).toUtf8()).array());
    }
    const QJsonObject state{{u"looks"_s, m_view->looks()}, {u"drawings"_s, drawings}};
    return QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

Result<void> ChartPanel::restore(const QString &state)
{
    if (state.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(state.toUtf8());
    if (!document.isObject())
        return failure(ErrorCode::InvalidArgument, u"the saved charts are not a JSON object"_s);
    m_view->setLooks(document.object().value(u"looks"_s).toObject());
    const QJsonObject drawings = document.object().value(u"drawings"_s).toObject();
    for (auto each = drawings.constBegin(); each != drawings.constEnd(); ++each) {
        auto read = drawingsFromJson(QString::fromUtf8(QJsonDocument(each.value().toArray()).toJson(QJsonDocument::Compact)));
        if (!read)
            return failure(read.error().code, each.key() + u": "_s + read.error().detail);
        m_drawings[each.key()] = std::move(*read);
    }
    m_view->setDrawings(m_drawings.value(instrument().toString()));
    return {};
}

} // namespace bellwether
