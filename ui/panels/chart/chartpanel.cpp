#include "ui/panels/chart/chartpanel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QToolButton *flatButton(QWidget *parent, const QString &text, const QString &help)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", u"flat"_s);
    button->setText(text);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ChartPanel::ChartPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_chart(new PriceChart(context.theme, context.format, this)),
      m_timeframes(new QActionGroup(this))
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"chartBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(2);
    m_title = new QLabel(bar);
    m_title->setProperty("kind", u"heading"_s);
    row->addWidget(m_title);
    row->addSpacing(12);
    for (const Timeframe timeframe : allTimeframes) {
        QToolButton *button = flatButton(bar, toString(timeframe), tr("Timeframe %1").arg(toString(timeframe)));
        auto *action = new QAction(toString(timeframe), this);
        action->setCheckable(true);
        action->setData(int(timeframe));
        action->setObjectName(u"timeframe_"_s + toString(timeframe));
        m_timeframes->addAction(action);
        button->setDefaultAction(action);
        button->setToolTip(tr("Timeframe %1").arg(toString(timeframe)));
        row->addWidget(button);
    }
    m_timeframes->actions().constFirst()->setChecked(true);
    connect(m_timeframes, &QActionGroup::triggered, this,
            [this](QAction *action) { setTimeframe(Timeframe(action->data().toInt())); });
    row->addSpacing(8);

    m_indicatorButton = flatButton(bar, tr("Indicators"), tr("Indicators on the chart"));
    m_indicatorButton->setObjectName(u"indicatorButton"_s);
    m_indicatorButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_indicatorButton->setPopupMode(QToolButton::InstantPopup);
    m_indicatorMenu = new QMenu(m_indicatorButton);
    m_indicatorButton->setMenu(m_indicatorMenu);
    row->addWidget(m_indicatorButton);
    row->addStretch(1);
    m_magnet = flatButton(bar, {}, tr("Crosshair sticks to open, high, low, close (Alt+M)"));
    m_magnet->setCheckable(true);
    row->addWidget(m_magnet);
    m_autoScale = flatButton(bar, tr("Auto"), tr("Price axis follows the bars in view"));
    m_autoScale->setCheckable(true);
    m_autoScale->setChecked(true);
    row->addWidget(m_autoScale);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_chart, 1);
    setFocusProxy(m_chart);

    connect(m_magnet, &QToolButton::clicked, this, [this](bool isOn) {
        if (m_chart->hasMagnet() != isOn)
            m_chart->run(ChartCommand::Magnet);
    });
    connect(m_autoScale, &QToolButton::clicked, this, [this] {
        m_chart->resetView();
        m_autoScale->setChecked(true);
    });
    connect(m_chart, &PriceChart::scaleChanged, m_autoScale, &QToolButton::setChecked);
    connect(m_indicatorMenu, &QMenu::aboutToShow, this, [this] { fillIndicatorMenu(); });
    const auto retheme = [this] {
        m_indicatorButton->setIcon(m_context.theme.icon(u"indicators"));
        m_magnet->setIcon(m_context.theme.icon(u"magnet"));
    };
    connect(&context.theme, &Theme::changed, this, retheme);
    retheme();
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::show(const InstrumentId &instrument) { show(instrument, m_timeframe); }

void ChartPanel::show(const InstrumentId &instrument, Timeframe timeframe)
{
    if (instrument.isEmpty() || (instrument == m_instrument && timeframe == m_timeframe && m_chart->barCount() > 0))
        return;
    if (!m_instrument.isEmpty())
        m_context.desk.unsubscribeChart(m_instrument, m_timeframe);
    m_instrument = instrument;
    m_timeframe = timeframe;
    for (QAction *action : m_timeframes->actions())
        action->setChecked(action->data().toInt() == int(timeframe));
    const Instrument *found = m_context.instruments.find(instrument);
    const QString symbol = found ? found->symbol : instrument.toString();
    m_title->setText(symbol);
    m_title->setToolTip(found ? found->name : QString());
    m_chart->setSeries(symbol, timeframe, m_context.instruments.priceDecimals(instrument), m_context.format);
    m_areMarkersStale = true;
    m_context.desk.subscribeChart(instrument, timeframe);
}

