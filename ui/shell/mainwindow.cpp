#include "ui/shell/mainwindow.h"

#include "ui/panels/account/accountstrip.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/depth/depthpanel.h"
#include "ui/panels/eventlog/eventlogpanel.h"
#include "ui/panels/orders/fillspanel.h"
#include "ui/panels/orders/orderspanel.h"
#include "ui/panels/positions/positionspanel.h"
#include "ui/panels/risk/riskpanel.h"
#include "ui/panels/signals/signalhistorypanel.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/ticket/ticketpanel.h"
#include "ui/panels/watchlist/watchlistpanel.h"
#include "ui/models/costtruth.h"
#include "ui/shell/attention.h"
#include "ui/shell/feedcontrols.h"
#include "ui/shell/language.h"
#include "ui/shell/overlays.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/tourcard.h"
#include "ui/shell/uisettings.h"

#include <QDockWidget>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int frameMs = 50; ///< snapshots that come faster than this are merged: the last one wins

ColorScheme schemeOf(const QString &name) { return name == u"light"_s ? ColorScheme::Light : ColorScheme::Dark; }

UpDownColors upDownOf(const QString &name)
{
    if (name == u"red-green"_s)
        return UpDownColors::RedUp;
    return name == u"blue-orange"_s ? UpDownColors::BlueUp : UpDownColors::GreenUp;
}

Format formatOf(const TradingDesk &desk, const QString &grouping, const QString &clock)
{
    if (clock == u"utc"_s)
        return formatOf(desk, grouping, {}).shownIn({});
    if (clock == u"local"_s)
        return formatOf(desk, grouping, {}).shownIn(ExchangeZone::of(QTimeZone::systemTimeZone()));
    const QString calendar = desk.instruments().empty() ? QString() : desk.instruments().front().calendar;
    if (grouping == u"lakh"_s)
        return Format(ExchangeZone::ofCalendar(calendar), QLocale(QLocale::English, QLocale::India));
    if (grouping == u"thousands"_s)
        return Format(ExchangeZone::ofCalendar(calendar));
    return Format::forCalendar(calendar);
}

} // namespace

MainWindow::MainWindow(TradingDesk &desk, const QString &settingsPath, QWidget *parent)
    : QMainWindow(parent), m_desk(desk), m_store(settingsPath),
      m_keys(KeyMap::fromSettings(m_store.values())),
      m_theme(schemeOf(m_store.value(uisettings::theme)), upDownOf(m_store.value(uisettings::upDown))),
      m_context{desk, m_theme, formatOf(desk, m_store.value(uisettings::grouping), m_store.value(uisettings::timeZone)), InstrumentLookup(desk.instruments())}
{
    setObjectName(u"mainWindow"_s);
    setLanguage(m_store.value(uisettings::language)); // before the first text is made
    m_theme.apply();
    setWindowTitle(u"Bellwether"_s);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setAnimated(false);
    resize(QSize(1600, 900).boundedTo(screenRoom()));
    createActions();
    createConsent();
    createPanels();
    createStrip();
    createRibbon();
    createReplayBar();
    createMenus();
    createTour();
    m_status = new StatusStrip(m_theme, m_context.format, statusBar());
    m_attention = new Attention(m_theme, this);
    arrange();
    // Until there are a laboratory, a keeper of backups and accounts.
    for (const ActionId id : {ActionId::ShowBacktest, ActionId::ShowBackups, ActionId::ShowConnections})
        action(id)->setVisible(false);
    restoreSettings();
    connect(&m_theme, &Theme::changed, this, [this] { retheme(); });
    retheme();
    followMonitors();
    connect(m_chart, &ChartPanel::stateChanged, this, [this] {
        m_store.saveLater(uisettings::charts.key, [this] { return m_chart->state(); }, [this](const QString &problem) { say(problem); });
    });
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, [this] { apply(); });
    connectDesk();
    updateActions();
    m_queue->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::createActions()
{
    for (const ActionSpec &spec : allActions()) {
        auto *action = new QAction(actionText(spec), this);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setCheckable(spec.isCheckable);
        action->setAutoRepeat(spec.canRepeat);
        connect(action, &QAction::triggered, this, [this, id = spec.id](bool isChecked) { run(id, isChecked); });
        addAction(action);
        m_actions[std::size_t(spec.id)] = action;
    }
    applyKeys();
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, Panel *panel)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    panel->setAttribute(Qt::WA_StyledBackground); // one colour under all that a panel holds
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable
                      | QDockWidget::DockWidgetClosable);
    m_panels.push_back(panel);
    m_docks.push_back(dock);
    connect(dock, &QDockWidget::dockLocationChanged, this, [this] { scheduleTitles(); });
    connect(dock, &QDockWidget::topLevelChanged, this, [this] { scheduleTitles(); });
    connect(panel, &Panel::notice, this, [this](const QString &text) { say(text); });
    for (DataTable *table : panel->findChildren<DataTable *>())
        connect(table, &DataTable::notice, panel, &Panel::notice);
    return dock;
}

