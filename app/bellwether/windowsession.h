#pragma once

#include "app/composition/liveopening.h"
#include "app/composition/localaccounts.h"
#include "app/composition/localbackups.h"
#include "app/composition/locallab.h"
#include "ui/shell/mainwindow.h"

namespace bellwether {

/// The desk of the window program and the window over it. Another language makes the window anew over the same desk; a
/// replay, the way back from it, a restored account and going live make both, and where that fails the desk that was comes
/// back. A live desk's window is there before its venue is asked.
class WindowSession final : public QObject {
    Q_OBJECT
public:
    /// Opens the settings anew for every desk: they may have changed since the last.
    using OpenSession = LocalAccounts::OpenSession;
    struct Look {
        QSize size;                ///< of every window; empty: as it was kept
        bool offersTour = true;    ///< with the first one
    };

    WindowSession(const Session &session, DeskRequest request, OpenSession open, Look look);
    /// Stops the desk in order.
    ~WindowSession() override;

    /// Builds the desk and its window and starts. Errors: those of makeDesk(), Denied for an account that is not armed.
    Result<void> start();
    MainWindow *window() const { return m_window.get(); }
    TradingDesk &desk() const { return m_desk->desk(); }
    const DeskRequest &request() const { return m_request; }

Q_SIGNALS:
    /// No desk can be built any more, not even the one that was.
    void failed(const QString &text);

private:
    Result<std::unique_ptr<RunnableDesk>> build(const DeskRequest &wanted) const;
    void show(std::unique_ptr<RunnableDesk> desk);
    void makeWindow();
    void closeWindow();
    /// `between` runs while no desk does.
    void changeTo(const DeskRequest &next, const std::function<Result<void>()> &between = [] { return Result<void>(); });
    bool isLive() const { return !m_request.liveAccount.isEmpty(); }
    void replay(const QStringList &files);
    void replayAnew(Timestamp to);
    void leaveReplay();
    void restore(const QString &path);
    void goLive(const QString &name, const std::shared_ptr<SecretBytes> &passphrase);
    LiveOpening &showOpening(std::unique_ptr<LiveOpening> opening);
    void showLive(LiveOpening &opening);
    void askPassphrase(LiveOpening &opening);

    Session m_session;
    DeskRequest m_request;  ///< of the desk that runs
    DeskRequest m_home;     ///< of the desk outside any replay
    OpenSession m_open;
    Look m_look;
    LocalLab m_lab;
    LocalBackups m_backups;
    LocalAccounts m_accounts;
    std::unique_ptr<RunnableDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    QObject m_context; ///< of connections that end before all this does
};

} // namespace bellwether
