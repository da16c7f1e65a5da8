#include "core/engine/shadowledger.h"

namespace bellwether {

namespace {

Money resultOf(const ShadowRow &row, const Instrument &instrument)
{
    const Price gain = row.side == Side::Buy ? row.last - row.entry : row.entry - row.last;
    const Money made = instrument.notional(gain.magnitude(), row.quantity);
    return gain.isNegative() ? -made : made;
}

} // namespace

void ShadowLedger::follow(const QueuedSignal &queued, Price price)
{
    const auto index = m_catalogue->indexOf(queued.signal.instrument);
    if (!index || queued.isExit || !price.isPositive() || !queued.stop.isPositive() || !queued.target.isPositive())
        return;
    const Instrument &instrument = m_catalogue->at(*index);
    ShadowRow row;
    row.id = queued.id;
    row.strategy = queued.signal.strategy;
    row.instrument = instrument.id;
    row.symbol = instrument.symbol;
    row.side = queued.signal.side;
    row.quantity = queued.quantity;
    row.state = queued.state;
    row.stateReason = queued.stateReason;
    row.decidedAt = queued.decidedAt;
    row.entry = row.last = price;
    row.stop = queued.stop;
    row.target = queued.target;
    row.pnl = Money::zero(instrument.currency);
    row.priceDecimals = instrument.priceDecimals();
    row.quantityDecimals = instrument.quantityDecimals();
    m_open[*index].push_back(m_first + m_rows.size());
    m_rows.push_back(std::move(row));
    if (m_rows.size() > kept) {
        const auto oldest = m_catalogue->indexOf(m_rows.front().instrument);
        std::erase(m_open[*oldest], m_first);
        m_rows.pop_front();
        ++m_first;
    }
    m_shared.reset();
    onPrice(*index, price, queued.decidedAt); // it may have been decided beyond its stop or target
}

void ShadowLedger::onPrice(InstrumentIndex instrument, Price price, Timestamp now)
{
    std::vector<std::uint64_t> &open = m_open[instrument];
    if (open.empty())
        return;
    std::erase_if(open, [&](std::uint64_t number) {
        ShadowRow &row = m_rows[std::size_t(number - m_first)];
        const bool isBuy = row.side == Side::Buy;
        // In one move through both the stop comes first, as everywhere.
        if (isBuy ? price <= row.stop : price >= row.stop)
            row.outcome = ShadowRow::Outcome::Stop;
        else if (isBuy ? price >= row.target : price <= row.target)
            row.outcome = ShadowRow::Outcome::Target;
        row.last = row.outcome == ShadowRow::Outcome::Stop ? row.stop : row.outcome == ShadowRow::Outcome::Target ? row.target : price;
        row.pnl = resultOf(row, m_catalogue->at(instrument));
        if (row.outcome != ShadowRow::Outcome::Open)
            row.endedAt = now;
        return row.outcome != ShadowRow::Outcome::Open;
    });
    m_shared.reset();
}

std::shared_ptr<const std::vector<ShadowRow>> ShadowLedger::rows() const
{
    if (!m_shared)
        m_shared = std::make_shared<const std::vector<ShadowRow>>(m_rows.rbegin(), m_rows.rend());
    return m_shared;
}

} // namespace bellwether
