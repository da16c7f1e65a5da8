#include "core/engine/memorywatch.h"

#include <QFile>

#include <algorithm>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(8'192) : QByteArray();
}

// `MemAvailable:   22583000 kB`
std::int64_t kilobytesOf(const QByteArray &text, const QByteArray &name)
{
    const qsizetype at = text.indexOf(name);
    return at < 0 ? 0 : text.mid(at + name.size(), 40).simplified().split(' ').first().toLongLong() * 1'024;
}

// Of this process's control group; a machine without one says nothing.
std::int64_t groupLimit()
{
    const QByteArray group = contentOf(u"/proc/self/cgroup"_s).trimmed();
    const QString path = QString::fromUtf8(group.mid(group.lastIndexOf(':') + 1));
    return contentOf(u"/sys/fs/cgroup"_s + path + u"/memory.max"_s).trimmed().toLongLong(); // `max` reads as zero
}

QString shedAt(MemoryLevel level)
{
    switch (level) {
    case MemoryLevel::Low: return {};
    case MemoryLevel::Medium: return u"free memory is given back to the system"_s;
    case MemoryLevel::High: return u"snapshots come twice a second, waiting quotes give way sooner, the past is not explained"_s;
    case MemoryLevel::Critical: return u"no new risk is taken; snapshots come twice a second, waiting quotes give way sooner, the past is not explained"_s;
    }
    return {};
}

} // namespace

MemoryFigures readMemoryFigures()
{
    MemoryFigures figures;
    const QByteArray machine = contentOf(u"/proc/meminfo"_s);
    figures.total = kilobytesOf(machine, "MemTotal:");
    figures.available = kilobytesOf(machine, "MemAvailable:");
    const QList<QByteArray> pages = contentOf(u"/proc/self/statm"_s).split(' ');
    figures.resident = pages.size() > 1 ? pages[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
    figures.limit = groupLimit();
    if (rlimit space{}; ::getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur != RLIM_INFINITY) {
        const auto bytes = std::int64_t(space.rlim_cur);
        figures.limit = figures.limit > 0 ? std::min(figures.limit, bytes) : bytes;
    }
    return figures;
}

MemoryView memoryView(const MemoryFigures &figures)
{
    MemoryView view;
    view.residentBytes = figures.resident;
    view.limitBytes = figures.limit > 0 && (figures.total == 0 || figures.limit < figures.total) ? figures.limit : figures.total;
    view.availableBytes = figures.available;
    const auto atLeast = [&view](MemoryLevel level) { view.level = std::max(view.level, level); };
    // In whole bytes, so that a level begins exactly where it says.
    for (const auto &[level, percent] : {std::pair(MemoryLevel::Medium, 50), {MemoryLevel::High, 75}, {MemoryLevel::Critical, 90}}) {
        if (view.limitBytes > 0 && figures.resident >= view.limitBytes / 100 * percent)
            atLeast(level);
    }
    for (const auto &[level, percent] : {std::pair(MemoryLevel::Medium, 20), {MemoryLevel::High, 10}, {MemoryLevel::Critical, 5}}) {
        if (figures.total > 0 && figures.available > 0 && figures.available < figures.total / 100 * percent)
            atLeast(level);
    }
    view.shed = shedAt(view.level);
    return view;
}

void giveBackFreeMemory() { ::malloc_trim(0); }

} // namespace bellwether
