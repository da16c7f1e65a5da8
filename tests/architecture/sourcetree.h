#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace bellwether::test {

/// One `#include` line of a source file.
struct IncludeLine {
    QString file;      ///< path from the root of the tree
    int line = 0;      ///< counted from 1
    QString header;    ///< what stands between the brackets or quotes
    bool isOwn = false; ///< written with quotes: a header of this tree
};

/// Module to the modules it may include, as docs/architecture.md has them.
using Arrows = QMap<QString, QSet<QString>>;

/// Full path of a file or folder of the source tree.
QString sourcePath(const QString &relativePath);
/// The text of a file of the source tree; null where it cannot be read.
QString sourceText(const QString &relativePath);
/// Files below `folder` with one of the endings (`.h`), as sorted paths from the root; an empty list of endings means
/// every file. An empty folder means the tree without build folders and without hidden folders other than `.ci`.
QStringList sourceFiles(const QString &folder, const QStringList &endings);

/// The includes of a C++ text; comments and strings are not looked at, since no one writes an include there.
std::vector<IncludeLine> includesOf(const QString &file, const QString &text);
/// The module a path belongs to: `core/risk/x.cpp` is of `core/risk`; the longest module of the table wins, so
/// `core/brokers/binance` may stand in it beside `core/brokers`. Empty where none fits.
QString moduleOf(const QString &path, const Arrows &arrows);
/// Reads the table whose head is `| Module | May include |` from a Markdown text; a name in the second column stands
/// for `core/name` unless it has a slash. A row of the module itself is implied. Empty where there is no such table.
Arrows parseArrows(const QString &markdown);

} // namespace bellwether::test
