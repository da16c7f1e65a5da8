#include "app/bellwether/windowsession.h"

#include "app/composition/logfile.h"
#include "core/base/clock.h"
#include "ui/panels/connections/passphrasedialog.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// The desk outside a replay: what was asked for, without what belongs to the replay.
DeskRequest homeOf(DeskRequest request)
{
    if (request.replayFiles.isEmpty())
        return request;
    request.replayFiles.clear();
    request.symbols.clear();
    request.replaySpeed = 1;
    request.isAutoTrading = false;
    return request;
}

QString liveDeskStays()
{
    return QCoreApplication::translate("Accounts", "This desk trades a live account and is not replaced while it runs.");
}

} // namespace

WindowSession::WindowSession(const Session &session, DeskRequest request, OpenSession open, Look look)
    : m_session(session), m_request(std::move(request)), m_home(homeOf(m_request)), m_open(std::move(open)), m_look(look),
      m_lab(session.profile, session.settings), m_backups(session.profile), m_accounts(m_open)
{
    connect(&m_accounts, &LocalAccounts::liveWanted, &m_context, [this](const QString &name, const std::shared_ptr<SecretBytes> &passphrase) {
        goLive(name, passphrase);
    });
}

WindowSession::~WindowSession()
{
    m_accounts.setRunning({});
    m_window.reset();
    if (m_desk)
        m_desk->stop();
}

Result<void> WindowSession::start()
{
    if (!isLive()) {
        auto built = build(m_request);
        if (!built)
            return failure(built.error());
        show(*std::move(built));
    } else {
        auto opening = std::make_unique<LiveOpening>(m_session.profile, m_session.settings, m_request);
        const auto needsPassphrase = opening->needsPassphrase();
        if (!needsPassphrase)
            return failure(needsPassphrase.error());
        LiveOpening &shown = showOpening(std::move(opening));
        *needsPassphrase ? askPassphrase(shown) : shown.begin({});
    }
    if (m_look.offersTour)
        m_window->offerTour();
    return {};
}

Result<std::unique_ptr<RunnableDesk>> WindowSession::build(const DeskRequest &wanted) const
{
    const auto session = m_open();
    if (!session)
        return failure(session.error());
    return makeDesk(session->profile, session->settings, wanted);
}

// The desk before it stops in order; nothing of it is left but its journal.
void WindowSession::show(std::unique_ptr<RunnableDesk> desk)
{
    if (m_window)
        closeWindow();
    if (m_desk)
        m_desk->stop();
    m_desk = std::move(desk);
    connect(&m_desk->desk(), &TradingDesk::eventsLogged, &m_desk->desk(), &LogFile::note);
    makeWindow();
    m_desk->start();
}

void WindowSession::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_desk->desk(), m_session.settingsPath);
    m_window->setDeclaredSettings(declaredSettingSpecs());
    m_window->addLaboratory(m_lab);
    m_window->addBackups(m_backups);
    m_window->addAccounts(m_accounts);
    if (!m_look.size.isEmpty())
        m_window->resize(m_look.size);
    m_window->showFeedSpeed(m_request.replaySpeed);
    // Queued: what they ask for takes the window away that asks.
    connect(m_window.get(), &MainWindow::rebuildWanted, this, [this] {
        closeWindow();
        makeWindow();
    }, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::replayWanted, this, &WindowSession::replay, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::replayBackWanted, this, &WindowSession::replayAnew, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::leaveReplayWanted, this, &WindowSession::leaveReplay, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::restoreWanted, this, &WindowSession::restore, Qt::QueuedConnection);
    m_window->show();
    QApplication::setQuitOnLastWindowClosed(true);
}

void WindowSession::closeWindow()
{
    QApplication::setQuitOnLastWindowClosed(false); // another follows
    m_window->closeNow();
    m_window.reset();
}

