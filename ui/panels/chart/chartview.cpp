#include "ui/panels/chart/chartview.h"

#include "ui/charts/indicatorsettings.h"
#include "ui/panels/chart/barinspector.h"
#include "ui/panels/chart/chartbar.h"
#include "ui/panels/chart/charttrader.h"
#include "ui/panels/chart/drawingbar.h"
#include "ui/panels/chart/intervalbox.h"
#include "ui/widgets/savepath.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct ScaleName {
    PriceScale scale;
    QStringView name;
};
constexpr std::array scaleNames{ScaleName{PriceScale::Linear, u"linear"}, ScaleName{PriceScale::Logarithmic, u"log"},
                                ScaleName{PriceScale::Percent, u"percent"}};
struct StyleName {
    ChartStyle style;
    QStringView name;
};
constexpr std::array styleNames{StyleName{ChartStyle::Candles, u"candles"}, StyleName{ChartStyle::Bars, u"bars"},
                                StyleName{ChartStyle::Line, u"line"}, StyleName{ChartStyle::Area, u"area"},
                                StyleName{ChartStyle::HeikinAshi, u"heikin_ashi"}};

} // namespace

ChartView::ChartView(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_chart(new PriceChart(context.theme, context.format, this)),
      m_drawings(new DrawingLayer(context.theme, m_chart)), m_trader(new ChartTrader(context, *m_chart)),
      m_bar(new ChartBar(context.theme, *m_chart, this)), m_inspector(new BarInspector(context, this))
{
    m_chart->addLayer(m_drawings);
    m_chart->addLayer(&m_trader->layer());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    // A low chart must not be kept from being lower by its tools: they scroll with the wheel.
    auto *tools = new QScrollArea(this);
    tools->setFrameShape(QFrame::NoFrame);
    tools->setWidgetResizable(true);
    tools->setFocusPolicy(Qt::NoFocus);
    tools->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tools->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tools->setWidget(new DrawingBar(context.theme, *m_drawings, tools));
    tools->setFixedWidth(tools->widget()->sizeHint().width());
    row->addWidget(tools);
    row->addWidget(m_chart, 1);
    row->addWidget(m_inspector);
    column->addLayout(row, 1);
    setFocusProxy(m_chart);
    m_chart->installEventFilter(this);
    addGroupButtons();

    connect(m_chart, &PriceChart::commandWanted, this, [this](ChartCommand command) { run(command); });
    connect(m_chart, &PriceChart::menuWanted, this, [this](QPointF at, double price) { openMenu(at, price); });
    connect(m_chart, &PriceChart::digitTyped, this, [this](const QString &digit) {
        connect(new IntervalBox(digit, m_chart), &IntervalBox::chosen, this,
                [this](Timeframe timeframe) { Q_EMIT seriesWanted(m_instrument, timeframe); });
    });
    connect(m_chart, &PriceChart::indicatorSettingsWanted, this,
            [this](const QString &title, QPoint at) { (new IndicatorSettings(*m_chart, title))->popup(at); });
    connect(m_bar, &ChartBar::timeframeWanted, this,
            [this](Timeframe timeframe) { Q_EMIT seriesWanted(m_instrument, timeframe); });
    connect(m_bar, &ChartBar::pictureWanted, this, [this] { takePicture(); });
    connect(m_bar, &ChartBar::notice, this, &ChartView::notice);
    connect(m_trader, &ChartTrader::notice, this, &ChartView::notice);
    connect(m_chart, &PriceChart::barClicked, this, [this](Timestamp after, Timestamp upTo, bool isOnBar) {
        // A click beside the bars is how a chart is given the keyboard: it opens nothing.
        if (isOnBar || m_inspector->isVisible())
            inspect(after, upTo);
    });
    connect(m_inspector, &BarInspector::closed, this, [this] {
        m_chart->setMarkedBar({});
        m_chart->setFocus();
    });
    connect(m_drawings, &DrawingLayer::drawingsChanged, this, &ChartView::drawingsChanged);
}

bool ChartView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress)
        Q_EMIT activated();
    return QWidget::eventFilter(watched, event);
}

void ChartView::inspect(Timestamp after, Timestamp upTo)
{
    m_chart->setMarkedBar(upTo);
    m_inspector->inspect(m_instrument, after, upTo);
}

void ChartView::show(const InstrumentId &instrument, Timeframe timeframe)
{
    if (instrument != m_instrument || timeframe != m_timeframe) {
        m_inspector->hide();
        m_chart->setMarkedBar({});
    }
    m_instrument = instrument;
    m_timeframe = timeframe;
    const Instrument *found = m_context.instruments.find(instrument);
    const QString symbol = found ? found->symbol : instrument.toString();
    m_bar->showSeries(symbol, found ? found->name : QString(), timeframe);
    m_chart->setSeries(symbol, timeframe, m_context.instruments.priceDecimals(instrument), m_context.format);
    m_trader->setInstrument(instrument);
    m_areMarkersStale = true;
}

void ChartView::applyChart(const ChartUpdate &update)
{
    if (update.instrument == m_instrument && update.timeframe == m_timeframe)
        m_chart->apply(update);
    else
        m_chart->applyComparison(update);
}

void ChartView::compare(const InstrumentId &instrument)
{
    const Instrument *found = m_context.instruments.find(instrument);
    m_chart->addComparison(instrument, found ? found->symbol : instrument.toString());
    Q_EMIT comparisonWanted(instrument, true);
}

