#pragma once

#include "core/domain/bar.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QtTest>

namespace bellwether::test {

inline QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qUtf8Printable(path));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Daily bars of a plain CSV whose rows hold date, open, high, low, close and volume in the named columns; a bar closes
/// at the midnight that ends its date. `volumeColumn` −1 leaves the volume 0.
inline BarColumns readDaily(const QString &path, const QString &dateFormat, bool hasHeader, int volumeColumn)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qUtf8Printable(path));
    QString text = QString::fromUtf8(file.readAll());
    text.remove(u'"').remove(QChar(0xfeff));
    BarColumns bars;
    QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = hasHeader ? 1 : 0; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(u',');
        QDate date = QDate::fromString(cells[0], dateFormat);
        if (dateFormat.endsWith(QStringLiteral("yy")) && !dateFormat.endsWith(QStringLiteral("yyyy")))
            date = date.addYears(100);
        const auto time = utcMidnight(date.year(), unsigned(date.month()), unsigned(date.day())) + std::chrono::hours(24);
        bars.append(BarPoint{time, cells[1].toDouble(), cells[2].toDouble(), cells[3].toDouble(), cells[4].toDouble(),
                             volumeColumn < 0 ? 0.0 : cells[volumeColumn].toDouble()});
    }
    return bars;
}

} // namespace bellwether::test
