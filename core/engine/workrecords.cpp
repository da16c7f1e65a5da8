#include "core/engine/recordfamilies.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

void write(RecordWriter &out, std::string_view key, const Distance &distance)
{
    if (distance.value == 0)
        return;
    out.openObject(key);
    out.number("unit", int(distance.unit));
    out.real("value", distance.value);
    out.close();
}

Distance readDistance(RecordReader &in, const char *key)
{
    if (!in.has(key))
        return {};
    RecordReader each(in.element()[key].value_unsafe());
    const auto unit = each.number("unit");
    const Distance distance{Distance::Unit(unit), each.real("value")};
    if (!each.faultyField().isEmpty() || unit < 0 || unit > int(Distance::Unit::Atr) || !(distance.value > 0))
        in.fault(key);
    return distance;
}

void write(RecordWriter &out, const WorkRequest &request)
{
    out.text("work", toString(request.kind));
    out.text("instrument", request.instrument);
    out.text("strategy", request.strategy);
    out.text("role", toString(request.role));
    out.text("side", toString(request.side));
    if (request.product != Product::None)
        out.text("product", toString(request.product));
    out.decimal("quantity", request.quantity);
    out.decimal("limit", request.limitPrice);
    out.decimal("stop", request.stopPrice);
    out.decimal("bracket_stop", request.bracketStop);
    out.decimal("bracket_target", request.bracketTarget);
    write(out, "distance", request.distance);
    write(out, "offset", request.offset);
    out.text("timeframe", toString(request.timeframe));
    out.number("condition", int(request.condition.kind));
    out.decimal("condition_price", request.condition.price);
    out.text("indicator", request.condition.indicator);
    out.text("condition_timeframe", toString(request.condition.timeframe));
    out.real("threshold", request.condition.threshold);
    out.time("condition_at", request.condition.at);
    out.decimal("visible", request.visible);
    out.number("seconds", request.seconds);
    out.number("slices", request.slices);
    out.decimal("inventory", request.inventoryMax);
    out.real("skew", request.skew);
}

int readCount(RecordReader &in, const char *key)
{
    const std::int64_t value = in.number(key);
    if (value < 0 || value > std::numeric_limits<int>::max())
        in.fault(key);
    return int(value);
}

WorkRequest readRequest(RecordReader &in)
{
    WorkRequest request;
    request.kind = in.oneOf<WorkKind>("work", int(WorkKind::MarketMaker) + 1);
    request.instrument = in.ownText<InstrumentId>("instrument");
    request.strategy = in.ownText<StrategyId>("strategy");
    request.role = in.oneOf<OrderRole>("role", 2);
    request.side = in.oneOf<Side>("side", 2);
    request.product = in.has("product") ? in.oneOf<Product>("product", productCount) : Product::None;
    request.quantity = in.decimal<Quantity>("quantity");
    request.limitPrice = in.decimal<Price>("limit");
    request.stopPrice = in.decimal<Price>("stop");
    request.bracketStop = in.decimal<Price>("bracket_stop");
    request.bracketTarget = in.decimal<Price>("bracket_target");
    request.distance = readDistance(in, "distance");
    request.offset = readDistance(in, "offset");
    request.timeframe = in.oneOf<Timeframe>("timeframe", int(allTimeframes.size()));
    const auto condition = in.number("condition");
    if (condition < 0 || condition > int(WorkCondition::Kind::TimeAt))
        in.fault("condition");
    request.condition.kind = WorkCondition::Kind(condition);
    request.condition.price = in.decimal<Price>("condition_price");
    request.condition.indicator = in.text("indicator");
    request.condition.timeframe = in.oneOf<Timeframe>("condition_timeframe", int(allTimeframes.size()));
    request.condition.threshold = in.real("threshold");
    request.condition.at = in.time("condition_at");
    request.visible = in.decimal<Quantity>("visible");
    request.seconds = readCount(in, "seconds");
    request.slices = readCount(in, "slices");
    request.inventoryMax = in.decimal<Quantity>("inventory");
    request.skew = in.real("skew");
    if (!validate(request))
        in.fault("work");
    return request;
}

} // namespace

QByteArray encode(const WorkStarted &started)
{
    RecordWriter out("work_started");
    out.id("id", started.id);
    write(out, started.request);
    return out.finish();
}

QByteArray encode(const WorkChanged &changed)
{
    RecordWriter out("work_changed");
    out.id("id", changed.id);
    out.text("state", toString(changed.state));
    out.number("steps", changed.steps);
    out.text("reason", changed.reason);
    return out.finish();
}

std::optional<Record> readWorkRecord(std::string_view kind, RecordReader &in)
{
    if (kind == "work_started")
        return WorkStarted{in.ownId<WorkId>("id"), readRequest(in)};
    if (kind == "work_changed")
        return WorkChanged{in.ownId<WorkId>("id"), in.oneOf<WorkState>("state", int(WorkState::Failed) + 1), readCount(in, "steps"), in.text("reason")};
    return {};
}

} // namespace bellwether
