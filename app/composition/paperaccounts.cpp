#include "app/composition/paperaccounts.h"

#include <set>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t accountsMax = 8;

// Trades and orders of the simulated venue are numbered at the end of their text; the highest so far goes on.
std::uint64_t trailingNumber(const QString &text)
{
    qsizetype first = text.size();
    while (first > 0 && text[first - 1].isDigit())
        --first;
    return text.mid(first).toULongLong();
}

bool isAtVenue(OrderState state)
{
    return state == OrderState::Open || state == OrderState::Partial || state == OrderState::CancelPending || state == OrderState::ModifyPending;
}

// `account` is empty where there is one only, which then has everything.
void restoreVenue(SimBroker &venue, const DeskState &state, const AccountId &account)
{
    const auto isOf = [&](const AccountId &other) { return account.isEmpty() || other == account; };
    std::map<InstrumentId, Quantity> held;
    for (const auto &[key, position] : state.portfolio().books()) {
        if (isOf(state.routes().of(state.portfolio().idOf(key))))
            held[key.instrument] += position.quantity();
    }
    std::vector<SimBroker::Holding> holdings;
    for (const auto &[instrument, quantity] : held)
        holdings.push_back({instrument, quantity});
    std::vector<Order> open;
    std::uint64_t lastOrder = 0;
    for (const Order &order : state.orders().all()) {
        lastOrder = std::max(lastOrder, trailingNumber(order.venueId));
        if (isAtVenue(order.state()) && isOf(state.routes().of(order.id)))
            open.push_back(order);
    }
    std::uint64_t lastTrade = 0;
    for (const auto &[fill, pnl] : state.recentFills())
        lastTrade = std::max(lastTrade, trailingNumber(fill.venueTradeId));
    venue.restore(holdings, open, lastOrder, lastTrade);
}

std::vector<VenueOrder> openOrders(const DeskState &state, const AccountId &account)
{
    std::vector<VenueOrder> told;
    for (const OrderId id : state.orders().active()) {
        const Order &order = *state.orders().find(id);
        if (state.routes().of(id) != account || (order.state() != OrderState::Open && order.state() != OrderState::Partial))
            continue;
        told.push_back({order.clientId, order.venueId, order.instrument, order.side, order.type, order.timeInForce, order.quantity,
                        order.filledQuantity(), order.limitPrice, order.stopPrice, order.createdAt});
    }
    return told;
}

} // namespace

Result<std::vector<PaperAccountSpec>> parsePaperAccounts(const QStringList &texts)
{
    std::vector<PaperAccountSpec> accounts;
    std::set<AccountId> names;
    for (const QString &text : texts) {
        const auto bad = [&](const QString &why) { return failure(ErrorCode::InvalidArgument, u"account '%1': %2"_s.arg(text, why)); };
        QString rest = text.trimmed();
        PaperAccountSpec spec;
        if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
            if (rest.mid(at) != u"@off")
                return bad(u"after @ only 'off' is known"_s);
            spec.isOff = true;
            rest.truncate(at);
        }
        const QString name = rest.section(u'=', 0, 0);
        spec.costs = rest.section(u'=', 1);
        const bool isName = !name.isEmpty() && name.size() <= 8
            && std::ranges::all_of(name, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
        if (!isName)
            return bad(u"a name is up to eight small letters and digits"_s);
        spec.id = AccountId(name);
        if (!names.insert(spec.id).second)
            return bad(u"it is named twice"_s);
        if (!spec.costs.isEmpty() && !CostSchedule::find(spec.costs))
            return bad(u"no schedule of costs '%1'"_s.arg(spec.costs));
        accounts.push_back(std::move(spec));
    }
    if (accounts.size() == 1 || accounts.size() > accountsMax)
        return failure(ErrorCode::InvalidArgument, u"a desk of several accounts has 2 to %1 of them"_s.arg(accountsMax));
    return accounts;
}

Result<AccountId> deskName(const QString &prefix, const std::vector<PaperAccountSpec> &accounts)
{
    QString name = prefix;
    for (const PaperAccountSpec &account : accounts)
        name += u'-' + account.id.toString();
    if (!AccountId::fits(name.toStdString()))
        return failure(ErrorCode::InvalidArgument, u"the names of the accounts are too long together: '%1'"_s.arg(name));
    return AccountId(name);
}

PaperVenues::PaperVenues(const CataloguePtr &catalogue, const Clock &clock, const SimBrokerSettings &usual, const std::vector<PaperAccountSpec> &accounts)
    : m_specs(accounts)
{
    if (accounts.empty()) {
        m_single = std::make_unique<SimBroker>(catalogue, clock, usual);
        m_venues.push_back(m_single.get());
        return;
    }
    std::vector<AccountsBroker::Account> made;
    for (const PaperAccountSpec &spec : accounts) {
        SimBrokerSettings settings = usual;
        if (!spec.costs.isEmpty()) {
            settings.costs.commission = *CostSchedule::find(spec.costs);
            settings.costs.commissionOf.clear();
            settings.costs.commissionOfProduct.clear();
        }
        auto venue = std::make_unique<SimBroker>(catalogue, clock, settings);
        m_venues.push_back(venue.get());
        made.push_back({spec.id, std::move(venue),
                        [costs = settings.costs](const Order &order, const Money &value) {
                            return costs.scheduleOf(order.strategy, order.product).charge(order.side, Liquidity::Taker, Money::zero(value.currency), value).total();
                        },
                        spec.isOff ? u"it is switched off for new orders"_s : QString()});
    }
    m_several = std::make_unique<AccountsBroker>(std::move(made));
}

void PaperVenues::configure(EngineConfig &config) const
{
    if (!m_several)
        return;
    for (const PaperAccountSpec &spec : m_specs)
        config.accounts.push_back(spec.id);
    config.accountOffers = [broker = m_several.get()](const Order &order, const Money &value) { return broker->offersFor(order, value); };
}

void PaperVenues::attach(TradingEngine &engine) const
{
    engine.setTimeTap([venues = m_venues](Timestamp now) {
        for (SimBroker *venue : venues)
            venue->onTime(now);
    });
    engine.setMarketTap([venues = m_venues](const MarketEvent &event) {
        for (SimBroker *venue : venues)
            venue->onMarket(event);
    });
    if (!m_several)
        return;
    const DeskState &state = engine.state();
    m_several->setKnowledge({[&state](OrderId order) { return state.routes().of(order); },
                             [&state](const AccountId &account) { return openOrders(state, account); }});
}

void PaperVenues::restore(const TradingEngine &engine)
{
    for (std::size_t i = 0; i < m_venues.size(); ++i) {
        restoreVenue(*m_venues[i], engine.state(), m_several ? m_specs[i].id : AccountId());
        m_venues[i]->setBalance(m_several ? engine.cashOf(m_specs[i].id) : engine.state().portfolio().cash());
    }
}

} // namespace bellwether
