#include "ui/charts/barsfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace bellwether {

QString writeBars(const QString &path, const BarColumns &bars, Timeframe timeframe)
{
    QByteArray text("time,open,high,low,close,volume\n");
    text.reserve(qsizetype(bars.size() * 80));
    const auto shortest = [](double value) { return QByteArray::number(value, 'g', QLocale::FloatingPointShortest); };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const BarPoint bar = bars.point(i);
        // A day is named by the date its session ends on, whatever the hour of the close.
        text += timeframe == Timeframe::D1 ? toIsoString(bar.closeTime - Duration(1)).left(10).toLatin1()
                                           : QByteArray::number(qint64((bar.closeTime - durationOf(timeframe)).ms()));
        for (const double value : {bar.open, bar.high, bar.low, bar.close, bar.volume})
            text += ',' + shortest(value);
        text += '\n';
    }
    if (!QDir().mkpath(QFileInfo(path).path()))
        return QFileInfo(path).path();
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace bellwether
