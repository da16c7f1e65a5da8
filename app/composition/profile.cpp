#include "app/composition/profile.h"

#include <QDir>
#include <QStandardPaths>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<Profile> Profile::open(const QString &path)
{
    ::umask(077); // journals and settings are the user's own business
    const QString folder = path.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/bellwether"_s
        : QDir(path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::FileUnwritable, u"%1: the profile folder cannot be created"_s.arg(folder));
    return Profile{folder};
}

} // namespace bellwether
