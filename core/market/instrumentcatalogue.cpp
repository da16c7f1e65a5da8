#include "core/market/instrumentcatalogue.h"

namespace bellwether {

InstrumentCatalogue::InstrumentCatalogue(std::vector<Instrument> instruments) : m_instruments(std::move(instruments))
{
    for (std::size_t i = 0; i < m_instruments.size(); ++i)
        m_index.emplace(m_instruments[i].id, InstrumentIndex(i));
}

std::optional<InstrumentIndex> InstrumentCatalogue::indexOf(const InstrumentId &id) const
{
    const auto it = m_index.find(id);
    return it == m_index.end() ? std::nullopt : std::optional(it->second);
}

const Instrument *InstrumentCatalogue::find(const InstrumentId &id) const
{
    const auto index = indexOf(id);
    return index ? &m_instruments[*index] : nullptr;
}

} // namespace bellwether
