#include "core/storage/filebytes.h"

#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr qint64 freeBytes = qint64(16) << 20; // an archive this small after unpacking is never a bomb
constexpr qint64 ratioMax = 200;

struct ArchiveCloser {
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using ArchivePtr = std::unique_ptr<archive, ArchiveCloser>;

QString archiveError(archive *reader)
{
    const char *text = archive_error_string(reader);
    return text ? QString::fromUtf8(text) : u"unknown error"_s;
}

Result<QByteArray> readEntry(archive *reader, const QString &path, qint64 packedSize, qint64 bytesMax)
{
    QByteArray bytes;
    QByteArray chunk(1 << 18, Qt::Uninitialized);
    while (true) {
        const auto count = archive_read_data(reader, chunk.data(), std::size_t(chunk.size()));
        if (count < 0)
            return failure(ErrorCode::BadData, u"%1: damaged archive: %2"_s.arg(path, archiveError(reader)));
        if (count == 0)
            return bytes;
        if (bytes.size() + count > bytesMax || (bytes.size() + count > freeBytes && bytes.size() + count > packedSize * ratioMax)) {
            return failure(ErrorCode::BadData,
                           u"%1: unpacks to more than %2 MiB, which is refused"_s.arg(path).arg(bytes.size() >> 20));
        }
        bytes.append(chunk.constData(), qsizetype(count));
    }
}

bool isDataName(const QString &name)
{
    const QString lower = name.toLower();
    return lower.endsWith(u".csv"_s) || lower.endsWith(u".txt"_s) || lower.endsWith(u".json"_s) || lower.endsWith(u".tsv"_s);
}

Result<FileBytes> unpack(const QString &path, const QByteArray &packed, bool isZip, qint64 bytesMax)
{
    const ArchivePtr reader(archive_read_new());
    if (isZip) {
        archive_read_support_format_zip(reader.get());
    } else {
        archive_read_support_filter_gzip(reader.get());
        archive_read_support_format_raw(reader.get());
    }
    if (archive_read_open_memory(reader.get(), packed.constData(), std::size_t(packed.size())) != ARCHIVE_OK)
        return failure(ErrorCode::BadData, u"%1: damaged archive: %2"_s.arg(path, archiveError(reader.get())));
    FileBytes found{{}, isZip ? u"zip"_s : u"gzip"_s, {}};
    int members = 0;
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        if (!isZip) {
            // What the filter does not recognise would pass through unchanged.
            if (archive_filter_code(reader.get(), 0) != ARCHIVE_FILTER_GZIP)
                return failure(ErrorCode::BadData, u"%1: damaged archive: no gzip data"_s.arg(path));
            auto bytes = readEntry(reader.get(), path, packed.size(), bytesMax);
            if (!bytes)
                return failure(bytes.error());
            found.bytes = std::move(*bytes);
            return found;
        }
        const char *name = archive_entry_pathname_utf8(entry);
        const QString member = name ? QString::fromUtf8(name) : QString();
        if (archive_entry_filetype(entry) == AE_IFDIR || !isDataName(member))
            continue;
        if (++members > 1)
            return failure(ErrorCode::BadData, u"%1: the zip holds more than one data file"_s.arg(path));
        auto bytes = readEntry(reader.get(), path, packed.size(), bytesMax);
        if (!bytes)
            return failure(bytes.error());
        found.bytes = std::move(*bytes);
        found.member = member;
    }
    if (status != ARCHIVE_EOF)
        return failure(ErrorCode::BadData, u"%1: damaged archive: %2"_s.arg(path, archiveError(reader.get())));
    if (members == 0)
        return failure(ErrorCode::BadData, u"%1: the zip holds no .csv, .txt or .json file"_s.arg(path));
    return found;
}

} // namespace

Result<FileBytes> readFileBytes(const QString &path, qint64 bytesMax)
{
    // Opening a pipe or a device may block or have effects, so the kind is checked before.
    struct stat status {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return failure(ErrorCode::FileUnreadable, u"%1: no such file"_s.arg(path));
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::FileUnreadable, u"%1: not a regular file"_s.arg(path));
    if (status.st_size > bytesMax)
        return failure(ErrorCode::BadData, u"%1: larger than %2 MiB, which is refused"_s.arg(path).arg(bytesMax >> 20));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return unpack(path, bytes, true, bytesMax);
    if (bytes.startsWith("\x1f\x8b"))
        return unpack(path, bytes, false, bytesMax);
    return FileBytes{std::move(bytes), u"plain"_s, {}};
}

} // namespace bellwether
