#include "app/composition/runchecks.h"

#include "core/strategy/strategycatalogue.h"

#include <map>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t cutCount = 8;

/// What a signal says, by the moment it says it.
using Said = std::map<Timestamp, std::tuple<Side, double, double, double>>;

/// The signals of a fresh strategy on the rows [first, last) of the bars, copied so that there are no others.
Said signalsOf(const StrategyMaker &make, const RunStrategy &strategy, const RunLeg &leg, std::size_t first, std::size_t last)
{
    BarColumns bars;
    bars.append(*leg.bars, first, last);
    std::vector<SignalAt> raised;
    make(strategy, leg)->scan(bars, 0, bars.size(), raised);
    Said said;
    // Text and comparison need no NaN: a level that is not there is 0.
    const auto plain = [](double value) { return std::isnan(value) ? 0.0 : value; };
    for (const SignalAt &at : raised)
        said[bars.closeTime[at.row]] = {at.signal.side, plain(at.signal.stop), plain(at.signal.target), plain(at.signal.confidence)};
    return said;
}

/// A number within rounding of another: sums over other bars end in other last digits.
bool isSame(const Said::mapped_type &a, const Said::mapped_type &b)
{
    const auto near = [](double x, double y) { return std::fabs(x - y) <= 1e-6 * std::max(1.0, std::fabs(y)); };
    return std::get<0>(a) == std::get<0>(b) && near(std::get<1>(a), std::get<1>(b)) && near(std::get<2>(a), std::get<2>(b))
        && near(std::get<3>(a), std::get<3>(b));
}

/// Moments in [from, to) at which the two do not say the same.
std::vector<Timestamp> differences(const Said &a, const Said &b, Timestamp from, Timestamp to)
{
    std::vector<Timestamp> out;
    for (auto it = a.lower_bound(from); it != a.lower_bound(to); ++it) {
        const auto other = b.find(it->first);
        if (other == b.end() || !isSame(it->second, other->second))
            out.push_back(it->first);
    }
    for (auto it = b.lower_bound(from); it != b.lower_bound(to); ++it)
        if (!a.contains(it->first))
            out.push_back(it->first);
    std::sort(out.begin(), out.end());
    return out;
}

std::size_t countIn(const Said &said, Timestamp from, Timestamp to)
{
    return std::size_t(std::distance(said.lower_bound(from), said.lower_bound(to)));
}

} // namespace

StrategyMaker shippedMaker(const PreparedBacktest &prepared)
{
    return [timeframe = prepared.plan.timeframe](const RunStrategy &strategy, const RunLeg &leg) {
        return makeStrategy(*strategy.info, strategy.parameters, {leg.instrument.id, timeframe, leg.calendar});
    };
}

LookAheadCheck checkLookAhead(const PreparedBacktest &prepared, const StrategyMaker &make)
{
    LookAheadCheck check;
    check.cuts = cutCount;
    for (const RunLeg &leg : prepared.legs) {
        for (const RunStrategy &strategy : prepared.strategies) {
            const Said whole = signalsOf(make, strategy, leg, 0, leg.lastRow);
            for (std::size_t cut = 1; cut <= cutCount; ++cut) {
                const std::size_t end = leg.firstRow + leg.rowCount() * cut / (cutCount + 1);
                if (end == 0)
                    continue;
                const Said shorter = signalsOf(make, strategy, leg, 0, end);
                const Timestamp from = leg.bars->closeTime.front();
                const Timestamp to = leg.bars->closeTime[end];
                const auto moved = differences(whole, shorter, from, to);
                check.compared += countIn(whole, from, to);
                check.moved += moved.size();
                if (!moved.empty() && (!check.firstMoved.isValid() || moved.front() < check.firstMoved))
                    check.firstMoved = moved.front();
            }
        }
    }
    return check;
}

WarmUpCheck checkWarmUp(const PreparedBacktest &prepared, const StrategyMaker &make)
{
    WarmUpCheck check;
    std::size_t longest = 1;
    for (const RunStrategy &strategy : prepared.strategies)
        longest = std::max(longest, std::size_t(std::max(1, make(strategy, prepared.legs.front())->warmUpBars())));
    for (const std::size_t factor : {1, 2, 4, 8, 16}) {
        WarmUpCheck::Start start{longest * factor, 0, 0};
        bool isPossible = false;
        for (const RunLeg &leg : prepared.legs) {
            const std::size_t middle = leg.firstRow + leg.rowCount() / 2;
            if (middle < start.bars || middle >= leg.lastRow)
                continue;
            isPossible = true;
            const Timestamp from = leg.bars->closeTime[middle];
            const Timestamp to = leg.bars->closeTime[leg.lastRow - 1] + Duration(1);
            for (const RunStrategy &strategy : prepared.strategies) {
                const Said whole = signalsOf(make, strategy, leg, 0, leg.lastRow);
                const Said late = signalsOf(make, strategy, leg, middle - start.bars, leg.lastRow);
                start.compared += countIn(whole, from, to);
                start.differing += differences(whole, late, from, to).size();
            }
        }
        if (isPossible)
            check.starts.push_back(start);
    }
    return check;
}

std::optional<std::size_t> WarmUpCheck::settledAfter() const
{
    std::optional<std::size_t> bars;
    for (auto start = starts.rbegin(); start != starts.rend() && start->differing == 0; ++start)
        bars = start->bars;
    return bars;
}

QString toString(const LookAheadCheck &check)
{
    if (check.isGood())
        return u"look-ahead: none, %1 signals are the same on data cut at %2 places"_s.arg(check.compared).arg(check.cuts);
    return u"look-ahead: %1 of %2 signals change when later bars are cut off, the first at %3"_s.arg(check.moved)
        .arg(check.compared).arg(toIsoString(check.firstMoved));
}

QString toString(const WarmUpCheck &check)
{
    if (check.starts.empty())
        return u"warm-up: not checked, there are too few bars"_s;
    const WarmUpCheck::Start &first = check.starts.front();
    const auto settled = check.settledAfter();
    if (settled && *settled == first.bars)
        return u"warm-up: none missing, %1 signals are the same from a start %2 bars before"_s.arg(first.compared).arg(first.bars);
    const QString drift = u"warm-up: from a start %1 bars before, %2 of %3 signals differ"_s.arg(first.bars).arg(first.differing).arg(first.compared);
    return settled ? drift + u"; none from %1 bars on"_s.arg(*settled)
                   : drift + u", and %1 still from %2 bars"_s.arg(check.starts.back().differing).arg(check.starts.back().bars);
}

Result<QStringList> runChecks(const QString &names, const PreparedBacktest &prepared)
{
    QStringList said;
    for (const QString &name : names.split(u',')) {
        if (name == u"lookahead")
            said.append(toString(checkLookAhead(prepared, shippedMaker(prepared))));
        else if (name == u"warmup")
            said.append(toString(checkWarmUp(prepared, shippedMaker(prepared))));
        else
            return failure(ErrorCode::InvalidArgument, u"--check '%1': expected lookahead, warmup or both with a comma"_s.arg(name));
    }
    return said;
}

} // namespace bellwether
