#include "ui/charts/drawings/drawing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const std::array infos{
    DrawingInfo{DrawingKind::TrendLine, "trend", QT_TRANSLATE_NOOP("Drawing", "Trend line"), "drawtrend", 2, 2},
    DrawingInfo{DrawingKind::Ray, "ray", QT_TRANSLATE_NOOP("Drawing", "Ray"), "drawray", 2, 2},
    DrawingInfo{DrawingKind::HorizontalLine, "horizontal", QT_TRANSLATE_NOOP("Drawing", "Horizontal line"), "drawhorizontal", 1, 1},
    DrawingInfo{DrawingKind::HorizontalRay, "horizontal_ray", QT_TRANSLATE_NOOP("Drawing", "Horizontal ray"), "drawhorizontalray", 1, 1},
    DrawingInfo{DrawingKind::VerticalLine, "vertical", QT_TRANSLATE_NOOP("Drawing", "Vertical line"), "drawvertical", 1, 1},
    DrawingInfo{DrawingKind::CrossLine, "cross", QT_TRANSLATE_NOOP("Drawing", "Cross line"), "drawcross", 1, 1},
    DrawingInfo{DrawingKind::Rectangle, "rectangle", QT_TRANSLATE_NOOP("Drawing", "Rectangle"), "drawrectangle", 2, 2},
    DrawingInfo{DrawingKind::Fibonacci, "fibonacci", QT_TRANSLATE_NOOP("Drawing", "Fibonacci retracement"), "drawfibonacci", 2, 2},
    DrawingInfo{DrawingKind::Measure, "measure", QT_TRANSLATE_NOOP("Drawing", "Measure"), "drawmeasure", 2, 2},
    DrawingInfo{DrawingKind::LongPosition, "long", QT_TRANSLATE_NOOP("Drawing", "Long position"), "drawlong", 1, 3},
    DrawingInfo{DrawingKind::ShortPosition, "short", QT_TRANSLATE_NOOP("Drawing", "Short position"), "drawshort", 1, 3},
    DrawingInfo{DrawingKind::Text, "text", QT_TRANSLATE_NOOP("Drawing", "Text"), "drawtext", 1, 1},
};
static_assert(infos.size() == drawingKindCount);

std::optional<Drawing> drawingOf(const QJsonObject &object)
{
    const QString kind = object.value(u"kind"_s).toString();
    const auto info = std::ranges::find_if(infos, [&](const DrawingInfo &each) { return kind == QLatin1StringView(each.id); });
    if (info == infos.end())
        return {};
    Drawing drawing{info->kind, {}, object.value(u"text"_s).toString()};
    for (const QJsonValue &value : object.value(u"points"_s).toArray()) {
        const QJsonArray pair = value.toArray();
        const auto time = parseIsoTime(pair.at(0).toString());
        const double price = pair.at(1).toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!time || !std::isfinite(price))
            return {};
        drawing.points.push_back({*time, price});
    }
    return int(drawing.points.size()) == info->points ? std::optional(drawing) : std::nullopt;
}

} // namespace

std::span<const DrawingInfo> drawingInfos() { return infos; }
const DrawingInfo &infoOf(DrawingKind kind) { return infos[std::size_t(kind)]; }
QString textOf(DrawingKind kind) { return QCoreApplication::translate("Drawing", infoOf(kind).text); }

QString toJson(const std::vector<Drawing> &drawings)
{
    QJsonArray array;
    for (const Drawing &drawing : drawings) {
        QJsonArray points;
        for (const ChartPoint &point : drawing.points)
            points.append(QJsonArray{toIsoString(point.time), point.price});
        QJsonObject object{{u"kind"_s, QString::fromLatin1(infoOf(drawing.kind).id)}, {u"points"_s, points}};
        if (!drawing.text.isEmpty())
            object.insert(u"text"_s, drawing.text);
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<std::vector<Drawing>> drawingsFromJson(const QString &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &error);
    if (!document.isArray())
        return failure(ErrorCode::InvalidArgument, u"drawings: %1 at %2, expected an array"_s.arg(error.errorString()).arg(error.offset));
    std::vector<Drawing> drawings;
    const QJsonArray array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto drawing = drawingOf(array.at(i).toObject());
        if (!drawing)
            return failure(ErrorCode::InvalidArgument, u"drawings: entry %1 has no known kind with its points"_s.arg(i + 1));
        drawings.push_back(*drawing);
    }
    return drawings;
}

} // namespace bellwether
