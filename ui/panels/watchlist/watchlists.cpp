#include "ui/panels/watchlist/watchlists.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether {

Watchlists Watchlists::parse(const QString &text)
{
    Watchlists lists;
    for (const QString &entry : text.split(u';', Qt::SkipEmptyParts)) {
        const QString name = entry.section(u'=', 0, 0).trimmed();
        if (!entry.contains(u'=') || (!name.isEmpty() && !lists.add(name)))
            continue;
        List &list = name.isEmpty() ? lists.m_lists.front() : lists.m_lists.back();
        for (const QString &id : entry.section(u'=', 1).split(u' ', Qt::SkipEmptyParts)) {
            if (id.size() <= 32 && std::all_of(id.begin(), id.end(), [](QChar c) { return c.unicode() < 128; }))
                list.instruments.push_back(InstrumentId(id));
        }
    }
    return lists;
}

QString Watchlists::toString() const
{
    QStringList entries;
    for (const List &list : m_lists) {
        QStringList ids;
        for (const InstrumentId &id : list.instruments)
            ids.append(id.toString());
        entries.append(list.name + u'=' + ids.join(u' '));
    }
    return m_lists.size() == 1 && m_lists.front().instruments.empty() ? QString() : entries.join(u';');
}

bool Watchlists::add(const QString &name)
{
    const QString clean = name.trimmed();
    const bool isTaken = std::ranges::find(m_lists, clean, &List::name) != m_lists.end();
    if (clean.isEmpty() || isTaken || clean.contains(u';') || clean.contains(u'=') || clean.contains(u'\n'))
        return false;
    m_lists.push_back({clean, {}});
    return true;
}

void Watchlists::remove(std::size_t list)
{
    if (list > 0 && list < m_lists.size())
        m_lists.erase(m_lists.begin() + std::ptrdiff_t(list));
}

void Watchlists::addTo(std::size_t list, const InstrumentId &instrument)
{
    std::vector<InstrumentId> &held = m_lists[list].instruments;
    if (std::find(held.begin(), held.end(), instrument) == held.end())
        held.push_back(instrument);
}

void Watchlists::removeFrom(std::size_t list, const InstrumentId &instrument) { std::erase(m_lists[list].instruments, instrument); }

} // namespace bellwether
