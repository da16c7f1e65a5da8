#include "core/storage/journalmark.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// `00000000000000001234\n` and then the home: the number has one place and one length, and is replaced in it.
constexpr std::size_t numberSize = 21;
using NumberText = std::array<char, numberSize + 1>;

NumberText numberText(std::uint64_t sequence)
{
    NumberText text;
    std::snprintf(text.data(), text.size(), "%020llu\n", static_cast<unsigned long long>(sequence));
    return text;
}

} // namespace

QString JournalMark::pathOf(const QString &journal) { return journal + u".begun"_s; }

std::optional<JournalMark::Content> JournalMark::read(const QString &journal)
{
    QFile file(pathOf(journal));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.read(4'096);
    bool isNumber = false;
    const quint64 sequence = text.left(numberSize - 1).toULongLong(&isNumber);
    QString home = QString::fromUtf8(text.mid(numberSize));
    if (home.endsWith(u'\n'))
        home.chop(1); // and no more: a machine without a number leaves a space before the folder
    return Content{isNumber ? sequence : 0, home};
}

Result<void> JournalMark::write(const QString &journal, const Content &content)
{
    QSaveFile file(pathOf(journal));
    if (!file.open(QIODevice::WriteOnly) || file.write(numberText(content.sequence).data(), numberSize) != qint64(numberSize)
        || file.write(content.home.toUtf8() + '\n') < 0 || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(pathOf(journal), file.errorString()));
    return {};
}

void JournalMark::remove(const QString &journal) { QFile::remove(pathOf(journal)); }

QString JournalMark::homeOf(const QString &journal)
{
    return QString::fromLatin1(QSysInfo::machineUniqueId()) + u' ' + QFileInfo(journal).dir().canonicalPath();
}

JournalMark::~JournalMark()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<void> JournalMark::open(const QString &journal)
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = ::open(QFile::encodeName(pathOf(journal)).constData(), O_WRONLY | O_CLOEXEC);
    if (m_file < 0)
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(pathOf(journal), qt_error_string()));
    return {};
}

void JournalMark::note(std::uint64_t sequence)
{
    // A hint that cannot be written weakens a later check and nothing else.
    [[maybe_unused]] const auto written = ::pwrite(m_file, numberText(sequence).data(), numberSize, 0);
}

} // namespace bellwether
