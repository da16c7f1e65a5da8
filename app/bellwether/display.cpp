#include "app/bellwether/display.h"

#include <QDir>
#include <QLibrary>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Asks the X server itself, with the user's authority: a variable that is set, or a socket that is there, proves
// nothing. The library is the one Qt's own plugin uses.
bool canReachX11()
{
    using Connect = void *(*)(const char *, int *);
    using HasError = int (*)(void *);
    using Disconnect = void (*)(void *);
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return false;
    QLibrary xcb(u"xcb"_s, 1);
    const auto connectTo = reinterpret_cast<Connect>(xcb.resolve("xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(xcb.resolve("xcb_disconnect"));
    if (!connectTo || !hasError || !disconnect)
        return false;
    void *connection = connectTo(nullptr, nullptr);
    const bool isReachable = hasError(connection) == 0;
    disconnect(connection);
    return isReachable;
}

bool canReachWayland()
{
    const QString display = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (display.isEmpty())
        return false;
    const QString socket = QDir(qEnvironmentVariable("XDG_RUNTIME_DIR")).absoluteFilePath(display);
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/platforms"_s);
    return QFileInfo::exists(socket) && !plugins.entryList({u"libqwayland*"_s}, QDir::Files).isEmpty();
}

} // namespace

bool isDisplayReachable()
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM").section(u';', 0, 0).section(u':', 0, 0);
    if (platform.startsWith(u"xcb"_s))
        return canReachX11();
    if (platform.startsWith(u"wayland"_s))
        return canReachWayland();
    return !platform.isEmpty() || canReachWayland() || canReachX11();
}

} // namespace bellwether
