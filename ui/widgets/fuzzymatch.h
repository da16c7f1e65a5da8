#pragma once

#include <QStringView>

#include <optional>

namespace bellwether {

/// How well what was typed fits a text: its letters must all occur in order, whatever their case. Letters that follow
/// one another or start a word count more, and a short text more than a long one. Nothing where it does not fit.
std::optional<int> fuzzyScore(QStringView typed, QStringView text);

} // namespace bellwether
