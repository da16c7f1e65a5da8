#pragma once

#include <QString>

namespace bellwether::test {

/// Full path of a file of the reference folder; empty where that folder is absent.
QString sharedFile(const QString &relativePath);

} // namespace bellwether::test

/// Skips the test loudly where reference data is absent: `REQUIRE_SHARED(path, u"reference/resampling.json"_s);`
#define REQUIRE_SHARED(variable, relativePath)                                                                         \
    const QString variable = bellwether::test::sharedFile(relativePath);                                               \
    if (variable.isEmpty())                                                                                            \
    QSKIP("reference data is absent: this check did not run")
