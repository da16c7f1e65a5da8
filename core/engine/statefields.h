#pragma once

#include "core/engine/deskstate.h"
#include "core/engine/statearchive.h"

namespace bellwether {

/// The parts of every structure of a state, named once for writing and reading. A member that is added to one of these
/// classes is added here, and snapshotFormat in deskstate.h is raised.
struct StateFields {
    template <typename Archive, typename... Values> static void all(Archive &archive, Values &...values)
    {
        (one(archive, values), ...);
    }

    // Containers.
    template <typename Archive, typename Value> static void one(Archive &archive, Value &value)
    {
        if constexpr (requires { parts(archive, value); })
            parts(archive, value);
        else
            archivePart(archive, value);
    }
    template <typename Archive, typename First, typename Second> static void parts(Archive &archive, std::pair<First, Second> &pair)
    {
        all(archive, pair.first, pair.second);
    }
    template <typename Archive, typename Value> static void parts(Archive &archive, std::optional<Value> &value)
    {
        bool isThere = value.has_value();
        one(archive, isThere);
        if (Archive::isReading)
            value = isThere ? std::optional<Value>(Value()) : std::nullopt;
        if (isThere)
            one(archive, *value);
    }
    template <typename Archive, typename List> static void list(Archive &archive, List &values)
    {
        const std::size_t count = archive.count(std::size_t(values.size()));
        if constexpr (Archive::isReading) {
            values.clear();
            for (std::size_t i = 0; i < count && archive.isSound(); ++i) {
                typename List::value_type value{};
                one(archive, value);
                values.push_back(std::move(value));
            }
        } else {
            for (auto &value : values)
                one(archive, value);
        }
    }
    template <typename Archive, typename Value> static void parts(Archive &archive, std::vector<Value> &values) { list(archive, values); }
    template <typename Archive, typename Value> static void parts(Archive &archive, std::deque<Value> &values) { list(archive, values); }
    template <typename Archive> static void parts(Archive &archive, QStringList &values) { list(archive, values); }
    template <typename Archive, typename Key, typename Value> static void parts(Archive &archive, std::map<Key, Value> &values)
    {
        const std::size_t count = archive.count(values.size());
        if constexpr (Archive::isReading) {
            values.clear();
            for (std::size_t i = 0; i < count && archive.isSound(); ++i) {
                Key key{};
                Value value{};
                all(archive, key, value);
                values.emplace_hint(values.end(), std::move(key), std::move(value));
            }
        } else {
            for (auto &[key, value] : values) {
                Key copy = key;
                all(archive, copy, value);
            }
        }
    }