void ChartView::applySnapshot(const DeskSnapshot &snapshot)
{
    m_chart->setNow(snapshot.time);
    updateMarkers(snapshot);
    m_trader->apply(snapshot);
}

void ChartView::updateMarkers(const DeskSnapshot &snapshot)
{
    const std::size_t pending = snapshot.pendingSignals ? snapshot.pendingSignals->size() : 0;
    if (!m_areMarkersStale && snapshot.fills == m_fills && snapshot.signalHistory == m_history && pending == m_pendingCount)
        return;
    m_fills = snapshot.fills;
    m_history = snapshot.signalHistory;
    m_pendingCount = pending;
    m_areMarkersStale = false;
    std::vector<ChartMarker> markers;
    for (const auto &rows : {snapshot.signalHistory, snapshot.pendingSignals}) {
        if (rows)
            std::ranges::copy(signalMarkers(*rows, m_instrument), std::back_inserter(markers));
    }
    if (snapshot.fills)
        std::ranges::copy(fillMarkers(*snapshot.fills, m_instrument), std::back_inserter(markers));
    m_chart->setMarkers(std::move(markers));
}

void ChartView::setChosenSignal(const SignalRow *signal)
{
    m_trader->setChosenSignal(signal ? std::optional(*signal) : std::nullopt);
}

void ChartView::setIndicators(const QStringList &specs)
{
    for (const QString &title : m_chart->indicators())
        m_chart->removeIndicator(title);
    for (const QString &spec : specs) {
        if (const auto added = m_chart->addIndicator(spec); !added)
            Q_EMIT notice(added.error().detail);
    }
}

void ChartView::run(ChartCommand command)
{
    switch (command) {
    case ChartCommand::TrendLine: m_drawings->setTool(DrawingKind::TrendLine); break;
    case ChartCommand::HorizontalLine: m_drawings->setTool(DrawingKind::HorizontalLine); break;
    case ChartCommand::HorizontalRay: m_drawings->setTool(DrawingKind::HorizontalRay); break;
    case ChartCommand::VerticalLine: m_drawings->setTool(DrawingKind::VerticalLine); break;
    case ChartCommand::CrossLine: m_drawings->setTool(DrawingKind::CrossLine); break;
    case ChartCommand::Remove: m_drawings->removeSelected(); break;
    case ChartCommand::Undo: m_drawings->undoStack().undo(); break;
    case ChartCommand::Redo: m_drawings->undoStack().redo(); break;
    case ChartCommand::Magnet: m_drawings->setMagnet(m_chart->hasMagnet()); break;
    case ChartCommand::Picture: takePicture(); break;
    case ChartCommand::Cancel:
        if (m_inspector->isVisible()) {
            m_inspector->hide();
            m_chart->setMarkedBar({});
        }
        break;
    default: break; // the rest is done by the chart itself
    }
}

void ChartView::takePicture()
{
    m_trader->layer().setPlain(true);
    const QPixmap picture = m_chart->picture();
    m_trader->layer().setPlain(false);
    QApplication::clipboard()->setPixmap(picture);
    auto *dialog = makeFileDialog(this, tr("Save the picture (it is in the clipboard already)"),
                                   QString(m_context.instruments.find(m_instrument)
                                               ? m_context.instruments.find(m_instrument)->symbol
                                               : u"chart"_s)
                                       + u'-' + toString(m_timeframe) + u".png"_s,
                                   tr("Pictures (*.png)"));
    dialog->setObjectName(u"pictureDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &path) {
        Q_EMIT notice(picture.save(path) ? tr("Picture saved to %1.").arg(path) : tr("%1 cannot be written.").arg(path));
    });
    dialog->show();
}

QJsonObject ChartView::looks() const
{
    const auto scale = std::ranges::find(scaleNames, m_chart->scale(), &ScaleName::scale);
    const auto style = std::ranges::find(styleNames, m_chart->style(), &StyleName::style);
    return {{u"style"_s, style->name.toString()},
            {u"scale"_s, scale->name.toString()},
            {u"inverted"_s, m_chart->isInverted()},
            {u"fit"_s, m_chart->isFittingLevels()},
            {u"names"_s, m_chart->areIndicatorNamesShown()},
            {u"wheel_scrolls"_s, m_chart->isWheelScrolling()},
            {u"zoom_at_right_edge"_s, m_chart->isZoomAtRightEdge()},
            {u"link"_s, m_link}};
}

void ChartView::setLooks(const QJsonObject &looks)
{
    const QString scale = looks.value(u"scale"_s).toString();
    const QString style = looks.value(u"style"_s).toString();
    for (const ScaleName &each : scaleNames) {
        if (each.name == scale)
            m_chart->setScale(each.scale);
    }
    for (const StyleName &each : styleNames) {
        if (each.name == style)
            m_chart->setStyle(each.style);
    }
    if (looks.value(u"inverted"_s).toBool() != m_chart->isInverted())
        m_chart->run(ChartCommand::Invert);
    m_chart->setFittingLevels(looks.value(u"fit"_s).toBool());
    m_chart->setIndicatorNamesShown(looks.value(u"names"_s).toBool(true));
    m_chart->setWheelScrolling(looks.value(u"wheel_scrolls"_s).toBool());
    m_chart->setZoomAtRightEdge(looks.value(u"zoom_at_right_edge"_s).toBool());
    setLink(looks.value(u"link"_s).toInt(1));
}

} // namespace bellwether
