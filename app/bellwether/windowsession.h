#pragma once

#include "app/composition/localbackups.h"
#include "app/composition/locallab.h"
#include "app/composition/makedesk.h"
#include "app/composition/session.h"
#include "ui/shell/mainwindow.h"

namespace bellwether {

/// The desk of the window program and the window over it. Another language makes the window anew over the same desk; a
/// replay, the way back from it and a restored account make both, and where that fails the desk that was comes back.
class WindowSession final : public QObject {
    Q_OBJECT
public:
    /// Builds a desk on paper, or opens a live one.
    using MakeDesk = std::function<Result<std::unique_ptr<RunnableDesk>>(const DeskRequest &)>;
    struct Look {
        QSize size;                ///< of every window; empty: as it was kept
        bool offersTour = true;    ///< with the first one
    };

    WindowSession(const Session &session, DeskRequest request, MakeDesk make, Look look);
    /// Stops the desk in order.
    ~WindowSession() override;

    /// Builds the desk and its window and starts. Errors: those of the desk.
    Result<void> start();
    MainWindow *window() const { return m_window.get(); }
    TradingDesk &desk() const { return m_desk->desk(); }
    const DeskRequest &request() const { return m_request; }

Q_SIGNALS:
    /// No desk can be built any more, not even the one that was.
    void failed(const QString &text);

private:
    void makeWindow();
    void closeWindow();
    /// `between` runs while no desk does.
    void changeTo(const DeskRequest &next, const std::function<Result<void>()> &between = [] { return Result<void>(); });
    void replay(const QStringList &files);
    void replayAnew(Timestamp to);
    void leaveReplay();
    void restore(const QString &path);

    Session m_session;
    DeskRequest m_request;  ///< of the desk that runs
    DeskRequest m_home;     ///< of the desk outside any replay
    MakeDesk m_make;
    Look m_look;
    LocalLab m_lab;
    LocalBackups m_backups;
    std::unique_ptr<RunnableDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bellwether
