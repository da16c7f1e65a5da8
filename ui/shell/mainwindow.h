#pragma once

#include "core/base/settingspec.h"
#include "ui/panels/panel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/keymap.h"
#include "ui/shell/layoutstore.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <array>

class QDockWidget;
class QToolButton;

namespace bellwether {

class AccountStrip;
class Attention;
class BacktestPanel;
class BackupKeeper;
class ChartPanel;
class CostSwitch;
class DepthPanel;
class EventLogPanel;
class FeedControls;
class Laboratory;
class LockScreen;
class OneClickFrame;
class OrderConsent;
class OrdersPanel;
class PositionsPanel;
class ReconcileRibbon;
class ReplayBar;
class RiskPanel;
class SignalQueuePanel;
class StatusStrip;
class TicketPanel;
class TourCard;
class VenueAccounts;
enum class TourStep;
class WatchlistPanel;

/// The trading window over one desk. The desk outlives it. Layout, theme and chart are read from the settings file
/// when it is made and written when it closes; an empty path keeps nothing.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(TradingDesk &desk, const QString &settingsPath = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds the backtest panel over a laboratory that outlives the window.
    void addLaboratory(Laboratory &lab);
    /// Adds the list of backups over a keeper that outlives the window.
    void addBackups(BackupKeeper &keeper);
    /// Tells that something asked for could not be done.
    void showTrouble(const QString &text);
    /// Adds the page of connections over accounts that outlive the window.
    void addAccounts(VenueAccounts &accounts);
    QAction *action(ActionId id) const { return m_actions[std::size_t(id)]; }
    const Theme &theme() const { return m_theme; }
    ChartPanel *chartPanel() const { return m_chart; }
    BacktestPanel *backtestPanel() const { return m_backtest; }
    SignalQueuePanel *signalPanel() const { return m_queue; }
    /// Opens the ticket for an order of the trader's own; a limit price other than zero makes it a limit order.
    void openTicket(Side side, const InstrumentId &instrument, Price limit = {});
    /// Settings of the program beside those of the window, for the settings dialog.
    void setDeclaredSettings(std::vector<SettingSpec> specs) { m_declared = std::move(specs); }
    /// Begins the tour where this profile has not seen it yet.
    void offerTour();
    /// Closes without asking about open positions: for the end of the session.
    void closeNow();
    /// Shows the speed the desk was started with; 0 is as fast as possible.
    void showFeedSpeed(double speed);
    /// Shows what the desk last said at once, without waiting for the next frame.
    void flush();

Q_SIGNALS:
    /// The language or the look of numbers was changed: whoever made the window makes it anew over the same desk.
    void rebuildWanted();
    /// A replay of files of bars in the place of the desk; the trader has confirmed it.
    void replayWanted(const QStringList &files);
    /// The replay anew, from its beginning to `time`.
    void replayBackWanted(bellwether::Timestamp time);
    /// The desk that was there before the replay.
    void leaveReplayWanted();
    /// A backup in the place of its account, and then a desk on paper.
    void restoreWanted(const QString &path);

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void createActions();
    void createMenus();
    void createStrip();
    QDockWidget *addDock(const QString &name, const QString &title, Panel *panel);
    void createPanels();
    void createDeskPanels();
    void arrange();
    void arrangeDeskPanels();
    void resizeDefault();
    void followMonitors();
    void scheduleTitles();
    void updateTitles();
    void connectDesk();
    void receive(const DeskSnapshotPtr &snapshot);
    void apply();
    void updateActions();
    CommandState state() const;
    void retheme();
    void showThemeChecks();
    /// The largest size that fits the screen with the window's frame.
    QSize screenRoom() const;
    void restoreSettings();
    void showPanel(int number);
    void showDock(QDockWidget *dock);
    /// Asks what shall become of open positions; false where there are none or it was decided.
    bool asksBeforeClosing();
    void flattenAndClose();
    void say(const QString &text);

    void openSettings();
    void applySettings(const QMap<QString, QString> &changes);
    void chooseTimes(const QString &clock);
    void askLayoutName();
    void fillLayoutMenu(QMenu *menu);