void MainWindow::createPanels()
{
    m_queue = new SignalQueuePanel(m_context, this);
    m_chart = new ChartPanel(m_context, this);
    m_watch = new WatchlistPanel(m_context, this);
    m_positions = new PositionsPanel(m_context, this);
    m_orders = new OrdersPanel(m_context, this);
    m_log = new EventLogPanel(m_context, this);
    addDock(u"signalsDock"_s, tr("Signals"), m_queue);
    addDock(u"chartDock"_s, tr("Chart"), m_chart);
    addDock(u"watchDock"_s, tr("Watchlist"), m_watch);
    addDock(u"positionsDock"_s, tr("Positions"), m_positions);
    addDock(u"ordersDock"_s, tr("Orders"), m_orders);
    addDock(u"fillsDock"_s, tr("Fills"), new FillsPanel(m_context, this));
    addDock(u"historyDock"_s, tr("Signal history"), new SignalHistoryPanel(m_context, this));
    addDock(u"eventsDock"_s, tr("Event log"), m_log);

    createDeskPanels();

    connect(m_watch, &WatchlistPanel::instrumentChosen, this, [this](const InstrumentId &id) { m_chart->show(id); });
    connect(m_positions, &PositionsPanel::chartWanted, this, [this](const InstrumentId &id) { m_watch->select(id); });
    connect(m_queue, &SignalQueuePanel::chartWanted, this, [this](const InstrumentId &id, Timeframe timeframe) {
        m_chart->show(id, timeframe);
        m_watch->select(id);
    });
    connect(m_queue, &SignalQueuePanel::selectionChanged, this, [this] {
        m_chart->setChosenSignal(m_queue->selected());
        updateActions();
    });
    connect(m_queue, &SignalQueuePanel::pendingCountChanged, this, [this](int count) {
        m_docks.front()->setWindowTitle(count > 0 ? tr("Signals (%1)").arg(count) : tr("Signals"));
    });
    connect(m_positions, &PositionsPanel::selectionChanged, this, [this] { updateActions(); });
    connect(m_orders, &OrdersPanel::selectionChanged, this, [this] { updateActions(); });
}

