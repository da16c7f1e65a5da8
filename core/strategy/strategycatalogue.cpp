#include "core/strategy/strategycatalogue.h"

#include "core/strategy/builtin/builtin.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const std::vector<builtin::Entry> &entries()
{
    static const std::vector<builtin::Entry> all{
        builtin::emaCrossover(),   builtin::bollingerReversion(), builtin::macdMomentum(),        builtin::trendFollowing(),
        builtin::liveMomentum(),   builtin::superTrendEma(),      builtin::superTrendMacdRsiEma(), builtin::simpleEma(),
        builtin::intradayShort(),  builtin::smaCrossover(),
    };
    return all;
}

} // namespace

std::span<const StrategyInfo *const> shippedStrategies()
{
    static const std::vector<const StrategyInfo *> infos = [] {
        std::vector<const StrategyInfo *> list;
        for (const builtin::Entry &entry : entries())
            list.push_back(entry.info);
        return list;
    }();
    return infos;
}

Result<const StrategyInfo *> findStrategy(QStringView id)
{
    QStringList known;
    for (const StrategyInfo *info : shippedStrategies()) {
        const QString name = QString::fromUtf8(info->id.data(), qsizetype(info->id.size()));
        if (name == id)
            return info;
        known += name;
    }
    return failure(ErrorCode::NotFound, u"strategy '%1' is not known; known are %2"_s.arg(id, known.join(u", "_s)));
}

std::unique_ptr<Strategy> makeStrategy(const StrategyInfo &info, const ParameterSet &parameters,
                                       const StrategyContext &context)
{
    if (const auto checked = parameters.check(); !checked)
        throw Fault(checked.error().detail);
    for (const builtin::Entry &entry : entries()) {
        if (entry.info == &info)
            return entry.make(parameters, context);
    }
    throw Fault(u"no shipped strategy has this description"_s);
}

} // namespace bellwether
