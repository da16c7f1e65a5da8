#pragma once

#include "core/analytics/statistics.h"
#include "core/base/timestamp.h"

#include <QString>

#include <simdjson.h>

#include <cmath>
#include <optional>

namespace bellwether {

/// Reads the members of one object and keeps the first trouble of the document, with the path to it.
class JsonReader {
public:
    JsonReader(simdjson::dom::element object, QString path, QString &trouble) : m_object(object), m_path(std::move(path)), m_trouble(trouble) {}

    /// NaN for null and where the member is not there.
    double number(std::string_view key)
    {
        simdjson::dom::element field;
        double value = notAvailable;
        if (m_object[key].get(field) == simdjson::SUCCESS && !field.is_null() && field.get(value) != simdjson::SUCCESS)
            bad(key, u"a number");
        return value;
    }
    double share(std::string_view key) { return number(key) / 100; }
    /// A decimal of the fixed-point range; zero where it is not there.
    template <typename Value> Value decimal(std::string_view key)
    {
        const double value = number(key);
        if (std::isnan(value))
            return {};
        if (!(std::fabs(value) < 9e10)) {
            bad(key, u"a number below 9e10");
            return {};
        }
        return Value::fromDouble(value);
    }
    template <typename Value> Value neededDecimal(std::string_view key)
    {
        if (std::isnan(number(key)))
            bad(key, u"a number");
        return decimal<Value>(key);
    }
    /// A whole number from 0 on that fits the type; 0 where it is not there.
    template <typename Integer> Integer count(std::string_view key)
    {
        const double value = number(key);
        if (std::isnan(value))
            return 0;
        if (!(value >= 0 && value <= double(std::numeric_limits<std::int32_t>::max()))) {
            bad(key, u"a whole number from 0 on");
            return 0;
        }
        return Integer(value);
    }
    QString text(std::string_view key)
    {
        simdjson::dom::element field;
        std::string_view value;
        if (m_object[key].get(field) == simdjson::SUCCESS && !field.is_null() && field.get(value) != simdjson::SUCCESS)
            bad(key, u"a text");
        return QString::fromUtf8(value.data(), qsizetype(value.size()));
    }
    bool flag(std::string_view key)
    {
        bool value = false;
        simdjson::dom::element field;
        if (m_object[key].get(field) == simdjson::SUCCESS && !field.is_null() && field.get(value) != simdjson::SUCCESS)
            bad(key, u"true or false");
        return value;
    }
    Timestamp time(std::string_view key)
    {
        const auto parsed = parseIsoTime(text(key));
        if (!parsed)
            bad(key, u"a time");
        return parsed.value_or(Timestamp());
    }
    /// The object of that name; an empty one where it is not there.
    std::optional<JsonReader> object(std::string_view key)
    {
        simdjson::dom::element field;
        if (m_object[key].get(field) != simdjson::SUCCESS)
            return {};
        if (!field.is_object()) {
            bad(key, u"an object");
            return {};
        }
        return JsonReader(field, pathOf(key), m_trouble);
    }
    /// Calls `each(element, path of it)` for the elements of an array; nothing where it is not there.
    template <typename Each> void elements(std::string_view key, Each each)
    {
        simdjson::dom::element field;
        simdjson::dom::array list;
        if (m_object[key].get(field) != simdjson::SUCCESS)
            return;
        if (field.get(list) != simdjson::SUCCESS)
            return bad(key, u"an array");
        std::size_t index = 0;
        for (const simdjson::dom::element one : list) {
            each(one, [&] { return pathOf(key) + QStringLiteral("[%1]").arg(index); });
            if (!m_trouble.isEmpty())
                return;
            ++index;
        }
    }
    template <typename Each> void objects(std::string_view key, Each each)
    {
        elements(key, [&](simdjson::dom::element one, const auto &pathOfOne) {
            if (!one.is_object())
                return complain(pathOfOne(), u"an object");
            JsonReader reader(one, pathOfOne(), m_trouble);
            each(reader);
        });
    }
    /// Members of an object as name and number, or as name and text.
    template <typename Value = double, typename Each> void members(std::string_view key, Each each)
    {
        simdjson::dom::object fields;
        if (m_object[key].get(fields) != simdjson::SUCCESS)
            return;
        for (const auto &[name, content] : fields) {
            Value value{};
            if (content.get(value) != simdjson::SUCCESS)
                return complain(pathOf(key) + u'.' + QString::fromUtf8(name.data(), qsizetype(name.size())),
                                std::is_same_v<Value, double> ? u"a number" : u"a text");
            each(name, value);
        }
    }
    void bad(std::string_view key, QStringView expected) { complain(pathOf(key), expected); }
    void complain(const QString &where, QStringView expected)
    {
        if (m_trouble.isEmpty())
            m_trouble = QStringLiteral("%1: expected %2").arg(where, expected);
    }

private:
    QString pathOf(std::string_view key) const
    {
        const QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
        return m_path.isEmpty() ? name : m_path + u'.' + name;
    }
    simdjson::dom::element m_object;
    QString m_path;
    QString &m_trouble;
};

} // namespace bellwether
