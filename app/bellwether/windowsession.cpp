#include "app/bellwether/windowsession.h"

#include "core/base/clock.h"

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

} // namespace

WindowSession::WindowSession(const Session &session, DeskRequest request, MakeDesk make, Look look)
    : m_session(session), m_request(std::move(request)), m_home(homeOf(m_request)), m_make(std::move(make)), m_look(look),
      m_lab(session.profile, session.settings), m_backups(session.profile)
{
}

WindowSession::~WindowSession()
{
    m_window.reset();
    if (m_desk)
        m_desk->stop();
}

Result<void> WindowSession::start()
{
    auto built = m_make(m_request);
    if (!built)
        return failure(built.error());
    m_desk = *std::move(built);
    makeWindow();
    if (m_look.offersTour)
        m_window->offerTour();
    m_desk->start();
    return {};
}

void WindowSession::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_desk->desk(), m_session.settingsPath);
    m_window->setDeclaredSettings(declaredSettingSpecs());
    m_window->addLaboratory(m_lab);
    m_window->addBackups(m_backups);
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
    auto built = m_make(wanted);
    if (!built && trouble.isEmpty()) {
        trouble = built.error().detail;
        wanted = m_request;
        wanted.isAutoTrading = false;
        built = m_make(wanted);
    }
    if (!built) {
        Q_EMIT failed(built.error().detail);
        return;
    }
    m_request = wanted;
    m_request.isReplayFresh = false; // once is enough
    m_request.replayTo = {};
    m_desk = *std::move(built);
    makeWindow();
    m_desk->start();
    if (!trouble.isEmpty())
        m_window->showTrouble(trouble);
}

void WindowSession::replay(const QStringList &files)
{
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
    DeskRequest next = m_home;
    next.liveAccount.clear();
    next.isAutoTrading = false;
    changeTo(next, [this, path]() -> Result<void> {
        const auto restored = restoreAccount(m_session.profile, path, false, SystemClock().now());
        return restored ? Result<void>() : failure(restored.error());
    });
    if (m_request.replayFiles.isEmpty())
        m_home = m_request;
}

} // namespace bellwether
