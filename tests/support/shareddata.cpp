#include "tests/support/shareddata.h"

#include <QFileInfo>

namespace bellwether::test {

QString sharedFile(const QString &relativePath)
{
    const QString path = QStringLiteral(BELLWETHER_SHARED_DIR) + u'/' + relativePath;
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace bellwether::test