    // Values.
    template <typename Archive> static void parts(Archive &archive, BookKey &key) { all(archive, key.strategy, key.instrument); }
    template <typename Archive> static void parts(Archive &archive, Money &money) { all(archive, money.amount, money.currency); }
    template <typename Archive> static void parts(Archive &archive, Fill &fill)
    {
        all(archive, fill.id, fill.order, fill.strategy, fill.instrument, fill.venueTradeId, fill.time, fill.side, fill.lastPrice, fill.lastQuantity,
            fill.leavesQuantity, fill.commission, fill.referencePrice);
    }
    template <typename Archive> static void parts(Archive &archive, Order &order)
    {
        all(archive, order.id, order.clientId, order.venueId, order.signal, order.parent, order.sibling, order.isAttached, order.strategy,
            order.instrument, order.role, order.side, order.type, order.timeInForce, order.product, order.quantity, order.limitPrice, order.stopPrice,
            order.referencePrice, order.bracketStop, order.bracketTarget, order.createdAt, order.updatedAt, order.reason, order.m_state,
            order.m_stateBeforePending, order.m_revision, order.m_filledQuantity, order.m_filledValue);
    }
    template <typename Archive> static void parts(Archive &archive, QueuedSignal &queued)
    {
        TradeSignal &signal = queued.signal;
        all(archive, queued.id, queued.version, queued.state, queued.stateReason, queued.isExit, queued.isReversal, queued.quantity, queued.price,
            queued.limitPrice, queued.stop, queued.target, queued.expiresAt, queued.decidedAt, queued.order, signal.strategy, signal.instrument,
            signal.timeframe, signal.category, signal.time, signal.side, signal.referencePrice, signal.stop, signal.target, signal.confidence);
        std::vector<Reason> reasons(signal.reasons.all().begin(), signal.reasons.all().end());
        const std::size_t count = archive.count(reasons.size());
        if (count > 8) // as many as a list of reasons holds
            return archive.fault();
        reasons.resize(count);
        auto labels = std::make_shared<std::vector<std::string>>();
        labels->reserve(reasons.size()); // the views below point into it
        for (Reason &reason : reasons) {
            QString label = QString::fromUtf8(reason.label.data(), qsizetype(reason.label.size()));
            all(archive, label, reason.comparison, reason.value, reason.threshold, reason.isMet);
            labels->push_back(label.toStdString());
            reason.label = labels->back();
        }
        if constexpr (Archive::isReading) {
            for (const Reason &reason : reasons)
                signal.reasons.addMet(reason);
            queued.labels = std::move(labels);
        }
    }
    template <typename Archive> static void parts(Archive &archive, Distance &distance) { all(archive, distance.unit, distance.value); }
    template <typename Archive> static void parts(Archive &archive, WorkRequest &request)
    {
        all(archive, request.kind, request.instrument, request.strategy, request.role, request.side, request.product, request.quantity, request.limitPrice,
            request.stopPrice, request.bracketStop, request.bracketTarget, request.distance, request.offset, request.timeframe,
            request.condition.kind, request.condition.price, request.condition.indicator, request.condition.timeframe,
            request.condition.threshold, request.condition.at, request.visible, request.seconds, request.slices, request.inventoryMax,
            request.skew);
    }
    template <typename Archive> static void parts(Archive &archive, Work &work)
    {
        all(archive, work.id, work.request, work.state, work.steps, work.startedAt, work.endedAt, work.filled, work.filledValue, work.lastChild,
            work.reason);
    }
    template <typename Archive> static void parts(Archive &archive, DeskState::StrategySwitch &how) { all(archive, how.isOn, how.isAutomatic); }
    template <typename Archive> static void parts(Archive &archive, StrategyScores::Book &book)
    {
        StrategyScore &score = book.score;
        all(archive, score.raised, score.ordered, score.rejected, score.expired, score.denied, score.trades, score.wins, score.net, score.netToday,
            book.rSum, book.rTrades, book.tradePnl, book.tradeRisk, book.isRiskKnown);
        one(archive, book.results);
    }
    template <typename Archive> static void parts(Archive &archive, KellyRecord &record)
    {
        all(archive, record.m_trades, record.m_wins, record.m_losses, record.m_won, record.m_lost);
    }
    template <typename Archive> static void parts(Archive &archive, Position &position)
    {
        all(archive, position.m_quantity, position.m_cost, position.m_realizedPnl, position.m_commission, position.m_openedAt);
    }

    // What holds them.
    template <typename Archive> static void parts(Archive &archive, SignalQueue &queue) { all(archive, queue.m_waiting, queue.m_decided); }
    template <typename Archive> static void parts(Archive &archive, OrderRoutes &routes) { all(archive, routes.m_accounts, routes.m_books, routes.m_moved); }
    template <typename Archive> static void parts(Archive &archive, StrategyScores &scores) { one(archive, scores.m_books); }
    template <typename Archive> static void parts(Archive &archive, WorkBook &works)
    {
        std::vector<std::pair<OrderId, WorkId>> children;
        for (const OrderId child : works.m_children)
            children.emplace_back(child, works.m_parents.at(child));
        all(archive, works.m_active, works.m_ended, children, works.m_last);
        if constexpr (Archive::isReading) {
            works.m_children.clear();
            works.m_parents.clear();
            for (const auto &[child, parent] : children) {
                works.m_children.push_back(child);
                works.m_parents[child] = parent;
            }
        }
    }

