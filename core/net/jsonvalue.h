#pragma once

#include "core/base/result.h"
#include "core/domain/decimal.h"

#include <QByteArrayView>

#include <simdjson.h>

#include <optional>
#include <string_view>

namespace bellwether::net {

/// One value of a venue's JSON answer, read strictly: the kind must be right, decimals are texts of plain decimals,
/// integers have all their 64 bits. What is wrong throws BadAnswer, which readJson() turns into an error, so that the
/// code of an answer is a list of its fields.
class JsonValue {
public:
    /// Names the field that is missing or wrong.
    struct BadAnswer {
        QString what;
    };

    JsonValue(simdjson::dom::element element, std::string_view name) : m_element(element), m_name(name) {}

    /// A member that has to be there.
    JsonValue operator[](std::string_view name) const;
    /// A member that may be absent or null.
    std::optional<JsonValue> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    bool isText() const { return m_element.is_string(); }
    /// Element of an array that has to be there.
    JsonValue at(std::size_t index) const;
    std::size_t size() const;

    std::string_view text() const;
    QString string() const;
    std::int64_t integer() const;
    bool flag() const;
    /// A decimal in a text, as FixedPoint or Ratio.
    template <typename Fixed> Fixed decimal() const { return Fixed::fromRaw(raw()); }
    /// A decimal in a text that may exceed fixed point (volumes of cheap coins); finite.
    double real() const;

    /// Calls use(JsonValue) for each element of an array.
    template <typename Use> void forEach(Use use) const
    {
        for (const simdjson::dom::element element : array())
            use(JsonValue(element, m_name));
    }

    [[noreturn]] void refuse(const char *expected) const;

private:
    simdjson::dom::array array() const;
    std::int64_t raw() const;

    simdjson::dom::element m_element;
    std::string_view m_name;
};

/// Parses a whole answer and gives its root to `read`, whose value is the result. Errors: BadData naming `what` and the
/// field. Views into the text are valid inside `read` only.
template <typename Read>
auto readJson(QByteArrayView bytes, const QString &what, Read read) -> Result<decltype(read(std::declval<JsonValue>()))>
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (bytes.isEmpty() || parser.parse(bytes.data(), std::size_t(bytes.size())).get(root) != simdjson::SUCCESS)
        return failure(ErrorCode::BadData, what + QStringLiteral(": the answer is no JSON"));
    try {
        return read(JsonValue(root, "answer"));
    } catch (const JsonValue::BadAnswer &bad) {
        return failure(ErrorCode::BadData, what + QStringLiteral(": ") + bad.what);
    }
}

} // namespace bellwether::net
