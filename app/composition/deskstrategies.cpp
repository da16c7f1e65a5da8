#include "app/composition/deskstrategies.h"

#include "core/strategy/strategycatalogue.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const Setting<QString> enabledStrategies{
    u"strategies.enabled",
    u"ema_crossover,bollinger_reversion,macd_momentum,trend_following,live_momentum,supertrend_ema,supertrend_macd_rsi_ema,simple_ema,intraday_short",
    u"Strategies that run, separated by commas"};
const Setting<QString> strategyTimeframe{u"strategies.timeframe", u"1m", u"Bars that strategies decide on; by category with the scheduler"};
const Setting<bool> enableScheduler{u"trade.enable_scheduler", false, u"Strategies decide at the cadence of their category instead of on every bar"};
const Setting<int> concurrentMax{u"trade.max_concurrent_strategies", 5, {1, 64}, u"Strategies that may be running at once"};
const Setting<int> timeoutMinutes{u"trade.strategy_timeout_minutes", 5, {1, 1'440}, u"A strategy that takes longer is stopped"};

ParameterSet parametersOf(const StrategyInfo &info, const QStringList &assignments)
{
    ParameterSet set(info);
    for (const QString &assignment : assignments) {
        if (!set.setFromText(assignment))
            return ParameterSet(info); // of another version of the strategy
    }
    return set.check() ? set : ParameterSet(info);
}

} // namespace

Result<StrategyPlan> StrategyPlan::make(const Settings &settings, const DeskRequest &request)
{
    const auto timeframe = parseTimeframe(settings.value(strategyTimeframe));
    const auto isScheduled = settings.value(enableScheduler);
    const auto concurrent = settings.value(concurrentMax);
    const auto minutes = settings.value(timeoutMinutes);
    for (const Error *error : {timeframe ? nullptr : &timeframe.error(), isScheduled ? nullptr : &isScheduled.error(),
                               concurrent ? nullptr : &concurrent.error(), minutes ? nullptr : &minutes.error()}) {
        if (error != nullptr)
            return failure(*error);
    }
    StrategyPlan plan;
    plan.isScheduled = *isScheduled;
    plan.policy.concurrentMax = *concurrent;
    plan.policy.timeout = std::chrono::minutes(*minutes);
    if (!request.replayFiles.isEmpty())
        plan.policy.slowAfter = plan.policy.timeout; // results of a replay do not depend on who was faster
    const bool isByCategory = plan.isScheduled && !settings.contains(strategyTimeframe.key);
    const QStringList names = request.strategies.isEmpty() ? settings.value(enabledStrategies).split(u',', Qt::SkipEmptyParts)
                                                           : request.strategies;
    for (const QString &name : names) {
        const auto info = findStrategy(name.trimmed());
        if (!info)
            return failure(info.error());
        plan.items.push_back({*info, isByCategory ? Cadence::timeframeOf((*info)->category) : *timeframe});
    }
    return plan;
}

std::set<Timeframe> StrategyPlan::timeframes() const
{
    std::set<Timeframe> all;
    for (const Item &item : items)
        all.insert(item.timeframe);
    return all;
}

std::shared_ptr<const std::vector<StrategyParameter>> declaredParameters(const StrategyInfo &info)
{
    std::vector<StrategyParameter> declared;
    for (const ParameterSpec &spec : info.parameters) {
        using Type = StrategyParameter::Type;
        declared.push_back({.name = QString::fromUtf8(spec.name.data(), qsizetype(spec.name.size())),
                            .type = spec.type == ParameterSpec::Type::Integer ? Type::Integer
                                : spec.type == ParameterSpec::Type::Real      ? Type::Real
                                                                              : Type::Switch,
                            .value = spec.fallback,
                            .fallback = spec.fallback,
                            .least = spec.min,
                            .most = spec.max,
                            .step = spec.step,
                            .help = QString::fromUtf8(spec.help.data(), qsizetype(spec.help.size()))});
    }
    return std::make_shared<const std::vector<StrategyParameter>>(std::move(declared));
}

std::vector<StrategyHost::Slot> StrategyPlan::slotsOf(InstrumentIndex index, const Instrument &instrument, const ExchangeCalendar &calendar,
                                                      const DeskState &state) const
{
    std::vector<StrategyHost::Slot> made;
    if (instrument.kind == InstrumentKind::Index)
        return made;
    for (const auto &[info, timeframe] : items) {
        if (info->category == StrategyCategory::ShortSelling && !instrument.canShort)
            continue;
        StrategyHost::Slot slot;
        slot.instrument = index;
        slot.instrumentId = instrument.id;
        slot.timeframe = timeframe;
        slot.strategy = makeStrategy(*info, parametersOf(*info, state.parametersOf({StrategyId(info->id), instrument.id})),
                                     StrategyContext{instrument.id, timeframe, &calendar});
        if (isScheduled)
            slot.cadence.emplace(info->category, calendar);
        made.push_back(std::move(slot));
    }
    return made;
}

std::vector<SettingSpec> strategySettings()
{
    return {enabledStrategies, SettingSpec(strategyTimeframe, {u"1m"_s, u"5m"_s, u"15m"_s, u"30m"_s, u"1h"_s, u"4h"_s, u"1d"_s}), enableScheduler, concurrentMax, timeoutMinutes};
}

std::vector<QStringView> strategySettingKeys()
{
    return {enabledStrategies.key, strategyTimeframe.key, enableScheduler.key, concurrentMax.key, timeoutMinutes.key};
}

} // namespace bellwether