    /// Books, each with the mark of its instrument; the catalogue gives the instruments.
    template <typename Archive> static void of(Archive &archive, Portfolio &portfolio, const InstrumentCatalogue &catalogue)
    {
        if constexpr (Archive::isReading) {
            Money starting;
            one(archive, starting);
            portfolio = Portfolio(starting);
        } else {
            one(archive, portfolio.m_startingCash);
        }
        all(archive, portfolio.m_cash, portfolio.m_realizedPnl, portfolio.m_commission, portfolio.m_netDeposits);
        const std::size_t count = archive.count(portfolio.m_books.size());
        for (std::size_t i = 0; i < count && archive.isSound(); ++i) {
            BookKey key = Archive::isReading ? BookKey() : portfolio.m_books[i].key;
            Price mark = Archive::isReading ? Price() : portfolio.m_marks[portfolio.m_markOfBook[i]].price;
            all(archive, key, mark);
            if constexpr (Archive::isReading) {
                const Instrument *instrument = catalogue.find(key.instrument);
                if (instrument == nullptr || portfolio.idOf(key).isValid())
                    return archive.fault();
                portfolio.openBook(key, *instrument);
            }
            one(archive, portfolio.m_books[i].position);
            if constexpr (Archive::isReading) {
                portfolio.m_marks[portfolio.m_markOfBook[i]].price = mark;
                if (!portfolio.m_books[i].position.isFlat())
                    portfolio.m_held.push_back(BookId{i + 1});
            }
        }
        QStringList trades(portfolio.m_seenTrades.begin(), portfolio.m_seenTrades.end());
        trades.sort(); // the order of a hash is of this run
        one(archive, trades);
        if constexpr (Archive::isReading) {
            portfolio.m_seenTrades = QSet<QString>(trades.begin(), trades.end());
            for (Portfolio::Mark &mark : portfolio.m_marks)
                portfolio.revalue(mark);
        }
    }
    /// After the portfolio, which numbers the books.
    template <typename Archive> static void of(Archive &archive, OrderBook &orders, const Portfolio &portfolio)
    {
        std::vector<const Order *> kept;
        for (const Order &order : orders.all())
            kept.push_back(&order);
        const std::size_t count = archive.count(kept.size());
        if constexpr (Archive::isReading)
            orders = OrderBook();
        for (std::size_t i = 0; i < count && archive.isSound(); ++i) {
            Order order = Archive::isReading ? Order() : *kept[i];
            one(archive, order);
            if constexpr (Archive::isReading) {
                order.book = portfolio.idOf({order.strategy, order.instrument});
                const bool isNext = orders.m_slots.empty() || order.id.value >= orders.m_firstId + orders.m_slots.size();
                const bool isNear = orders.m_slots.empty() || order.id.value - orders.m_firstId < DeskState::adoptionGapMax * 100;
                if (!order.book.isValid() || !order.id.isValid() || !isNext || !isNear || !archive.isSound())
                    return archive.fault();
                orders.add(std::move(order));
            }
        }
        std::deque<OrderId> ended = orders.m_ended; // in the order of their ends, which is not that of their ids
        one(archive, ended);
        if constexpr (Archive::isReading) {
            std::deque<OrderId> sorted = ended;
            std::ranges::sort(sorted);
            if (sorted != orders.m_ended)
                return archive.fault();
            orders.m_ended = std::move(ended);
        }
    }
    template <typename Archive> static void of(Archive &archive, DeskState &state)
    {
        of(archive, state.m_portfolio, *state.m_catalogue);
        if constexpr (Archive::isReading) {
            state.m_instrumentOf.clear();
            for (const Portfolio::Book &book : state.m_portfolio.books())
                state.m_instrumentOf.push_back(*state.m_catalogue->indexOf(book.key.instrument));
        }
        of(archive, state.m_orders, state.m_portfolio);
        all(archive, state.m_signals, state.m_works, state.m_routes, state.m_products, state.m_dayStartCosts, state.m_isKilled, state.m_killFlattens, state.m_killedAt, state.m_isHalted, state.m_haltReason,
            state.m_isAutoTrading, state.m_isFinished, state.m_runs, state.m_lastTime, state.m_firstStartedAt, state.m_ignored,
            state.m_ignoredMoney, state.m_localDay, state.m_dayStartEquity, state.m_dayFloor, state.m_lossStreak, state.m_lastLossAt,
            state.m_lastOrder, state.m_lastSignal, state.m_lastFill, state.m_recentFills, state.m_refusals, state.m_switches, state.m_tuned,
            state.m_switchCount, state.m_scores);
    }
};

} // namespace bellwether
