#include "core/risk/limitchange.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using enum LooserWhen;

struct Row {
    QStringView key;
    LooserWhen when;
};

constexpr std::array rows{
    Row{u"risk.risk_per_trade", Higher},
    Row{u"risk.percent_per_trade", Higher},
    Row{u"risk.cash_share", Higher},
    Row{u"risk.max_exposure", Higher},
    Row{u"risk.kelly_fraction", Higher},
    Row{u"risk.kelly_trades", Lower},
    Row{u"risk.volatility_target", Higher},
    Row{u"risk.max_leverage", Higher},
    Row{u"risk.reserved_orders", Lower},
    Row{u"risk.max_sector_exposure", Higher},
    Row{u"risk.max_daily_loss", Higher},
    Row{u"risk.stop", Higher},
    Row{u"risk.target", Neither},
    Row{u"risk.min_price", Lower},
    Row{u"risk.min_liquidity", Lower},
    Row{u"risk.max_correlation", Higher},
    Row{u"risk.max_order_value", Higher},
    Row{u"risk.max_order_quantity", Higher},
    Row{u"risk.max_price_distance", Higher},
    Row{u"risk.max_drift", Higher},
    Row{u"risk.profit_lock", HigherOrZero},
    Row{u"risk.profit_lock_keep", Lower},
    Row{u"risk.intraday_margin", Lower},
    Row{u"risk.confidence_cutoff", Lower},
    Row{u"risk.max_positions", Higher},
    Row{u"risk.max_positions_per_symbol", Higher},
    Row{u"risk.time_stop_minutes", HigherOrZero},
    Row{u"risk.max_orders_per_second", Higher},
    Row{u"risk.max_open_orders", Higher},
    Row{u"risk.max_repeated_orders", Higher},
    Row{u"risk.stale_after_seconds", Higher},
    Row{u"risk.max_loss_streak", HigherOrZero},
    Row{u"risk.cool_down_minutes", Lower},
    Row{u"risk.no_short_minutes_before_close", Lower},
};

} // namespace

LooserWhen looserWhen(QStringView key)
{
    const auto row = std::ranges::find(rows, key, &Row::key);
    return row != rows.end() ? row->when : Either;
}

Result<LimitRevision> reviseLimits(const RiskLimits &now, const std::vector<std::pair<QString, double>> &changes)
{
    LimitRevision revision{now, {}, {}};
    const std::vector<RiskLimits::Entry> before = now.entries();
    std::set<QString> seen;
    for (const auto &[key, value] : changes) {
        if (!seen.insert(key).second)
            return failure(ErrorCode::Conflict, u"%1 is named twice"_s.arg(key));
        if (auto set = revision.limits.set(key, value); !set)
            return failure(set.error());
        const auto was = std::ranges::find(before, QStringView(key), &RiskLimits::Entry::key);
        if (was->value == value)
            continue;
        const QString sentence = u"%1 %2 → %3"_s.arg(key).arg(was->value).arg(value);
        revision.changed.append(sentence);
        if (isLooser(looserWhen(key), was->value, value))
            revision.looser.append(sentence);
    }
    if (auto valid = revision.limits.validate(); !valid)
        return failure(valid.error());
    return revision;
}

} // namespace bellwether