    void applyKeys();
    void setKeys(const KeyMap &keys);
    void showKeys(std::optional<ActionScope> scope);
    ActionScope scopeOfFocus() const;
    void openPalette(bool symbolsOnly, const QString &typed);
    void addStrategies(std::vector<CommandPalette::Entry> &entries);
    void showInstrument(const InstrumentId &id);
    /// Of the row chosen in the panel that has the keyboard, else of the chart.
    InstrumentId instrumentInHand() const;

    void run(ActionId id, bool isChecked);
    void showConnections();
    void toggleBacktest();
    /// Gives the backtest the closed bars of the active chart, as a file of the profile.
    void backtestChart();
    void leaveBacktest();
    void askAutoTrading();
    void askCloseAll();
    void askCancelAll();
    void askKill();
    void askReset();
    void askOneClick();
    void createConsent();
    void readConsent();
    void setLocked(bool isLocked);
    void cyclePanels(int direction);
    void createRibbon();
    void createReplayBar();
    void askReplay();
    void confirmReplay(const QStringList &files);
    void showBackups();
    void takeLimits(const QMap<QString, QString> &changes);
    void createTour();
    void startTour();
    QWidget *tourTarget(TourStep step) const;

    TradingDesk &m_desk;
    LayoutStore m_store;
    KeyMap m_keys;
    Theme m_theme;
    PanelContext m_context;
    std::array<QAction *, std::size_t(ActionId::Quit) + 1> m_actions{};
    AccountStrip *m_strip = nullptr;
    StatusStrip *m_status = nullptr;
    FeedControls *m_feed = nullptr;
    QToolButton *m_auto = nullptr;
    QToolButton *m_reset = nullptr; ///< shown while trading is stopped
    SignalQueuePanel *m_queue = nullptr;
    ChartPanel *m_chart = nullptr;
    WatchlistPanel *m_watch = nullptr;
    PositionsPanel *m_positions = nullptr;
    OrdersPanel *m_orders = nullptr;
    EventLogPanel *m_log = nullptr;
    TicketPanel *m_ticket = nullptr;
    DepthPanel *m_depth = nullptr;
    OrderConsent *m_consent = nullptr;
    OneClickFrame *m_oneClickFrame = nullptr;
    LockScreen *m_lock = nullptr;
    ReconcileRibbon *m_ribbon = nullptr;
    ReplayBar *m_replay = nullptr;
    CostSwitch *m_costs = nullptr;
    BackupKeeper *m_backups = nullptr;
    TourCard *m_tour = nullptr;
    RiskPanel *m_risk = nullptr;
    QDockWidget *m_ticketDock = nullptr;
    QDockWidget *m_exposureDock = nullptr;
    QDockWidget *m_riskDock = nullptr;
    QDockWidget *m_shadowDock = nullptr;
    QDockWidget *m_strategiesDock = nullptr;
    QDockWidget *m_depthDock = nullptr;
    QDockWidget *m_connectionsDock = nullptr; ///< null without accounts
    Attention *m_attention = nullptr;
    std::vector<SettingSpec> m_declared;
    CommandId m_killCommand = 0; ///< its answer is the receipt
    bool m_isClosingDecided = false;
    bool m_isFlattening = false; ///< closes once nothing is held
    BacktestPanel *m_backtest = nullptr;
    QDockWidget *m_backtestDock = nullptr;
    QByteArray m_deskLayout; ///< of the docks that make room for the backtest; empty while they are there
    std::vector<Panel *> m_panels;
    std::vector<QDockWidget *> m_docks; ///< in the order of Ctrl+1…
    DeskSnapshotPtr m_snapshot;
    QString m_monitors;                     ///< the set of monitors the layout belongs to
    std::pair<QByteArray, QByteArray> m_place; ///< geometry and docks, as last seen at rest
    QTimer m_placeTimer;
    QTimer m_frame;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_sinceShown;
    bool m_isDefaultLayout = true;
};

} // namespace bellwether
