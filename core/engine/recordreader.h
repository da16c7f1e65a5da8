#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/money.h"

#include <limits>
#include <simdjson.h>

namespace bellwether {

/// Reads the fields of one journal record. Collects the first trouble, so that a reader reads a whole record in one expression per field.
class RecordReader {
public:
    explicit RecordReader(simdjson::dom::element element) : m_element(element) {}

    std::string_view view(const char *key)
    {
        std::string_view value;
        if (m_element[key].get(value) != simdjson::SUCCESS)
            return {};
        return value;
    }
    QString text(const char *key)
    {
        const std::string_view value = view(key);
        return QString::fromUtf8(value.data(), qsizetype(value.size()));
    }
    template <typename Id> Id shortText(const char *key)
    {
        const std::string_view value = view(key);
        if (!Id::fits(value)) {
            fault(key);
            return {};
        }
        return Id(value);
    }
    std::int64_t number(const char *key)
    {
        std::int64_t value = 0;
        if (m_element[key].get(value) != simdjson::SUCCESS)
            fault(key);
        return value;
    }
    /// An id that the record cannot do without.
    template <typename Id> Id ownId(const char *key)
    {
        const Id value = id<Id>(key);
        if (!value.isValid())
            fault(key);
        return value;
    }
    template <typename Id> Id ownText(const char *key)
    {
        const Id value = shortText<Id>(key);
        if (value.isEmpty())
            fault(key);
        return value;
    }
    template <typename Id> Id id(const char *key)
    {
        std::int64_t value = 0;
        if (m_element[key].get(value) == simdjson::SUCCESS && value < 0)
            fault(key);
        return Id{std::uint64_t(value)};
    }
    double real(const char *key)
    {
        simdjson::dom::element field;
        double value = std::numeric_limits<double>::quiet_NaN();
        if (m_element[key].get(field) != simdjson::SUCCESS || (!field.is_null() && field.get(value) != simdjson::SUCCESS))
            fault(key);
        return value;
    }
    bool has(const char *key) const { return m_element[key].error() == simdjson::SUCCESS; }
    bool flag(const char *key)
    {
        bool value = false;
        if (m_element[key].get(value) != simdjson::SUCCESS)
            fault(key);
        return value;
    }
    template <typename Value> Value decimal(const char *key)
    {
        const std::string_view value = view(key);
        if (value.empty())
            return {};
        const auto raw = parseDecimal(value);
        if (!raw) {
            fault(key);
            return {};
        }
        return Value::fromRaw(*raw);
    }
    Money money(const char *key)
    {
        const std::string_view value = view(key);
        const std::size_t space = value.find(' ');
        if (value.empty())
            return {};
        const std::string_view currency = value.substr(std::min(space, value.size() - 1) + 1);
        const bool isWord = std::all_of(currency.begin(), currency.end(), [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
        if (space == std::string_view::npos || !isWord || !Currency::fits(currency)) {
            fault(key);
            return {};
        }
        const auto raw = parseDecimal(value.substr(0, space));
        if (!raw)
            fault(key);
        return {FixedPoint<MoneyTag>::fromRaw(raw.value_or(0)), Currency(value.substr(space + 1))};
    }
    Timestamp time(const char *key) { return Timestamp::fromNs(number(key)); }
    /// One of an enumeration's first `count` values by its name.
    template <typename Enum> Enum oneOf(const char *key, int count)
    {
        const QString name = text(key);
        for (int i = 0; i < count; ++i) {
            if (toString(Enum(i)) == name)
                return Enum(i);
        }
        fault(key);
        return Enum(0);
    }
    simdjson::dom::element element() const { return m_element; }
    void fault(const char *key)
    {
        if (m_fault.isEmpty())
            m_fault = QString::fromLatin1(key);
    }
    const QString &faultyField() const { return m_fault; }

private:
    simdjson::dom::element m_element;
    QString m_fault;
};

} // namespace bellwether
