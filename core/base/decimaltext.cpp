#include "core/base/decimaltext.h"

#include <algorithm>
#include <cmath>

namespace bellwether {

QString decimalText(double value, int decimals, char format)
{
    const QString text = QString::number(value, format, decimals);
    const auto counts = [](QChar digit) { return digit >= u'1' && digit <= u'9'; };
    const bool isNothing = std::isfinite(value) && text.startsWith(u'-') && std::none_of(text.begin(), text.end(), counts);
    return isNothing ? text.mid(1) : text;
}

} // namespace bellwether
