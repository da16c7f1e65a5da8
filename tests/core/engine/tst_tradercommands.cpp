#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

const InstrumentId share{std::string_view("TEST:SHARE")};

OrderRequest request(Side side, const char16_t *size, const char16_t *stop = u"0")
{
    OrderRequest made;
    made.instrument = share;
    made.side = side;
    made.quantity = quantity(size);
    made.bracketStop = price(stop);
    return made;
}

} // namespace

namespace {

/// The venue confirms every cancel that is out: an exit waits for that.
void confirmCancels(EngineBed &bed)
{
    for (const Order &order : std::vector(bed.broker.cancelled)) {
        if (bed.stateOf(order.id.value) == OrderState::CancelPending)
            bed.broker.tell(VenueReport::Kind::Cancelled, order.clientId);
    }
}

} // namespace

class TestTraderCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPreview_saysWhatItWouldCostAndRisk_andRecordsNothing()
    {
        EngineConfig config = bedConfig();
        config.estimateCosts = [](const Order &, const Money &value) { return fractionOf(value, Ratio::fromDouble(0.001)); };
        EngineBed bed(config);
        bed.start();
        bed.price(u"100");
        const std::size_t entries = bed.journal.entries.size();
        const auto preview = bed.engine.previewOrder(request(Side::Buy, u"10", u"95"));
        QVERIFY(preview.has_value());
        QVERIFY(preview->refusals.empty());
        COMPARE(preview->price, price(u"100"));
        COMPARE(preview->value, usdt(u"1000"));
        COMPARE(preview->costs, usdt(u"1"));
        COMPARE(preview->risk, usdt(u"51.95")); // 10 × 5, 0.1 % of 1,000 in and of 950 out
        COMPARE(preview->cashFree, usdt(u"100000"));
        QCOMPARE(preview->exposurePercentAfter, 1.0); // 1,000 of 100,000
        COMPARE(bed.journal.entries.size(), entries);
        QVERIFY(bed.broker.submitted.empty());
    }

    void aPreview_namesEveryRuleThatWouldRefuse()
    {
        EngineConfig config = bedConfig();
        config.limits.orderValueMax = 0.005;
        config.limits.exposureMax = 0.008;
        EngineBed bed(config);
        bed.start();
        bed.price(u"100");
        const auto preview = bed.engine.previewOrder(request(Side::Buy, u"10"));
        QVERIFY(preview.has_value());
        QStringList rules;
        for (const OrderPreview::Refusal &refusal : preview->refusals)
            rules << refusal.rule;
        QCOMPARE(rules, (QStringList{u"order_value"_s, u"exposure"_s}));
        QVERIFY(!bed.engine.submitOrder(request(Side::Buy, u"10")));
    }

    void aStop_isMoved_byOneRequest()
    {
        EngineBed bed;
        bed.start();
        bed.enter(); // stop 97 is order 2, target 105 order 3
        bed.price(u"101");
        QVERIFY(bed.engine.modifyOrder(OrderId{2}, {{}, price(u"99")}).has_value());
        COMPARE(bed.stateOf(2), OrderState::ModifyPending);
        COMPARE(bed.broker.modified.size(), std::size_t(1));
        QVERIFY(!bed.engine.modifyOrder(OrderId{2}, {{}, price(u"98")})); // its answer is out
        QVERIFY(!bed.engine.modifyOrder(OrderId{3}, {{}, price(u"105.001")})); // off the tick
        QVERIFY(!bed.engine.modifyOrder(OrderId{77}, {{}, price(u"105")}));
    }

    void anEntry_mayShrinkButNotGrow_andPassesTheGateAgain()
    {
        EngineConfig config = bedConfig();
        config.limits.priceDistanceMax = 0.05;
        EngineBed bed(config);
        bed.start();
        bed.price(u"100");
        OrderRequest limit = request(Side::Buy, u"10");
        limit.type = OrderType::Limit;
        limit.limitPrice = price(u"98");
        QVERIFY(bed.engine.submitOrder(limit).has_value());
        bed.broker.accept(bed.order(1));
        const auto grown = bed.engine.modifyOrder(OrderId{1}, {quantity(u"11"), {}});
        QVERIFY(!grown && grown.error().code == ErrorCode::Denied);
        const auto far = bed.engine.modifyOrder(OrderId{1}, {{}, price(u"90")});
        QVERIFY(!far && far.error().code == ErrorCode::Denied);
        QVERIFY(bed.engine.modifyOrder(OrderId{1}, {quantity(u"5"), price(u"99")}).has_value());
        COMPARE(bed.broker.modified.size(), std::size_t(1));
    }

    void protect_movesWhatIsThere_andPlacesWhatIsMissing()
    {
        EngineBed bed;
        bed.start();
        bed.enter();
        bed.price(u"101");
        // The stop moves, the target is taken away.
        const auto moved = bed.engine.protectPosition({alpha, share}, price(u"98"), {});
        QVERIFY(moved.has_value());
        COMPARE(bed.stateOf(2), OrderState::ModifyPending);
        COMPARE(bed.stateOf(3), OrderState::CancelPending);
        const auto early = bed.engine.protectPosition({alpha, share}, price(u"99"), {});
        QVERIFY(!early && early.error().code == ErrorCode::Conflict);
        bed.broker.tell(VenueReport::Kind::Cancelled, bed.order(3).clientId);
        bed.broker.confirmModified(bed.broker.modified.back());
        COMPARE(bed.order(2).stopPrice, price(u"98"));
        QVERIFY(bed.engine.protectPosition({alpha, share}, price(u"98"), price(u"110")).has_value());
        const Order target = bed.broker.submitted.back();
        COMPARE(target.role, OrderRole::TakeProfit);
        COMPARE(target.limitPrice, price(u"110"));
        COMPARE(target.quantity, quantity(u"10"));
    }

    void protect_isRefused_data()
    {
        QTest::addColumn<QString>("stop");
        QTest::addColumn<QString>("target");
        QTest::newRow("a stop above a long position's price") << u"102"_s << u"0"_s;
        QTest::newRow("a target below it") << u"97"_s << u"100"_s;
        QTest::newRow("a stop off the tick") << u"97.001"_s << u"0"_s;
    }
    void protect_isRefused()
    {
        QFETCH(QString, stop);
        QFETCH(QString, target);
        EngineBed bed;
        bed.start();
        bed.enter();
        bed.price(u"101");
        const auto refused = bed.engine.protectPosition({alpha, share}, *parsePrice(stop), *parsePrice(target));
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
        COMPARE(bed.stateOf(2), OrderState::Open);
        COMPARE(bed.stateOf(3), OrderState::Open);
    }

    void protect_worksWhileKilled() // what reduces risk is never gated
    {
        EngineBed bed;
        bed.start();
        bed.enter();
        bed.price(u"101");
        bed.engine.kill(false);
        QVERIFY(bed.engine.protectPosition({alpha, share}, price(u"99"), price(u"105")).has_value());
        COMPARE(bed.stateOf(2), OrderState::ModifyPending);
    }

    void reverse_closesAndOpensTheOtherSide()
    {
        EngineBed bed;
        bed.start();
        bed.enter();
        const std::size_t before = bed.broker.submitted.size();
        QVERIFY(bed.engine.reversePosition({alpha, share}).has_value());
        confirmCancels(bed);
        COMPARE(bed.broker.submitted.size(), before + 2);
        const Order exit = bed.broker.submitted[before];
        const Order entry = bed.broker.submitted[before + 1];
        COMPARE(exit.role, OrderRole::Exit);
        COMPARE(entry.role, OrderRole::Entry);
        COMPARE(entry.side, Side::Sell);
        COMPARE(entry.quantity, quantity(u"10"));
        COMPARE(entry.bracketStop, price(u"103")); // 3 % above 100
        QVERIFY(!bed.engine.reversePosition({beta, share}));
    }

    void reverse_whileKilled_onlyCloses()
    {
        EngineBed bed;
        bed.start();
        bed.enter();
        bed.engine.kill(false);
        const auto done = bed.engine.reversePosition({alpha, share});
        QVERIFY(done.has_value());
        QVERIFY(done->contains(u"not reversed"_s));
        confirmCancels(bed);
        COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
    }

    void theShadowLedger_saysWhatTheNoSaved()
    {
        EngineBed bed;
        bed.start();
        bed.price(u"100");
        const SignalId lost = bed.raise(Side::Buy, 100); // stop 97, target 105
        QVERIFY(bed.engine.rejectSignal(lost, 1, RejectReason::TooRisky).has_value());
        bed.price(u"101");
        auto rows = bed.engine.snapshot({})->shadow;
        COMPARE(rows->size(), std::size_t(1));
        COMPARE(rows->front().outcome, ShadowRow::Outcome::Open);
        COMPARE(rows->front().pnl, usdt(u"10")); // ten shares, one up
        bed.price(u"96");                        // through the stop: it would have filled at 97
        rows = bed.engine.snapshot({})->shadow;
        COMPARE(rows->front().outcome, ShadowRow::Outcome::Stop);
        COMPARE(rows->front().last, price(u"97"));
        COMPARE(rows->front().pnl, usdt(u"-30"));
        bed.price(u"120");
        COMPARE(bed.engine.snapshot({})->shadow->front().pnl, usdt(u"-30")); // it ended
        const SignalId won = bed.raise(Side::Sell, 120); // stop 123.6, target 114
        QVERIFY(bed.engine.rejectSignal(won, 1, RejectReason::NotNow).has_value());
        bed.price(u"113");
        rows = bed.engine.snapshot({})->shadow;
        COMPARE(rows->size(), std::size_t(2));
        COMPARE(rows->front().outcome, ShadowRow::Outcome::Target);
        COMPARE(rows->front().pnl, usdt(u"60")); // ten × (120 − 114)
    }

    void aStrategyThatIsOff_opensNothing_butStillCloses()
    {
        EngineBed bed;
        bed.engine.setStrategies({{.strategy = alpha, .instrument = share}});
        bed.start();
        bed.enter();
        QVERIFY(!bed.engine.switchStrategy({beta, share}, false, true)); // does not run
        QVERIFY(bed.engine.switchStrategy({alpha, share}, false, true).has_value());
        QVERIFY(!bed.engine.snapshot({})->strategies->front().isOn);
        const SignalId close = bed.raise(Side::Sell, 100); // the share can be shorted, so it would have reversed
        QVERIFY(bed.queued(close).isExit);
        QVERIFY(bed.engine.approveSignal(close, 1).has_value());
        bed.broker.accept(bed.broker.submitted.back());
        bed.broker.fill(bed.broker.submitted.back(), quantity(u"10"), price(u"100"));
        const SignalId next = bed.engine.state().nextSignalId();
        bed.raise(Side::Buy, 100);
        COMPARE(bed.engine.state().nextSignalId(), next);
        QCOMPARE(bed.engine.signalDesk().dropped().at(u"strategy_off"_s), 1);
        // A restart keeps the switch.
        EngineBed again(bedConfig(), bed.journal.entries);
        QVERIFY(again.recovered.has_value());
        QVERIFY(!again.engine.state().switchOf({alpha, share}).isOn);
    }

    void aStrategyThatIsNotAutomatic_waitsForTheTrader()
    {
        EngineBed bed;
        bed.engine.setStrategies({{.strategy = alpha, .instrument = share}, {.strategy = beta, .instrument = share}});
        bed.start(true);
        bed.price(u"100");
        QVERIFY(bed.engine.switchStrategy({alpha, share}, true, false).has_value());
        const SignalId waits = bed.raise(Side::Buy, 100);
        COMPARE(bed.queued(waits).state, SignalState::Pending);
        const SignalId goes = bed.raise(Side::Buy, 100, beta);
        COMPARE(bed.queued(goes).state, SignalState::Ordered);
    }

    void aStrategysParameters_areCheckedJournalledAndKept()
    {
        const StrategyId crossover{std::string_view("ema_crossover")};
        EngineBed bed;
        bed.engine.setStrategies({{.strategy = crossover, .instrument = share},
                                  {.strategy = alpha, .instrument = share}});
        bed.start();
        QVERIFY(!bed.engine.tuneStrategy({beta, share}, {}));                            // does not run
        QVERIFY(!bed.engine.tuneStrategy({alpha, share}, {}));                           // does not ship
        QVERIFY(!bed.engine.tuneStrategy({crossover, share}, {u"pace=3"_s}));            // no such parameter
        QVERIFY(!bed.engine.tuneStrategy({crossover, share}, {u"fast=0"_s}));            // out of range
        QVERIFY(!bed.engine.tuneStrategy({crossover, share}, {u"fast=30"_s}));           // not below slow, 21
        QVERIFY(bed.engine.state().parametersOf({crossover, share}).isEmpty());
        const auto set = bed.engine.tuneStrategy({crossover, share}, {u"fast=5"_s, u"slow=30"_s});
        QVERIFY(set.has_value());
        QCOMPARE(set->value(0), 5.0);
        QCOMPARE(bed.engine.state().parametersOf({crossover, share}), (QStringList{u"fast=5"_s, u"slow=30"_s}));
        EngineBed again(bedConfig(), bed.journal.entries); // a restart keeps them
        QVERIFY(again.recovered.has_value());
        QCOMPARE(again.engine.state().parametersOf({crossover, share}), (QStringList{u"fast=5"_s, u"slow=30"_s}));
        QVERIFY(again.engine.state().digest() == bed.engine.state().digest());
        QVERIFY(bed.engine.tuneStrategy({crossover, share}, {}).has_value()); // the defaults again
        QVERIFY(bed.engine.state().parametersOf({crossover, share}).isEmpty());
    }

    void theSnapshot_showsParametersScoreAndNextRun()
    {
        const StrategyId crossover{std::string_view("ema_crossover")};
        EngineBed bed;
        const auto declared = std::make_shared<const std::vector<StrategyParameter>>(
            std::vector<StrategyParameter>{{.name = u"fast"_s, .value = 9, .fallback = 9, .least = 2, .most = 100}});
        bed.engine.setStrategies({{.strategy = crossover, .instrument = share, .parameters = declared}, {.strategy = alpha, .instrument = share}});
        bed.start();
        bed.enter(); // alpha's signal becomes an order that fills
        QVERIFY(bed.engine.tuneStrategy({crossover, share}, {u"fast=5"_s}).has_value());
        bed.engine.noteOverlap({crossover, share});
        const auto rows = bed.engine.snapshot({})->strategies;
        QCOMPARE(rows->at(0).parameters->front().value, 5.0);
        QCOMPARE(rows->at(0).parameters->front().fallback, 9.0);
        QCOMPARE(rows->at(0).overlaps, 1);
        QCOMPARE(rows->at(1).score.raised, 1);
        QCOMPARE(rows->at(1).score.ordered, 1);
        QCOMPARE(rows->at(1).score.trades, 0); // still held
        QVERIFY(rows->at(0).nextRun > bed.engine.core().now());
        QVERIFY(rows->at(0).nextRun - bed.engine.core().now() <= std::chrono::minutes(1));
        QVERIFY(bed.engine.snapshot({})->strategies == rows); // nothing changed: the same list
    }

    void limits_areListedWithTheirUse()
    {
        EngineConfig config = bedConfig();
        config.limits.positionsMax = 7;
        EngineBed bed(config);
        bed.start();
        bed.enter();
        const auto snapshot = bed.engine.snapshot({});
        const auto row = std::ranges::find(snapshot->limits, QStringView(u"risk.max_positions"), &LimitRow::key);
        QVERIFY(row != snapshot->limits.end());
        QCOMPARE(row->limit, 7.0);
        QCOMPARE(row->used, 1.0);
        QCOMPARE(row->conservative, 10.0); // as the product describes both presets
        QCOMPARE(row->active, 20.0);
        const auto exposure = std::ranges::find(snapshot->limits, QStringView(u"risk.max_exposure"), &LimitRow::key);
        QCOMPARE(exposure->used, 0.01); // 1,000 of 100,000
        QCOMPARE(exposure->least, 0.01);
        QVERIFY(exposure->isLooser(exposure->limit + 1));
    }

    // FAULTS U10: all of a set or nothing of it, and the gate knows at once.
    void limits_areChangedWhole_atOnce_andJournalled()
    {
        EngineConfig config = bedConfig();
        config.limits.positionsMax = 7;
        EngineBed bed(config);
        bed.start();
        bed.price(u"100");
        const std::size_t entries = bed.journal.entries.size();
        const auto bad = bed.engine.setLimits({{u"risk.max_positions"_s, 3}, {u"risk.max_daily_loss"_s, 7}}, true);
        QVERIFY(!bad.has_value());
        QVERIFY(bad.error().detail.contains(u"risk.max_daily_loss"_s));
        QVERIFY(!bed.engine.setLimits({{u"risk.max_positions"_s, 2.5}}, true));
        QVERIFY(!bed.engine.setLimits({{u"risk.max_positions"_s, std::numeric_limits<double>::quiet_NaN()}}, true));
        QVERIFY(!bed.engine.setLimits({{u"risk.nothing"_s, 1}}, true));
        QVERIFY(!bed.engine.setLimits({{u"risk.max_positions"_s, 3}, {u"risk.max_positions"_s, 4}}, true));
        QCOMPARE(bed.engine.core().config.limits.positionsMax, 7);
        COMPARE(bed.journal.entries.size(), entries);

        QVERIFY(bed.engine.submitOrder(request(Side::Buy, u"10")).has_value());
        QVERIFY(bed.engine.setLimits({{u"risk.max_order_quantity"_s, 9}}, false).has_value()); // tighter: no confirmation
        const auto refused = bed.engine.submitOrder(request(Side::Buy, u"10"));
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().detail.contains(u"limit of 9 units"_s));
        QVERIFY(bed.journal.entries.back().body.contains("order_refused"));
        QVERIFY(bed.journal.entries.at(bed.journal.entries.size() - 2).body.contains("risk.max_order_quantity"));
    }

    void aLooserLimit_needsItsConfirmation()
    {
        EngineConfig config = bedConfig();
        config.limits.positionsMax = 7;
        EngineBed bed(config);
        bed.start();
        const std::vector<LimitChange> mixed{{u"risk.max_positions"_s, 8}, {u"risk.max_open_orders"_s, 50}};
        const auto asked = bed.engine.setLimits(mixed, false);
        QVERIFY(!asked.has_value());
        COMPARE(asked.error().code, ErrorCode::Denied);
        QVERIFY(asked.error().detail.contains(u"risk.max_positions 7 → 8"_s));
        QVERIFY(!asked.error().detail.contains(u"max_open_orders"_s)); // that one is tighter
        QCOMPARE(bed.engine.core().config.limits.openOrdersMax, 1'000'000); // and waits with the rest
        QVERIFY(bed.engine.setLimits(mixed, true).has_value());
        QCOMPARE(bed.engine.core().config.limits.positionsMax, 8);
        QCOMPARE(bed.engine.core().config.limits.openOrdersMax, 50);
    }

    // FAULTS R01: a loss that is beyond the new limit already halts in the same step.
    void aTighterDayLoss_haltsAtOnce()
    {
        EngineBed bed; // 3 % of 100,000
        bed.start();
        bed.enter(); // ten at 100
        bed.price(u"98"); // 20 lost
        QVERIFY(!bed.engine.state().isHalted());
        QVERIFY(bed.engine.setLimits({{u"risk.max_daily_loss"_s, 0.0003}}, false).has_value()); // 30
        QVERIFY(!bed.engine.state().isHalted());
        QVERIFY(bed.engine.setLimits({{u"risk.max_daily_loss"_s, 0.0002}}, false).has_value()); // 20
        QVERIFY(bed.engine.state().isHalted());
        QVERIFY(!bed.engine.submitOrder(request(Side::Buy, u"1")));
    }

    void costsOfAPosition_areThoseOfItsWayInAndOut()
    {
        EngineConfig config = bedConfig();
        config.estimateCosts = [](const Order &order, const Money &value) {
            return fractionOf(value, Ratio::fromDouble(order.side == Side::Buy ? 0.001 : 0.002));
        };
        EngineBed bed(config);
        bed.start();
        bed.enter(); // ten at 100
        bed.price(u"110");
        const auto snapshot = bed.engine.snapshot({});
        const PositionRow &row = snapshot->positions.front();
        COMPARE(row.openingCosts, usdt(u"1"));   // 0.1 % of 1,000 bought
        COMPARE(row.closingCosts, usdt(u"2.2")); // 0.2 % of 1,100 to sell
        COMPARE(snapshot->account.closingCosts, usdt(u"2.2"));
        COMPARE(snapshot->account.dayCosts, snapshot->account.costs); // the account began today
    }
};

QTEST_APPLESS_MAIN(TestTraderCommands)
#include "tst_tradercommands.moc"
