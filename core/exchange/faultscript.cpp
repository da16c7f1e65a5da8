#include "core/exchange/faultscript.h"

namespace bellwether::exchange {

FaultScript::FaultScript(std::vector<FaultRule> rules, std::uint64_t seed) : m_rng(seed)
{
    for (FaultRule &rule : rules)
        m_rules.push_back({std::move(rule)});
}

std::vector<FaultAction> FaultScript::at(const FaultEvent &event)
{
    std::vector<FaultAction> actions;
    for (Counted &one : m_rules) {
        const FaultRule &rule = one.rule;
        const bool isMeant = rule.point == event.point && event.since >= rule.from && event.since < rule.until
            && (rule.method.isEmpty() || rule.method == event.method) && (rule.account.isEmpty() || rule.account == event.account)
            && rule.target.match(event.target).hasMatch();
        if (!isMeant)
            continue;
        ++one.seen;
        const bool isTurn = (rule.nth == 0 || one.seen == rule.nth) && (rule.every == 0 || one.seen % rule.every == 0)
            && (rule.countMax == 0 || one.acted < rule.countMax);
        // The dice are thrown for a rule that has them only, so that adding another rule changes nothing here.
        if (!isTurn || (rule.probability < 1 && m_rng.uniform() >= rule.probability))
            continue;
        ++one.acted;
        actions.push_back(rule.action);
    }
    return actions;
}

std::vector<FaultAction> FaultScript::due(Duration since)
{
    std::vector<FaultAction> actions;
    for (Counted &one : m_rules) {
        const FaultRule &rule = one.rule;
        if (rule.point != FaultPoint::Time)
            continue;
        const int countMax = rule.countMax > 0 ? rule.countMax : (rule.repeat > Duration::zero() ? 0 : 1);
        while ((countMax == 0 || one.acted < countMax) && rule.from + rule.repeat * one.acted <= since
               && rule.from + rule.repeat * one.acted < rule.until) {
            ++one.acted;
            actions.push_back(rule.action);
        }
    }
    return actions;
}

std::map<QString, int> FaultScript::acted() const
{
    std::map<QString, int> counts;
    for (const Counted &one : m_rules)
        counts[one.rule.name] += one.acted;
    return counts;
}

} // namespace bellwether::exchange
