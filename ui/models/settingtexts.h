#pragma once

#include <QString>

namespace bellwether {

/// What a setting is for, in the language of the window and with a capital letter; the words of its declaration where
/// nobody has translated them.
QString settingText(QStringView help);

} // namespace bellwether
