#include "tests/support/fakedesk.h"
#include "tests/ui/charts/charthands.h"
#include "ui/charts/indicatorsettings.h"
#include "ui/panels/chart/barinspector.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/chart/charttrader.h"
#include "ui/panels/chart/intervalbox.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;
using Kind = DeskCommand::Kind;

// U08, U11, U13, U14, U15 (restart), U18, U19, U21, U22 and the grid of charts, over the fake desk.
class TestChartPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(
            FakeDesk::Options{.symbols = 4, .historyBars = 300, .pendingSignals = 2, .areSignalsRenewed = false});
        open();
    }
    void cleanup()
    {
        m_panel.reset();
        m_desk.reset();
    }

    void aDigit_opensTheTimeframeBox_enterApplies() // U14
    {
        QTest::keyClick(chart(), Qt::Key_1);
        auto *box = chart()->findChild<IntervalBox *>(u"intervalBox"_s);
        QVERIFY(box);
        QTest::keyClicks(box, u"5"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(m_panel->timeframe() == Timeframe::M15);
    }

    void timeframeOf_readsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("timeframe"); // −1: refused
        QTest::newRow("a number is minutes") << u"30"_s << int(Timeframe::M30);
        QTest::newRow("sixty minutes are an hour") << u"60"_s << int(Timeframe::H1);
        QTest::newRow("240 minutes are four") << u"240"_s << int(Timeframe::H4);
        QTest::newRow("a day by its letter") << u"D"_s << int(Timeframe::D1);
        QTest::newRow("a week") << u"1w"_s << int(Timeframe::W1);
        QTest::newRow("there are no seven minutes") << u"7"_s << -1;
        QTest::newRow("nothing") << QString() << -1;
    }
    void timeframeOf_readsWhatIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(int, timeframe);
        const auto read = timeframeOf(typed);
        QCOMPARE(read ? int(*read) : -1, timeframe);
    }

    void keys_startTools_deleteRemoves_undoBringsBack() // U13
    {
        const std::array tools{std::pair{Qt::Key_T, DrawingKind::TrendLine}, std::pair{Qt::Key_H, DrawingKind::HorizontalLine},
                               std::pair{Qt::Key_J, DrawingKind::HorizontalRay}, std::pair{Qt::Key_V, DrawingKind::VerticalLine},
                               std::pair{Qt::Key_C, DrawingKind::CrossLine}};
        for (const auto &[key, kind] : tools) {
            QTest::keyClick(chart(), key, Qt::AltModifier);
            QCOMPARE(layer()->tool(), kind);
        }
        QTest::keyClick(chart(), Qt::Key_Escape);
        QVERIFY(!layer()->tool());
        drawLine();
        QTest::keyClick(chart(), Qt::Key_Delete);
        QVERIFY(layer()->drawings().empty());
        QTest::keyClick(chart(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(layer()->drawings().size(), std::size_t(1));
        QTest::keyClick(chart(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(layer()->drawings().empty());
    }

    void scaleKeys_changeTheAxis() // U13
    {
        QTest::keyClick(chart(), Qt::Key_L, Qt::AltModifier);
        QCOMPARE(chart()->scale(), PriceScale::Logarithmic);
        QTest::keyClick(chart(), Qt::Key_P, Qt::AltModifier);
        QCOMPARE(chart()->scale(), PriceScale::Percent);
        QTest::keyClick(chart(), Qt::Key_P, Qt::AltModifier);
        QCOMPARE(chart()->scale(), PriceScale::Linear);
        QTest::keyClick(chart(), Qt::Key_I, Qt::AltModifier);
        QVERIFY(chart()->isInverted());
        QTest::keyClick(chart(), Qt::Key_F, Qt::AltModifier);
        QVERIFY(chart()->isFittingLevels());
    }

    void drawings_areKeptForEachSymbol_andOverARestart() // U15
    {
        drawLine();
        const std::vector<Drawing> drawn = layer()->drawings();
        const InstrumentId first = m_panel->instrument();
        m_panel->show(m_desk->instruments()[1].id);
        QVERIFY(layer()->drawings().empty());
        m_panel->setTimeframe(Timeframe::M5);
        m_panel->show(first);
        QVERIFY(layer()->drawings() == drawn);
        chart()->setStyle(ChartStyle::HeikinAshi);
        chart()->run(ChartCommand::LogScale);

        const QString state = m_panel->state();
        open();
        QVERIFY(m_panel->restore(state).has_value());
        QVERIFY(layer()->drawings() == drawn);
        QVERIFY(m_panel->timeframe() == Timeframe::M5);
        QCOMPARE(chart()->style(), ChartStyle::HeikinAshi);
        QCOMPARE(chart()->scale(), PriceScale::Logarithmic);
        QVERIFY(!m_panel->restore(u"not json"_s).has_value());
    }

    void legendButtons_appearOnHover_andHideSetRemove() // U11
    {
        QVERIFY(chart()->addIndicator(u"sma:20"_s).has_value());
        chart()->flush();
        QApplication::processEvents();
        auto *buttons = chart()->findChild<QWidget *>(u"legendButtons"_s);
        QVERIFY(!buttons->isVisible());
        hoverLegend(buttons);
        QVERIFY(buttons->isVisible());
        click(u"legendHide"_s);
        QVERIFY(!chart()->isIndicatorShown(u"sma:20"_s));
        click(u"legendHide"_s);
        QVERIFY(chart()->isIndicatorShown(u"sma:20"_s));
        click(u"legendSettings"_s);
        auto *settings = chart()->findChild<IndicatorSettings *>();
        QVERIFY(settings);
        settings->findChild<QDoubleSpinBox *>(u"argument_period"_s)->setValue(35);
        QCOMPARE(chart()->indicators(), QStringList{u"sma:35"_s});
        settings->close();
        chart()->flush();
        QApplication::processEvents();
        hoverLegend(buttons);
        click(u"legendRemove"_s);
        QVERIFY(chart()->indicators().isEmpty());
    }

    void dividers_moveTheRoomBetweenPanes() // U11
    {
        const QRect before = chart()->plotRect();
        Hands(chart()).drag({300, double(before.bottom())}, {300, double(before.bottom() - 80)});
        chart()->flush();
        QVERIFY(std::abs(before.bottom() - 80 - chart()->plotRect().bottom()) <= 3);
        QTest::mouseDClick(chart(), Qt::LeftButton, {}, {300, chart()->plotRect().bottom()});
        chart()->flush();
        QCOMPARE(chart()->plotRect().bottom(), before.bottom());
    }

    void theMenu_offersOrdersAtThePrice_thatTheMarketAllows() // U19
    {
        const Price last = m_desk->snapshot()->watch.front().last;
        QMenu menu;
        m_panel->view()->trader()->addActions(menu, last.toDouble() * 0.98);
        const auto isOffered = [&menu](const QString &name) { return menu.findChild<QAction *>(name)->isEnabled(); };
        QVERIFY(isOffered(u"buyLimit"_s));
        QVERIFY(!isOffered(u"buyStop"_s));
        QVERIFY(!isOffered(u"sellLimit"_s));
        QVERIFY(isOffered(u"sellStop"_s));

        menu.findChild<QAction *>(u"buyLimit"_s)->trigger();
        auto *send = chart()->findChild<QPushButton *>(u"send"_s);
        QVERIFY(send);
        QVERIFY(send->text().startsWith(u"Send BUY"_s));
        QCOMPARE(m_desk->count(Kind::Submit), 0);
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Submit), 1);
        const OrderRequest sent = lastOf(Kind::Submit).request;
        QVERIFY(sent.type == OrderType::Limit);
        QVERIFY(m_desk->instruments().front().isOnTick(sent.limitPrice));
        QVERIFY(sent.limitPrice < last);
    }

    void aDraggedOrderLine_sendsOneModify_escapeSendsNone() // U21
    {
        OrderRequest request;
        request.instrument = m_panel->instrument();
        request.type = OrderType::Limit;
        request.quantity = m_desk->instruments().front().lotSize;
        request.limitPrice = m_desk->instruments().front().roundToTick(chart()->bars().at(chart()->barCount() - 1).close * 0.9995,
                                                                       Rounding::Nearest);
        m_desk->submitOrder(request);
        step();
        QCOMPARE(levels().size(), std::size_t(1));
        chart()->flush();
        const double y = chart()->space().y(request.limitPrice.toDouble());
        const Hands hands(chart());
        hands.press({200, y});
        hands.move({200, y + 30});
        QTest::keyClick(chart(), Qt::Key_Escape);
        hands.release({200, y + 30});
        QCOMPARE(m_desk->count(Kind::Modify), 0);
        hands.drag({200, y}, {200, y + 20});
        QCOMPARE(m_desk->count(Kind::Modify), 1);
        QVERIFY(*lastOf(Kind::Modify).orderEdit.price < request.limitPrice);
    }

    void aPosition_isALine_thatProtectsAndCloses() // U20, U22
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        const auto &all = levels();
        const auto position = std::ranges::find(all, ChartLevel::Kind::Position, &ChartLevel::kind);
        QVERIFY(position != all.end());
        const ChartLevel level = *position;
        LevelLayer &lines = m_panel->view()->trader()->layer();
        Q_EMIT lines.protectWanted(level, ChartLevel::Kind::Stop, Price::fromDouble(level.price.toDouble() * 0.97));
        QCOMPARE(m_desk->count(Kind::Protect), 1);
        QVERIFY(lastOf(Kind::Protect).stop == Price::fromDouble(level.price.toDouble() * 0.97));
        Q_EMIT lines.removeWanted(level);
        QCOMPARE(m_desk->count(Kind::Close), 1);
    }

    void aSignalsStop_isDraggedByAnEditOfTheSignal() // U22
    {
        SignalRow signal = m_desk->pending().front();
        m_panel->show(signal.instrument, Timeframe::M1);
        settle();
        m_panel->setChosenSignal(&signal);
        const auto &all = levels();
        const auto stop = std::ranges::find(all, ChartLevel::Kind::Stop, &ChartLevel::kind);
        QVERIFY(stop != all.end());
        QVERIFY(stop->canMove);
        Q_EMIT m_panel->view()->trader()->layer().moveWanted(*stop, signal.stop + Price::fromDouble(0.01));
        QCOMPARE(m_desk->count(Kind::Edit), 1);
        QVERIFY(*lastOf(Kind::Edit).edit.stop == signal.stop + Price::fromDouble(0.01));
    }

    void aClickOnACandle_tellsWhyThereWasNoTrade() // signature 5
    {
        auto *inspector = m_panel->view()->inspector();
        QVERIFY(!inspector->isVisible());
        const std::size_t index = chart()->barCount() - 20;
        const BarPoint bar = chart()->bars().at(index);
        const QPointF at(chart()->xOfBar(double(index)), chart()->space().y((bar.high + bar.low) / 2));
        Hands(chart()).click({at.x(), at.y() > 250 ? 60.0 : 400.0});
        QCOMPARE(m_desk->count(Kind::Explain), 0); // beside the candle it is only a click
        Hands(chart()).click(at);
        QCOMPARE(m_desk->count(Kind::Explain), 1);
        settle();
        QVERIFY(inspector->isVisible());
        const QString text = inspector->findChild<QTextBrowser *>(u"barInspectorText"_s)->toPlainText();
        for (const QString &part : {u"ema_crossover"_s, u"Not met: fast average 101.2 < 100.9"_s, u"Refused by the risk gate: max positions: 5 of 5"_s,
                                    u"confidence was below the cut-off"_s, u"✗"_s, u"✓"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        // While it is open the column is enough; the chart is narrower now.
        Hands(chart()).click({chart()->xOfBar(double(index)), at.y() > 250 ? 60.0 : 400.0});
        QCOMPARE(m_desk->count(Kind::Explain), 2);
        QTest::keyClick(chart(), Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());
    }

    void linkedCharts_shareSymbolRangeAndCrosshair() // U08
    {
        m_panel->setGrid(ChartPanel::Grid::Beside);
        settle();
        QCOMPARE(m_panel->views().size(), std::size_t(2));
        ChartView *first = m_panel->views()[0];
        ChartView *second = m_panel->views()[1];
        QVERIFY(second->timeframe() != first->timeframe());
        m_panel->show(m_desk->instruments()[2].id);
        QCOMPARE(second->instrument(), m_desk->instruments()[2].id);

        settle();
        Hands(first->chart()).wheel({200, 200}, {0, 240});
        const Timestamp right = first->chart()->timesInView().second;
        const Timestamp otherRight = second->chart()->timesInView().second;
        QVERIFY(std::chrono::abs(otherRight - right) <= 2 * durationOf(second->timeframe()));

        second->setLink(0);
        m_panel->show(m_desk->instruments()[3].id);
        QCOMPARE(second->instrument(), m_desk->instruments()[2].id);
        m_panel->setGrid(ChartPanel::Grid::Four);
        settle();
        m_panel->setGrid(ChartPanel::Grid::One);
        QCOMPARE(m_panel->views().size(), std::size_t(1));
        QTRY_COMPARE(m_panel->views().front()->size(), m_panel->size()); // the others have left no room behind
    }

    void aComparison_standsInPercent_andGoesAgain()
    {
        const InstrumentId other = m_desk->instruments()[1].id;
        m_panel->view()->compare(other);
        settle();
        QCOMPARE(chart()->comparisons(), std::vector{other});
        QCOMPARE(chart()->scale(), PriceScale::Percent);
        const int before = m_desk->count(Kind::Unsubscribe);
        chart()->removeComparison(other);
        Q_EMIT m_panel->view()->comparisonWanted(other, false);
        QCOMPARE(m_desk->count(Kind::Unsubscribe), before + 1);
        QCOMPARE(chart()->scale(), PriceScale::Linear);
    }

    void thePicture_isTheWholeChart_withoutCrosshair() // U18
    {
        const QPixmap plain = chart()->picture();
        Hands(chart()).move({300, 200}, Qt::NoButton);
        QCOMPARE(chart()->picture().size(), chart()->size());
        QCOMPARE(plain.size(), chart()->size());
        QTest::keyClick(chart(), Qt::Key_S, Qt::AltModifier | Qt::ShiftModifier);
        auto *dialog = m_panel->findChild<QFileDialog *>(u"pictureDialog"_s);
        QVERIFY(dialog);
        dialog->reject();
    }

private:
    void open()
    {
        m_panel.reset();
        m_panel = std::make_unique<ChartPanel>(
            PanelContext{*m_desk, m_theme, Format(), InstrumentLookup(m_desk->instruments())});
        connect(m_desk.get(), &TradingDesk::chartUpdated, m_panel.get(), &ChartPanel::applyChart);
        connect(m_desk.get(), &TradingDesk::snapshotChanged, m_panel.get(),
                [this](const DeskSnapshotPtr &snapshot) { m_panel->applySnapshot(*snapshot); });
        m_panel->resize(1'100, 640);
        m_panel->QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->show(m_desk->instruments().front().id, Timeframe::M1);
        settle();
        m_desk->publish();
        settle();
        chart()->setFocus();
    }
    void settle()
    {
        QApplication::processEvents();
        for (ChartView *view : m_panel->views())
            view->chart()->flush();
        QApplication::processEvents();
    }
    void step()
    {
        m_desk->advance();
        settle();
    }
    PriceChart *chart() const { return m_panel->chart(); }
    DrawingLayer *layer() const { return m_panel->view()->drawingLayer(); }
    const std::vector<ChartLevel> &levels() const { return m_panel->view()->trader()->layer().levels(); }
    void drawLine()
    {
        layer()->setTool(DrawingKind::TrendLine);
        Hands(chart()).drag({200, 150}, {500, 250});
        QCOMPARE(layer()->drawings().size(), std::size_t(1));
    }
    void click(const QString &button) { QTest::mouseClick(chart()->findChild<QToolButton *>(button), Qt::LeftButton); }
    void hoverLegend(QWidget *buttons)
    {
        // The indicator's legend stands under that of the bar, at the top left.
        for (int y = 20; y < 60 && !buttons->isVisible(); y += 4)
            Hands(chart()).move({30, double(y)}, Qt::NoButton);
    }
    DeskCommand lastOf(Kind kind) const
    {
        const auto &commands = m_desk->commands();
        const auto found = std::find_if(commands.rbegin(), commands.rend(), [kind](const DeskCommand &each) { return each.kind == kind; });
        return found == commands.rend() ? DeskCommand{} : *found;
    }

    Theme m_theme;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ChartPanel> m_panel;
};

QTEST_MAIN(TestChartPanel)
#include "tst_chartpanel.moc"
