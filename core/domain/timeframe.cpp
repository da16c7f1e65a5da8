#include "core/domain/timeframe.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct Row {
    Timeframe timeframe;
    QStringView name;
    std::chrono::minutes length;
};

constexpr std::array rows{
    Row{Timeframe::M1, u"1m", std::chrono::minutes(1)},      Row{Timeframe::M5, u"5m", std::chrono::minutes(5)},
    Row{Timeframe::M15, u"15m", std::chrono::minutes(15)},   Row{Timeframe::M30, u"30m", std::chrono::minutes(30)},
    Row{Timeframe::H1, u"1h", std::chrono::minutes(60)},     Row{Timeframe::H4, u"4h", std::chrono::minutes(240)},
    Row{Timeframe::D1, u"1d", std::chrono::minutes(1'440)},  Row{Timeframe::W1, u"1w", std::chrono::minutes(10'080)},
};

} // namespace

Duration durationOf(Timeframe timeframe) { return rows[std::size_t(timeframe)].length; }

QString toString(Timeframe timeframe) { return rows[std::size_t(timeframe)].name.toString(); }

Result<Timeframe> parseTimeframe(QStringView text)
{
    for (const Row &row : rows) {
        if (row.name == text)
            return row.timeframe;
    }
    return failure(ErrorCode::InvalidArgument,
                   u"timeframe '%1' is not one of 1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w"_s.arg(text));
}

} // namespace bellwether
