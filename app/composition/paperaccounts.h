#pragma once

#include "core/engine/tradingengine.h"
#include "core/execution/accountsbroker.h"
#include "core/sim/simbroker.h"

namespace bellwether {

/// One of several paper accounts behind a desk, as it is asked for: `NAME`, `NAME=COSTS`, `NAME=COSTS@off`.
struct PaperAccountSpec {
    AccountId id;
    QString costs;        ///< a schedule of CostSchedule::find(); empty for the usual one of the market
    bool isOff = false;   ///< takes no new orders; what it holds goes on
};

/// Errors: InvalidArgument for fewer than two, the same name twice, a name that is not small letters and digits, and costs
/// that are not known.
Result<std::vector<PaperAccountSpec>> parsePaperAccounts(const QStringList &texts);
/// The desk of these accounts: one account is what its name says, several are a desk of their own, so that another choice of
/// accounts is another desk. Errors: InvalidArgument where the name is too long.
Result<AccountId> deskName(const QString &prefix, const std::vector<PaperAccountSpec> &accounts);

/// The venues of a paper desk: one, or one for each of several accounts.
class PaperVenues {
public:
    PaperVenues(const CataloguePtr &catalogue, const Clock &clock, const SimBrokerSettings &usual, const std::vector<PaperAccountSpec> &accounts);

    BrokerClient &broker() { return m_several ? static_cast<BrokerClient &>(*m_several) : *m_venues.front(); }
    /// Tells an engine of the accounts and what they offer, before it is made.
    void configure(EngineConfig &config) const;
    /// Lets the venues see the market and time as the engine does.
    void attach(TradingEngine &engine) const;
    /// Takes up where the journal ends.
    void restore(const TradingEngine &engine);

private:
    std::vector<PaperAccountSpec> m_specs;
    std::unique_ptr<SimBroker> m_single;
    std::unique_ptr<AccountsBroker> m_several;
    std::vector<SimBroker *> m_venues; ///< of m_single or m_several
};

} // namespace bellwether
