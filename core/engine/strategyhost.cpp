#include "core/engine/strategyhost.h"

#include "core/engine/strategycrew.h"

namespace bellwether {

StrategyHost::StrategyHost(std::vector<Slot> slotList, std::size_t instruments, Sinks sinks, Policy policy)
    : m_crew(std::make_shared<Crew>(std::move(slotList), instruments, std::move(sinks), policy))
{
    m_crew->start();
}

StrategyHost::~StrategyHost() { stop(); }

void StrategyHost::post(MarketBatchPtr batch) { m_crew->post(std::move(batch)); }
void StrategyHost::replace(const InstrumentId &instrument, std::unique_ptr<Strategy> successor, BarColumns past)
{
    m_crew->replace(instrument, std::move(successor), std::move(past));
}

void StrategyHost::watch() { m_crew->watch(); }
void StrategyHost::stop() { m_crew->stop(); }
int StrategyHost::runningCount() const { return m_crew->runningCount(); }
int StrategyHost::retiredCount() const { return m_crew->retiredCount(); }
std::uint64_t StrategyHost::overlapCount() const { return m_crew->overlapCount(); }

} // namespace bellwether
