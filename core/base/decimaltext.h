#pragma once

#include <QString>

namespace bellwether {

/// QString::number() by which a value that rounds to nothing carries no sign: `0.00`, never `-0.00`.
QString decimalText(double value, int decimals, char format = 'f');

} // namespace bellwether
