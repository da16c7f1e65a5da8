#pragma once

#include "core/base/ids.h"

#include <QString>

#include <vector>

namespace bellwether {

/// Lists of symbols by name, each in its trader's order. The first, without a name, holds everything and only keeps an
/// order.
class Watchlists {
public:
    struct List {
        QString name;
        std::vector<InstrumentId> instruments;
        bool operator==(const List &) const = default;
    };

    /// As in the settings: `name=ID ID;name=ID`. What cannot be read is left out.
    static Watchlists parse(const QString &text);
    QString toString() const;

    const std::vector<List> &all() const { return m_lists; }
    /// Adds an empty list; false where the name is taken, empty or not writable in one line.
    bool add(const QString &name);
    void remove(std::size_t list);
    void addTo(std::size_t list, const InstrumentId &instrument);
    void removeFrom(std::size_t list, const InstrumentId &instrument);
    /// The order of a list is now this one.
    void setOrder(std::size_t list, std::vector<InstrumentId> order) { m_lists[list].instruments = std::move(order); }

private:
    std::vector<List> m_lists{{}};
};

} // namespace bellwether
