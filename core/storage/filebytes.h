#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace bellwether {

/// What a file holds once it is unpacked. `member` is the name inside a zip, empty otherwise.
struct FileBytes {
    QByteArray bytes;
    QString packing; ///< `plain`, `gzip`, `zip`
    QString member;
};

/// Reads a regular file into memory and unpacks gzip and zip, told by their first bytes and not by their name. A zip
/// holds exactly one CSV, text or JSON file. Unpacking stops at `bytesMax` and at 200 times the packed size (beyond
/// the first 16 MiB), whatever sizes the archive declares. Nothing is written to disk. Errors: FileUnreadable (missing,
/// not a regular file, not permitted), BadData (damaged, too large, wrong members), each with the path.
Result<FileBytes> readFileBytes(const QString &path, qint64 bytesMax = qint64(2) << 30);

} // namespace bellwether
