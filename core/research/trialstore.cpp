#include "core/research/trialstore.h"

#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr const char *heading = "bellwether search 1 ";

template <typename Number> void append(QByteArray &line, Number number)
{
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    line.append(text, end - text);
}

template <typename Number> bool read(QByteArrayView text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

QByteArray TrialStore::lineOf(const Trial &trial)
{
    QByteArray line;
    for (const std::uint32_t position : trial.point) {
        append(line, position);
        line += ' ';
    }
    append(line, trial.finalEquity.amount.raw());
    line += ' ' + trial.finalEquity.currency.toString().toLatin1() + ' ';
    append(line, trial.trades);
    for (const double metric : trial.metrics) {
        line += ' ';
        append(line, metric);
    }
    // The end mark tells a line that was written whole.
    return line + " .\n";
}

std::optional<Trial> TrialStore::trialOf(const QByteArray &line, std::size_t rangeCount)
{
    const QList<QByteArray> fields = line.split(' ');
    const auto ranges = qsizetype(rangeCount);
    if (fields.size() < ranges + 4 || fields.back() != ".")
        return {};
    Trial trial;
    for (qsizetype i = 0; i < ranges; ++i)
        if (!read(fields[i], trial.point.emplace_back()))
            return {};
    std::int64_t raw = 0;
    if (!read(fields[ranges], raw) || fields[ranges + 1].size() > 8 || !read(fields[ranges + 2], trial.trades))
        return {};
    trial.finalEquity = {FixedPoint<MoneyTag>::fromRaw(raw), Currency(std::string_view(fields[ranges + 1].constData(), std::size_t(fields[ranges + 1].size())))};
    for (qsizetype i = ranges + 3; i + 1 < fields.size(); ++i)
        if (!read(fields[i], trial.metrics.emplace_back()))
            return {};
    trial.isDone = true;
    return trial;
}

Result<std::unique_ptr<TrialStore>> TrialStore::open(const QString &path, const QString &search, std::size_t rangeCount)
{
    const auto refuse = [&](ErrorCode code, const QString &why) { return failure(code, u"%1: %2"_s.arg(path, why)); };
    const QByteArray wanted = heading + search.toUtf8() + '\n';
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refuse(ErrorCode::FileUnwritable, u"the state of the search cannot be written: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    std::unique_ptr<TrialStore> store(new TrialStore);
    store->m_path = path;
    store->m_file = ::fdopen(descriptor, "r+");
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return refuse(ErrorCode::StoreLocked, u"another process is making this search"_s);
    QFile file;
    if (!file.open(store->m_file, QIODevice::ReadOnly))
        return refuse(ErrorCode::FileUnreadable, file.errorString());
    const QByteArray text = file.readAll();
    file.close();
    qsizetype end = wanted.size();
    if (!wanted.startsWith(text) && !text.startsWith(wanted))
        return refuse(text.startsWith(heading) ? ErrorCode::Conflict : ErrorCode::BadData, u"holds something else than this search: other data, costs, ranges or figures"_s);
    if (text.size() >= wanted.size()) {
        for (qsizetype next = text.indexOf('\n', end); next >= 0; next = text.indexOf('\n', end)) {
            auto trial = trialOf(text.mid(end, next - end), rangeCount);
            if (!trial)
                break;
            store->m_lines.emplace(trial->point, *std::move(trial));
            end = next + 1;
        }
    }
    // Whatever follows the last good line was cut off by a kill.
    if (::ftruncate(descriptor, text.size() >= wanted.size() ? end : 0) != 0 || std::fseek(store->m_file, 0, SEEK_END) != 0)
        return refuse(ErrorCode::FileUnwritable, QString::fromLocal8Bit(std::strerror(errno)));
    if (text.size() < wanted.size())
        std::fwrite(wanted.constData(), 1, std::size_t(wanted.size()), store->m_file);
    return store;
}

TrialStore::~TrialStore()
{
    if (m_file)
        std::fclose(m_file);
}

bool TrialStore::recall(Trial &trial) const
{
    const auto found = m_lines.find(trial.point);
    if (found == m_lines.end())
        return false;
    trial = found->second;
    return true;
}

void TrialStore::keep(const Trial &trial)
{
    if (!trial.isDone || !m_lines.emplace(trial.point, trial).second || !m_file)
        return;
    const QByteArray line = lineOf(trial);
    std::fwrite(line.constData(), 1, std::size_t(line.size()), m_file);
}

void TrialStore::flush()
{
    if (m_file)
        std::fflush(m_file);
}

void TrialStore::remove()
{
    if (m_file)
        QFile::remove(m_path);
}

std::unique_ptr<TrialStore> TrialStore::inMemory(const QByteArray &text, std::size_t rangeCount)
{
    std::unique_ptr<TrialStore> store(new TrialStore);
    for (const QByteArray &line : text.split('\n'))
        if (auto trial = trialOf(line, rangeCount))
            store->m_lines.emplace(trial->point, *std::move(trial));
    return store;
}

QByteArray TrialStore::text() const
{
    QByteArray lines;
    for (const auto &[point, trial] : m_lines)
        lines += lineOf(trial);
    return lines;
}

} // namespace bellwether
