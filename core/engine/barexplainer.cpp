#include "core/engine/barexplainer.h"

#include "core/engine/signaldesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Gate = StrategyVerdict::Gate;

std::vector<StrategyVerdict::SideView> sidesOf(const Strategy &strategy)
{
    constexpr std::array order{Side::Buy, Side::Sell};
    std::vector<StrategyVerdict::SideView> sides;
    for (const ReasonList &list : strategy.conditions()) {
        StrategyVerdict::SideView &view = sides.emplace_back();
        view.side = order[std::min(sides.size(), order.size()) - 1];
        for (const Reason &reason : list.all())
            view.conditions.push_back({toString(reason), reason.isMet});
    }
    return sides;
}

// The cadence is asked at every close, as it is live; true where `close` is a run that decides.
bool decidesAt(std::optional<Cadence> &cadence, const BarColumns &bars, Timestamp close)
{
    if (!cadence)
        return true;
    for (const Timestamp each : bars.closeTime) {
        const Cadence::Run run = cadence->onBarClose(each);
        if (each >= close)
            return run == Cadence::Run::Decide;
    }
    return false;
}

void take(StrategyVerdict &verdict, const QueuedSignal &found)
{
    verdict.state = found.state;
    verdict.detail = found.stateReason;
    switch (found.state) {
    case SignalState::Pending: verdict.gate = Gate::Waiting; break;
    case SignalState::Approved:
    case SignalState::Ordered: verdict.gate = Gate::Ordered; break;
    case SignalState::Denied: verdict.gate = Gate::Risk; break;
    case SignalState::Rejected:
    case SignalState::Expired:
    case SignalState::Superseded: verdict.gate = Gate::Queue; break;
    }
}

} // namespace

StrategyVerdict verdictOf(StrategyHost::Slot slot, const BarColumns &bars, Timestamp after, Timestamp upTo)
{
    StrategyVerdict verdict;
    verdict.strategy = StrategyId(slot.strategy->info().id);
    verdict.timeframe = slot.timeframe;
    const auto begin = std::ranges::upper_bound(bars.closeTime, after);
    const auto end = std::ranges::upper_bound(bars.closeTime, upTo);
    if (end == bars.closeTime.begin())
        return verdict;
    // A bar of the chart may be shorter than one of the strategy: then it is the last one that had closed.
    const auto last = std::size_t(end - bars.closeTime.begin());
    const std::size_t first = begin < end ? std::size_t(begin - bars.closeTime.begin()) : last - 1;
    std::vector<SignalAt> ignored;
    slot.strategy->scan(bars, 0, first, ignored);
    const auto warmUp = std::size_t(slot.strategy->warmUpBars());
    for (std::size_t row = first; row < last; ++row) {
        const auto signal = slot.strategy->onBar(bars.point(row));
        if (!signal && verdict.raised)
            continue;
        verdict.barClose = bars.closeTime[row];
        verdict.sides = row >= warmUp ? sidesOf(*slot.strategy) : std::vector<StrategyVerdict::SideView>();
        verdict.raised = signal ? std::optional(signal->side) : std::nullopt;
    }
    if (verdict.raised)
        verdict.gate = decidesAt(slot.cadence, bars, verdict.barClose) ? Gate::NotKnown : Gate::Schedule;
    else if (last <= warmUp) {
        verdict.gate = Gate::WarmUp;
        verdict.detail = u"%1 of %2"_s.arg(last).arg(warmUp + 1);
    } else {
        verdict.gate = Gate::Conditions;
    }
    return verdict;
}

void nameGate(StrategyVerdict &verdict, const InstrumentId &instrument, const DeskState &state, const SignalDesk &desk)
{
    if (!verdict.raised || verdict.gate != Gate::NotKnown)
        return;
    const auto isIt = [&](const QueuedSignal &each) {
        return each.signal.strategy == verdict.strategy && each.signal.instrument == instrument && each.signal.time == verdict.barClose;
    };
    const SignalQueue &queue = state.signalQueue();
    for (const auto &[id, each] : queue.waiting()) {
        if (isIt(each))
            return take(verdict, each);
    }
    const auto &decided = queue.decided();
    if (const auto found = std::find_if(decided.rbegin(), decided.rend(), isIt); found != decided.rend())
        return take(verdict, *found);
    if (const QString cause = desk.causeOfDrop(verdict.strategy, instrument, verdict.barClose); !cause.isEmpty()) {
        verdict.gate = Gate::Before;
        verdict.detail = cause;
    }
}

} // namespace bellwether
