#include "core/domain/decimal.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<std::int64_t> parseDecimal(std::string_view text)
{
    const auto bad = [&](ErrorCode code, QStringView why) {
        return failure(code, u"'%1' %2"_s.arg(QString::fromUtf8(text.data(), qsizetype(std::min<std::size_t>(text.size(), 40))), why));
    };
    std::size_t pos = 0;
    const bool isNegative = !text.empty() && text[0] == '-';
    if (isNegative || (!text.empty() && text[0] == '+'))
        ++pos;
    Int128 value = 0;
    int places = -1; // -1: the point has not been seen
    bool hasDigit = false;
    for (; pos < text.size(); ++pos) {
        const char c = text[pos];
        if (c == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return bad(ErrorCode::InvalidNumber, u"is not a decimal number");
        hasDigit = true;
        if (places >= decimalPlaces) {
            if (c != '0')
                return bad(ErrorCode::InvalidNumber, u"has more than 8 decimals");
            continue;
        }
        value = value * 10 + (c - '0');
        if (places >= 0)
            ++places;
        if (value > Int128(std::numeric_limits<std::int64_t>::max()))
            return bad(ErrorCode::OutOfRange, u"is too large");
    }
    if (!hasDigit)
        return bad(ErrorCode::InvalidNumber, u"is not a decimal number");
    for (int i = std::max(places, 0); i < decimalPlaces; ++i)
        value *= 10;
    if (value > Int128(std::numeric_limits<std::int64_t>::max()))
        return bad(ErrorCode::OutOfRange, u"is too large");
    return isNegative ? -std::int64_t(value) : std::int64_t(value);
}

Result<std::int64_t> parseDecimal(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    return parseDecimal(std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

QString formatDecimal(std::int64_t raw) { return formatDecimal(raw, 0); }

QString formatDecimal(std::int64_t raw, int minPlaces)
{
    const bool isNegative = raw < 0;
    const std::uint64_t magnitude = isNegative ? 0 - std::uint64_t(raw) : std::uint64_t(raw);
    std::array<char, 32> text{};
    std::size_t end = text.size();
    std::uint64_t fraction = magnitude % std::uint64_t(decimalScale);
    int places = decimalPlaces;
    while (places > minPlaces && fraction % 10 == 0) {
        fraction /= 10;
        --places;
    }
    for (int i = 0; i < places; ++i, fraction /= 10)
        text[--end] = char('0' + fraction % 10);
    if (places > 0)
        text[--end] = '.';
    std::uint64_t whole = magnitude / std::uint64_t(decimalScale);
    do {
        text[--end] = char('0' + whole % 10);
        whole /= 10;
    } while (whole != 0);
    if (isNegative)
        text[--end] = '-';
    return QString::fromLatin1(text.data() + end, qsizetype(text.size() - end));
}

std::int64_t mulDiv(std::int64_t a, std::int64_t b, std::int64_t c)
{
    if (c == 0)
        throw Fault(u"division by zero in money arithmetic"_s);
    const Int128 product = Int128(a) * b;
    const Int128 divisor = c;
    Int128 quotient = product / divisor;
    const Int128 rest = product % divisor;
    const Int128 twice = (rest < 0 ? -rest : rest) * 2;
    if (twice >= (divisor < 0 ? -divisor : divisor))
        quotient += ((product < 0) != (divisor < 0)) ? -1 : 1;
    if (quotient > std::numeric_limits<std::int64_t>::max() || quotient < std::numeric_limits<std::int64_t>::min())
        throw Fault(u"money arithmetic overflow"_s);
    return std::int64_t(quotient);
}

} // namespace bellwether
