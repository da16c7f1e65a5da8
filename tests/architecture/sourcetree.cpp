#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether::test {

QString sourcePath(const QString &relativePath)
{
    return QStringLiteral(BELLWETHER_SOURCE_DIR) + u'/' + relativePath;
}

QString sourceText(const QString &relativePath)
{
    QFile file(sourcePath(relativePath));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourceFiles(const QString &folder, const QStringList &endings)
{
    const QDir root(sourcePath(QString()));
    QStringList files;
    const auto keep = [&](const QString &path) {
        const auto endsSo = [&path](const QString &ending) { return path.endsWith(ending); };
        if (endings.isEmpty() || std::any_of(endings.begin(), endings.end(), endsSo))
            files.append(path);
    };
    const auto walk = [&](const QString &below) {
        QDirIterator entries(root.filePath(below), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            keep(root.relativeFilePath(entries.next()));
    };
    if (!folder.isEmpty()) {
        walk(folder);
    } else {
        for (const QFileInfo &entry : root.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            const QString name = entry.fileName();
            if (entry.isFile())
                keep(name);
            else if (name == u".ci"_s || !(name.startsWith(u'.') || name.startsWith(u"build"_s)))
                walk(name);
        }
    }
    files.sort();
    return files;
}

std::vector<IncludeLine> includesOf(const QString &file, const QString &text)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    std::vector<IncludeLine> found;
    int number = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        if (const auto match = include.match(line); match.hasMatch())
            found.push_back({file, number, match.captured(2), match.captured(1) == u"\""_s});
    }
    return found;
}

QString moduleOf(const QString &path, const Arrows &arrows)
{
    QString best;
    for (const QString &module : arrows.keys()) {
        if (path.startsWith(module + u'/') && module.size() > best.size())
            best = module;
    }
    return best;
}

Arrows parseArrows(const QString &markdown)
{
    static const QRegularExpression row(uR"(^\|\s*`?([\w/*-]+)`?\s*\|([^|]*)\|)"_s);
    static const QRegularExpression name(uR"([\w/-]+)"_s);
    Arrows arrows;
    bool isInside = false;
    for (const QString &line : markdown.split(u'\n')) {
        if (!isInside) {
            isInside = line.startsWith(u"| Module | May include |"_s);
            continue;
        }
        const auto match = row.match(line);
        if (!line.startsWith(u'|'))
            break;
        if (!match.hasMatch() || match.captured(1).startsWith(u'-'))
            continue;
        QSet<QString> &targets = arrows[match.captured(1)];
        auto names = name.globalMatch(match.captured(2));
        while (names.hasNext()) {
            const QString target = names.next().captured(0);
            targets.insert(target.contains(u'/') ? target : u"core/"_s + target);
        }
    }
    return arrows;
}

} // namespace bellwether::test
