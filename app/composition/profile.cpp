#include "app/composition/profile.h"

#include <QDir>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// A profile made or copied with open doors is closed: the folder to 0700, what the program writes there to 0600. A shared
// folder such as /tmp keeps its mode.
Result<void> closeToOthers(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    struct stat info = {};
    if (::stat(name.constData(), &info) != 0)
        return failure(ErrorCode::FileUnwritable, u"%1: the profile folder cannot be read"_s.arg(folder));
    if (info.st_uid != ::geteuid())
        return failure(ErrorCode::FileUnwritable, u"%1: the profile folder belongs to another user"_s.arg(folder));
    const bool isShared = (info.st_mode & S_ISVTX) != 0;
    if (!isShared && (info.st_mode & 077) != 0 && ::chmod(name.constData(), 0700) != 0)
        return failure(ErrorCode::FileUnwritable, u"%1: the profile folder cannot be closed to others"_s.arg(folder));
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"bellwether.ini*"_s, u"*.sqlite*"_s}, QDir::Files | QDir::NoSymLinks | QDir::Hidden))
        ::chmod(QFile::encodeName(file.filePath()).constData(), 0600);
    return {};
}

} // namespace

Result<Profile> Profile::open(const QString &path)
{
    ::umask(077); // journals and settings are the user's own business
    const QString folder = path.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/bellwether"_s
        : QDir(path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::FileUnwritable, u"%1: the profile folder cannot be created"_s.arg(folder));
    if (auto closed = closeToOthers(folder); !closed)
        return failure(closed.error());
    return Profile{folder};
}

} // namespace bellwether
