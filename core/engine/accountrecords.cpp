#include "core/engine/recordfamilies.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QByteArray encode(const RunStarted &run)
{
    RecordWriter out("run_started");
    out.text("version", run.version);
    out.text("mode", run.mode);
    out.text("account", run.account);
    out.money("starting_cash", run.startingCash);
    out.number("seed", std::int64_t(run.seed));
    out.text("settings", run.settingsHash);
    return out.finish();
}

QByteArray encode(const RunFinished &run)
{
    RecordWriter out("run_finished");
    out.time("at", run.marketTime);
    return out.finish();
}

QByteArray encode(const LatchSet &latch)
{
    RecordWriter out("latch");
    out.text("latch", latch.latch == Latch::Kill ? std::string_view("kill") : std::string_view("daily_loss"));
    out.flag("set", latch.isSet);
    out.text("reason", latch.reason);
    if (latch.shallFlatten)
        out.flag("flatten", true);
    return out.finish();
}

QByteArray encode(const DayStarted &day)
{
    RecordWriter out("day_started");
    out.number("day", day.localDay);
    out.money("equity", day.equity);
    return out.finish();
}

QByteArray encode(const DayFloorRaised &raised)
{
    RecordWriter out("day_floor");
    out.money("floor", raised.floor);
    return out.finish();
}

QByteArray encode(const LimitsChanged &changed)
{
    RecordWriter out("limits_changed");
    out.text("changes", changed.changes.join(u"; "_s));
    out.text("looser", changed.looser.join(u"; "_s));
    return out.finish();
}

QByteArray encode(const BookAdjusted &adjusted)
{
    RecordWriter out("book_adjusted");
    out.text("strategy", adjusted.strategy);
    out.text("instrument", adjusted.instrument);
    out.decimal("change", adjusted.change);
    out.decimal("price", adjusted.price);
    out.flag("moves_cash", adjusted.movesCash);
    out.text("reason", adjusted.reason);
    return out.finish();
}

QByteArray encode(const CashAdjusted &adjusted)
{
    RecordWriter out("cash_adjusted");
    out.money("change", adjusted.change);
    out.text("reason", adjusted.reason);
    return out.finish();
}

QByteArray encode(const DifferenceIgnored &ignored)
{
    RecordWriter out("difference_ignored");
    out.text("instrument", ignored.instrument);
    out.decimal("quantity", ignored.quantity);
    out.money("money", ignored.money);
    return out.finish();
}

std::optional<Record> readAccountRecord(std::string_view kind, RecordReader &in)
{
    if (kind == "latch") {
        const QString latch = in.text("latch");
        if (latch != u"kill" && latch != u"daily_loss")
            in.fault("latch");
        return LatchSet{latch == u"kill" ? Latch::Kill : Latch::DailyLoss, in.flag("set"), in.text("reason"),
                        in.has("flatten") && in.flag("flatten")};
    }
    if (kind == "day_started")
        return DayStarted{in.number("day"), in.money("equity")};
    if (kind == "day_floor")
        return DayFloorRaised{in.money("floor")};
    if (kind == "limits_changed")
        return LimitsChanged{in.text("changes").split(u"; "_s, Qt::SkipEmptyParts), in.text("looser").split(u"; "_s, Qt::SkipEmptyParts)};
    if (kind == "run_started")
        return RunStarted{in.text("version"), in.text("mode"), in.shortText<AccountId>("account"), in.money("starting_cash"),
                          std::uint64_t(in.number("seed")), in.text("settings")};
    if (kind == "run_finished")
        return RunFinished{in.time("at")};
    if (kind == "book_adjusted") {
        BookAdjusted adjusted{in.ownText<StrategyId>("strategy"), in.ownText<InstrumentId>("instrument"), in.decimal<Quantity>("change"),
                              in.decimal<Price>("price"), in.flag("moves_cash"), in.text("reason")};
        if (adjusted.change.isZero())
            in.fault("change");
        return adjusted;
    }
    if (kind == "cash_adjusted") {
        CashAdjusted adjusted{in.money("change"), in.text("reason")};
        if (adjusted.change.currency.isEmpty())
            in.fault("change");
        return adjusted;
    }
    if (kind == "difference_ignored")
        return DifferenceIgnored{in.shortText<InstrumentId>("instrument"), in.decimal<Quantity>("quantity"), in.money("money")};
    return {};
}

} // namespace bellwether
