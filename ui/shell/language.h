#pragma once

#include <QStringList>

namespace bellwether {

/// Languages the window speaks: `en`, `de`, `hi`.
QStringList languageCodes();
/// Makes the application speak a language from now on; texts made before keep theirs. English for one that is not known.
void setLanguage(const QString &code);

} // namespace bellwether
