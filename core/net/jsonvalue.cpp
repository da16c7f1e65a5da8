#include "core/net/jsonvalue.h"

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether::net {

namespace {

QString quoted(std::string_view name) { return QString::fromUtf8(name.data(), qsizetype(name.size())); }

} // namespace

void JsonValue::refuse(const char *expected) const
{
    throw BadAnswer{u"field '%1' is not %2"_s.arg(quoted(m_name), QString::fromUtf8(expected))};
}

JsonValue JsonValue::operator[](std::string_view name) const
{
    simdjson::dom::element member;
    if (m_element.at_key(name).get(member) != simdjson::SUCCESS)
        throw BadAnswer{u"field '%1' is missing"_s.arg(quoted(name))};
    return {member, name};
}

std::optional<JsonValue> JsonValue::find(std::string_view name) const
{
    simdjson::dom::element member;
    if (m_element.at_key(name).get(member) != simdjson::SUCCESS || member.is_null())
        return std::nullopt;
    return JsonValue(member, name);
}

JsonValue JsonValue::at(std::size_t index) const
{
    simdjson::dom::element element;
    if (array().at(index).get(element) != simdjson::SUCCESS)
        throw BadAnswer{u"field '%1' has no element %2"_s.arg(quoted(m_name)).arg(index)};
    return {element, m_name};
}

std::size_t JsonValue::size() const { return array().size(); }

std::string_view JsonValue::text() const
{
    std::string_view text;
    if (m_element.get(text) != simdjson::SUCCESS)
        refuse("a text");
    return text;
}

QString JsonValue::string() const { return quoted(text()); }

std::int64_t JsonValue::integer() const
{
    std::int64_t number = 0;
    if (m_element.get(number) != simdjson::SUCCESS)
        refuse("an integer");
    return number;
}

bool JsonValue::flag() const
{
    bool flag = false;
    if (m_element.get(flag) != simdjson::SUCCESS)
        refuse("true or false");
    return flag;
}

double JsonValue::real() const
{
    // from_chars reads no sign +, no spaces and no locale; "inf" and "nan" fail below.
    const std::string_view digits = text();
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number))
        refuse("a decimal number");
    return number;
}

simdjson::dom::array JsonValue::array() const
{
    simdjson::dom::array array;
    if (m_element.get(array) != simdjson::SUCCESS)
        refuse("an array");
    return array;
}

std::int64_t JsonValue::raw() const
{
    const auto value = parseDecimal(text());
    if (!value)
        refuse("a decimal number of at most 8 decimals");
    return *value;
}

} // namespace bellwether::net