void ChartPanel::applyChart(const ChartUpdatePtr &update)
{
    if (update->instrument == m_instrument && update->timeframe == m_timeframe)
        m_chart->apply(*update);
}

void ChartPanel::applySnapshot(const DeskSnapshot &snapshot)
{
    m_chart->setNow(snapshot.time);
    const std::size_t pending = snapshot.pendingSignals ? snapshot.pendingSignals->size() : 0;
    if (m_areMarkersStale || snapshot.fills != m_fills || snapshot.signalHistory != m_history
        || pending != m_pendingCount) {
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
    updateLevels(snapshot);
}

void ChartPanel::setChosenSignal(const SignalRow *signal)
{
    m_chosen = signal ? std::optional(*signal) : std::nullopt;
    if (const auto snapshot = m_context.desk.snapshot())
        updateLevels(*snapshot);
}

void ChartPanel::updateLevels(const DeskSnapshot &snapshot)
{
    std::vector<ChartLevel> levels;
    for (const PositionRow &position : snapshot.positions) {
        if (position.instrument != m_instrument)
            continue;
        levels.push_back({ChartLevel::Kind::Position, position.averagePrice,
                          u"%1 %2  %3"_s.arg(position.side == Side::Buy ? tr("long") : tr("short"),
                                             m_context.format.quantity(position.quantity, position.quantityDecimals),
                                             m_context.format.signedMoney(position.unrealizedPnl))});
    }
    if (m_chosen && m_chosen->instrument == m_instrument) {
        levels.push_back({ChartLevel::Kind::Entry, m_chosen->signalPrice, tr("signal")});
        if (!m_chosen->stop.isZero())
            levels.push_back({ChartLevel::Kind::Stop, m_chosen->stop, tr("stop")});
        if (!m_chosen->target.isZero())
            levels.push_back({ChartLevel::Kind::Target, m_chosen->target, tr("target")});
    }
    m_chart->setLevels(std::move(levels));
}

void ChartPanel::fillIndicatorMenu()
{
    m_indicatorMenu->clear();
    const QStringList shown = m_chart->indicators();
    const auto addToggle = [&](const QString &spec, const QString &help) {
        QAction *action = m_indicatorMenu->addAction(help.isEmpty() ? spec : spec + u'\t' + help);
        action->setCheckable(true);
        action->setChecked(shown.contains(spec));
        connect(action, &QAction::toggled, this, [this, spec](bool isOn) {
            if (!isOn)
                m_chart->removeIndicator(spec);
            else if (const auto added = m_chart->addIndicator(spec); !added)
                Q_EMIT notice(added.error().detail);
        });
    };
    QStringList listed;
    for (const IndicatorInfo &info : shippedIndicators()) {
        const auto spec = parseIndicatorSpec(QString::fromUtf8(info.name.data(), qsizetype(info.name.size())));
        if (!spec)
            continue;
        listed.append(toString(*spec));
        addToggle(listed.last(), QString::fromUtf8(info.help.data(), qsizetype(info.help.size())));
    }
    m_indicatorMenu->addSeparator();
    for (const QString &spec : shown) {
        if (!listed.contains(spec))
            addToggle(spec, {});
    }
    m_indicatorMenu->addAction(tr("Add with other numbers…"), this, [this] { askForIndicator(); });
}

void ChartPanel::askForIndicator()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add indicator"));
    dialog->setLabelText(tr("Indicator and its numbers, for example ema:50 or macd:12,26,9"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        if (const auto added = m_chart->addIndicator(text.trimmed()); !added)
            Q_EMIT notice(added.error().detail);
    });
    dialog->open();
}

void ChartPanel::setIndicators(const QStringList &specs)
{
    for (const QString &title : m_chart->indicators())
        m_chart->removeIndicator(title);
    for (const QString &spec : specs) {
        if (const auto added = m_chart->addIndicator(spec); !added)
            Q_EMIT notice(added.error().detail);
    }
}

} // namespace bellwether
