#pragma once

#include <QtTest>

namespace bellwether::test {

/// A value as a failed comparison shows it.
template <typename Value> QString shown(const Value &value)
{
    if constexpr (std::is_convertible_v<Value, QString>)
        return value;
    else if constexpr (std::is_arithmetic_v<Value>)
        return QString::number(value);
    else if constexpr (requires { value.value; })
        return QString::number(value.value);
    else if constexpr (requires { value.toString(); })
        return value.toString();
    else if constexpr (requires { QString(toString(value)); })
        return toString(value);
    else
        return QStringLiteral("(no text)");
}

} // namespace bellwether::test

/// QCOMPARE for types whose own toString() gives a QString, which hides the one of Qt Test.
#define COMPARE(actual, expected)                                                                                      \
    do {                                                                                                               \
        const auto actualValue = actual;                                                                               \
        const auto expectedValue = expected;                                                                           \
        QVERIFY2(actualValue == expectedValue,                                                                         \
                 qPrintable(QStringLiteral(#actual " is %1, expected %2")                                              \
                                .arg(bellwether::test::shown(actualValue), bellwether::test::shown(expectedValue))));  \
    } while (false)