void MainWindow::restoreSettings()
{
    m_isDefaultLayout = !m_store.restore(*this);
    resize(size().boundedTo(screenRoom()));
    updateTitles();
    action(ActionId::ToggleFlashing)->setChecked(m_store.value(uisettings::flashing));
    m_watch->setFlashing(m_store.value(uisettings::flashing));
    m_queue->setHold(m_store.value(uisettings::undoSeconds) * 1'000);
    readConsent();
    m_costs->set(parseCostTruth(m_store.value(uisettings::costs)));
    m_attention->setSounds(m_store.value(uisettings::sounds));
    m_watch->setLists(Watchlists::parse(m_store.value(uisettings::watchlists)), m_store.value(uisettings::shownWatchlist));
    m_chart->setIndicators(m_store.value(uisettings::indicators).split(u' ', Qt::SkipEmptyParts));
    if (const auto restored = m_chart->restore(m_store.value(uisettings::charts)); !restored)
        say(restored.error().detail);
    const auto timeframe = parseTimeframe(m_store.value(uisettings::timeframe));
    const QString wanted = m_store.value(uisettings::instrument);
    const auto &instruments = m_desk.instruments();
    const auto found = std::find_if(instruments.begin(), instruments.end(),
                                    [&](const Instrument &each) { return each.id.toString() == wanted; });
    if (!instruments.empty())
        m_chart->show(found != instruments.end() ? found->id : instruments.front().id, timeframe.value_or(Timeframe::M1));
    if (m_store.error())
        say(m_store.error()->detail);
}

void MainWindow::connectDesk()
{
    connect(&m_desk, &TradingDesk::snapshotChanged, this, [this](const DeskSnapshotPtr &snapshot) { receive(snapshot); });
    connect(&m_desk, &TradingDesk::chartUpdated, m_chart, &ChartPanel::applyChart);
    connect(&m_desk, &TradingDesk::eventsLogged, m_log, &EventLogPanel::append);
    connect(&m_desk, &TradingDesk::commandAnswered, this, [this](const CommandAnswer &answer) {
        m_queue->applyAnswer(answer);
        m_ticket->applyAnswer(answer);
        m_risk->applyAnswer(answer);
        if (m_killCommand != 0 && answer.command == m_killCommand) {
            m_killCommand = 0;
            m_risk->showReceipt(answer.text);
        }
        if (!answer.text.isEmpty())
            say(answer.isAccepted ? answer.text : tr("Refused: %1").arg(answer.text));
    });
    connect(&m_desk, &TradingDesk::orderPreviewed, m_queue, &SignalQueuePanel::applyPreview);
    connect(&m_desk, &TradingDesk::orderPreviewed, m_ticket, &TicketPanel::applyPreview);
    connect(&m_desk, &TradingDesk::finished, this, [this] { say(tr("The replay has ended.")); });
    if (const auto snapshot = m_desk.snapshot())
        receive(snapshot);
}

void MainWindow::receive(const DeskSnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (m_frame.isActive())
        return;
    const qint64 since = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : frameMs;
    if (since >= frameMs)
        apply();
    else
        m_frame.start(int(frameMs - since));
}

void MainWindow::showFeedSpeed(double speed) { m_feed->showSpeed(speed); }

void MainWindow::flush()
{
    m_frame.stop();
    apply();
}

void MainWindow::apply()
{
    m_sinceFrame.start();
    if (!m_snapshot)
        return;
    const bool isFirst = m_watch->table()->filter().rowCount() == 0;
    m_depth->show(m_chart->instrument());
    for (Panel *panel : m_panels)
        panel->applySnapshot(*m_snapshot);
    m_status->applySnapshot(*m_snapshot);
    m_feed->applySnapshot(*m_snapshot);
    m_attention->applySnapshot(*m_snapshot);
    m_tour->applySnapshot(*m_snapshot);
    if (isFirst)
        m_watch->select(m_chart->instrument());
    const QString title = u"%1 · %2 · Bellwether"_s.arg(
        toString(m_snapshot->mode).toUpper(), m_snapshot->account.account.toString());
    if (windowTitle() != title)
        setWindowTitle(title);
    updateActions();
    if (m_isFlattening && m_snapshot->positions.empty())
        QTimer::singleShot(0, this, [this] { closeNow(); });
}

CommandState MainWindow::state() const
{
    const SignalRow *signal = m_queue->selected();
    return {.snapshot = m_snapshot,
            .canDecideSignal = m_queue->canDecide() && m_deskLayout.isEmpty(), // nobody approves what he does not see
            .isExitSignal = signal && signal->isExit,
            .hasSignals = m_queue->pendingCount() > 0,
            .canUndo = m_queue->canUndo(),
            .hasPosition = m_positions->hasSelection(),
            .canCancelOrder = m_orders->canCancelSelected(),
            .isLocked = !m_lock->isHidden()};
}

void MainWindow::updateActions()
{
    const CommandState current = state();
    for (const ActionSpec &spec : allActions())
        action(spec.id)->setEnabled(bellwether::isEnabled(spec.id, current));
    if (!m_snapshot || !m_auto)
        return;
    action(ActionId::ToggleAutoTrading)->setChecked(m_snapshot->isAutoTrading);
    action(ActionId::ToggleAutoTrading)->setText(m_snapshot->isAutoTrading ? tr("AUTO-TRADE ON") : tr("Auto-trade"));
    m_reset->setVisible(action(ActionId::ResetLatches)->isEnabled());
    action(ActionId::PauseFeed)->setChecked(m_snapshot->health.feedState == u"paused"_s);
}

void MainWindow::retheme()
{
    for (const ActionSpec &spec : allActions()) {
        if (spec.icon[0] == '\0')
            continue;
        const ColorRole role = spec.id == ActionId::KillSwitch ? ColorRole::FillText : ColorRole::Text;
        action(spec.id)->setIcon(m_theme.icon(QString::fromLatin1(spec.icon), role));
    }
    showThemeChecks();
}

void MainWindow::showThemeChecks()
{
    action(ActionId::ToggleTheme)->setChecked(m_theme.scheme() == ColorScheme::Light);
    action(ActionId::GreenUp)->setChecked(m_theme.upDown() == UpDownColors::GreenUp);
    action(ActionId::RedUp)->setChecked(m_theme.upDown() == UpDownColors::RedUp);
    action(ActionId::BlueUp)->setChecked(m_theme.upDown() == UpDownColors::BlueUp);
    const QString clock = m_store.value(uisettings::timeZone);
    action(ActionId::TimesUtc)->setChecked(clock == u"utc"_s);
    action(ActionId::TimesLocal)->setChecked(clock == u"local"_s);
    action(ActionId::TimesOfExchange)->setChecked(clock != u"utc"_s && clock != u"local"_s);
}

void MainWindow::say(const QString &text) { statusBar()->showMessage(text, 8'000); }

void MainWindow::showPanel(int number)
{
    leaveBacktest();
    showDock(m_docks[std::size_t(number)]);
}

} // namespace bellwether