void WindowSession::changeTo(const DeskRequest &next, const std::function<Result<void>()> &between)
{
    closeWindow();
    m_desk->stop();
    m_desk.reset();
    DeskRequest wanted = next;
    const auto prepared = between();
    QString trouble = prepared ? QString() : prepared.error().detail;
    if (!prepared)
        wanted = m_request;
    auto built = build(wanted);
    if (!built && trouble.isEmpty()) {
        trouble = built.error().detail;
        wanted = m_request;
        wanted.isAutoTrading = false;
        built = build(wanted);
    }
    if (!built) {
        Q_EMIT failed(built.error().detail);
        return;
    }
    m_request = wanted;
    m_request.isReplayFresh = false; // once is enough
    m_request.replayTo = {};
    show(*std::move(built));
    if (!trouble.isEmpty())
        m_window->showTrouble(trouble);
}

void WindowSession::replay(const QStringList &files)
{
    if (isLive())
        return m_window->showTrouble(liveDeskStays());
    DeskRequest next = m_home;
    next.replayFiles = files;
    next.symbols.clear();
    next.isAutoTrading = false;
    next.isReplayFresh = true;
    next.isReplayPaused = true;
    next.replaySpeed = 60;
    changeTo(next);
}

void WindowSession::replayAnew(Timestamp to)
{
    DeskRequest next = m_request;
    next.isReplayFresh = true;
    next.replayTo = to;
    next.isReplayPaused = true;
    changeTo(next);
}

void WindowSession::leaveReplay()
{
    if (!m_request.replayFiles.isEmpty())
        changeTo(m_home);
}

void WindowSession::restore(const QString &path)
{
    if (isLive())
        return m_window->showTrouble(liveDeskStays());
    DeskRequest next = m_home;
    next.isAutoTrading = false;
    changeTo(next, [this, path]() -> Result<void> {
        const auto restored = restoreAccount(m_session.profile, path, false, SystemClock().now());
        return restored ? Result<void>() : failure(restored.error());
    });
    if (m_request.replayFiles.isEmpty())
        m_home = m_request;
}

void WindowSession::goLive(const QString &name, const std::shared_ptr<SecretBytes> &passphrase)
{
    auto session = m_open(); // the arming is of the settings as they are now
    if (!session)
        return m_accounts.refresh();
    m_accounts.setRunning({});
    m_session = *std::move(session);
    DeskRequest request;
    request.liveAccount = name;
    request.strategies = m_request.strategies;
    request.seed = m_request.seed;
    m_home = m_request = std::move(request);
    showOpening(std::make_unique<LiveOpening>(m_session.profile, m_session.settings, m_request)).begin(std::move(*passphrase));
}

LiveOpening &WindowSession::showOpening(std::unique_ptr<LiveOpening> opening)
{
    LiveOpening &shown = *opening;
    connect(&shown, &LiveOpening::failed, &m_context, [this] { m_accounts.setRunning({}); });
    connect(&shown, &LiveOpening::ready, &m_context, [this, &shown] { showLive(shown); }, Qt::QueuedConnection);
    m_accounts.setRunning(LocalAccounts::Running{m_request.liveAccount, {}, {}});
    show(std::move(opening));
    return shown;
}

void WindowSession::showLive(LiveOpening &opening)
{
    auto live = opening.take();
    if (!live)
        return;
    LiveRunnableDesk *desk = live.get();
    show(std::move(live));
    m_accounts.setRunning(LocalAccounts::Running{m_request.liveAccount, [desk] { return desk->venueStatus(); },
                                                 [desk](const QString &reason) { desk->disarm(reason); }});
}

void WindowSession::askPassphrase(LiveOpening &opening)
{
    auto *dialog = PassphraseDialog::ask(m_window.get(), QCoreApplication::translate("Accounts", "Open the vault of keys"),
                                         [&opening](QByteArray passphrase) { opening.begin(SecretBytes(std::move(passphrase))); });
    connect(dialog, &QDialog::rejected, &opening, [&opening] { opening.giveUp(u"the vault of keys was not opened"_s); });
}

} // namespace bellwether
