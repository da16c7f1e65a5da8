#include "tests/support/fakedesk.h"
#include "ui/panels/depth/depthladder.h"
#include "ui/panels/depth/depthpanel.h"
#include "ui/panels/ticket/orderconsent.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/decimaledit.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// The depth ladder over the fake desk, whose book has 20 prices a side one tick apart: 1, 2, 3 … lots outwards.
class TestDepthPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 2, .historyBars = 10, .pendingSignals = 0});
        m_consent = std::make_unique<OrderConsent>();
        m_panel = std::make_unique<DepthPanel>(PanelContext{*m_desk, m_theme, Format(), InstrumentLookup(m_desk->instruments()), m_consent.get()});
        m_desk->publish();
        m_panel->show(instrument().id);
        m_panel->resize(420, 700);
        static_cast<QWidget *>(m_panel.get())->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QCoreApplication::processEvents();
        QVERIFY(ladder()->book().middleRow().has_value());
    }
    void cleanup()
    {
        m_panel.reset();
        m_desk.reset();
    }

    void rowsHoldWhatRests_furtherFromTheMarketBetweenRows()
    {
        LadderBook book;
        const auto price = [](int ticks) { return Price::fromRaw(1'000'000 * ticks); };
        const auto lots = [](int count) { return Quantity::fromInt(count); };
        Depth depth;
        depth.bids = {{price(98), lots(1)}, {price(95), lots(2)}, {price(94), lots(4)}};
        depth.asks = {{price(101), lots(8)}, {price(105), lots(16)}, {price(106), lots(32)}};
        book.setStep(price(5)); // five ticks a row
        book.setDepth(depth);
        // 98 and 95 stand in the row of 95, 94 in that of 90; 101 and 105 in that of 105, 106 in that of 110.
        QCOMPARE(book.row(19).bid.raw(), lots(3).raw());
        QCOMPARE(book.row(18).bid.raw(), lots(4).raw());
        QCOMPARE(book.row(21).ask.raw(), lots(24).raw());
        QCOMPARE(book.row(22).ask.raw(), lots(32).raw());
        QVERIFY(book.row(20).bid.isZero() && book.row(20).ask.isZero());
        QCOMPARE(*book.middleRow(), 19); // 99.5
        QCOMPARE(book.total(Side::Sell).raw(), lots(56).raw());
        QVERIFY(book.typeAt(Side::Buy, price(100)) == OrderType::Limit);
        QVERIFY(book.typeAt(Side::Buy, price(101)) == OrderType::Stop);
        QVERIFY(book.typeAt(Side::Sell, price(99)) == OrderType::Limit);
        QVERIFY(book.typeAt(Side::Sell, price(98)) == OrderType::Stop);
        // From the second price on they are one tick apart on average.
        QCOMPARE(usualTicksPerRow(depth, price(1)), 1);
        depth.bids = {{price(98), lots(1)}, {price(90), lots(1)}, {price(75), lots(1)}, {price(60), lots(1)}};
        QCOMPARE(usualTicksPerRow(depth, price(1)), 20); // 15 apart
    }

    void aClickBelowTheMarket_asksOnce_andPlacesALimitOrderThere()
    {
        const std::int64_t row = rowBelow(3);
        const Price price = ladder()->book().priceOf(row);
        click(Side::Buy, row);
        QTRY_VERIFY(dialog());
        QCOMPARE(m_desk->count(Kind::Submit), 0);
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Submit), 1);
        const OrderRequest &sent = last(Kind::Submit).request;
        QVERIFY(sent.side == Side::Buy && sent.type == OrderType::Limit);
        QVERIFY(sent.limitPrice == price && sent.stopPrice.isZero());
        QVERIFY(sent.quantity == instrument().lotSize);
    }

    void aClickOnTheOtherSide_isAStopOrder()
    {
        click(Side::Sell, rowBelow(4));
        QTRY_VERIFY(dialog());
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        const OrderRequest &sent = last(Kind::Submit).request;
        QVERIFY(sent.side == Side::Sell && sent.type == OrderType::Stop);
        QVERIFY(sent.stopPrice == ladder()->book().priceOf(rowBelow(4)) && sent.limitPrice.isZero());
    }

    void armed_aClickSendsAtOnce_butNotBeyondAPrecaution() // U27, U29
    {
        m_consent->setPrecautions({.valuePercent = 50, .distancePercent = 0, .lots = 10});
        m_consent->setArmed(true);
        click(Side::Buy, rowBelow(2));
        QTRY_COMPARE(m_desk->count(Kind::Submit), 1);
        QVERIFY(!dialog());
        m_panel->findChild<DecimalEdit *>(u"depthQuantity"_s)->setValue(11 * instrument().lotSize.raw());
        click(Side::Buy, rowBelow(3));
        QTRY_VERIFY(dialog());
        QCOMPARE(m_desk->count(Kind::Submit), 1);
        QVERIFY(dialog()->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"11 lots"_s));
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Submit), 2); // asked, not refused
    }

    void oneClick_disarmsWhenIdle() // U29
    {
        m_consent->setIdle(std::chrono::milliseconds(60));
        m_consent->setArmed(true);
        QVERIFY(m_consent->isArmed());
        QTRY_VERIFY(!m_consent->isArmed());
        QVERIFY(!OrderConsent().isArmed()); // and never at a start
    }

    void whatTheGateRefuses_isSaid_andNotSent() // U30
    {
        m_desk->refusePreviews({{u"exposure"_s, u"gross exposure would be 71 % (limit 60 %)"_s}});
        QString said;
        connect(m_panel.get(), &Panel::notice, m_panel.get(), [&](const QString &text) { said = text; });
        click(Side::Buy, rowBelow(2));
        QTRY_VERIFY(said.contains(u"71 %"_s));
        QVERIFY(!dialog());
        QCOMPARE(m_desk->count(Kind::Submit), 0);
    }

    void ourOrder_isDraggedToAnotherPrice_orCancelledByItsCross()
    {
        const std::int64_t row = placed(Side::Buy, rowBelow(3));
        QCOMPARE(ladder()->book().row(row).buys.size(), 1u);
        const OrderId id = ladder()->book().row(row).buys.front().order.id;
        const QRect cross = ladder()->crossOf(Side::Buy, row);
        QVERIFY(!cross.isEmpty());
        const QPoint grip(cross.right() + 12, cross.center().y());
        const QPoint target(grip.x(), ladder()->cellOf(Side::Buy, row - 2).center().y());
        QTest::mousePress(ladder(), Qt::LeftButton, {}, grip);
        QTest::mouseMove(ladder(), target);
        QVERIFY(ladder()->hint().contains(u"Move"_s));
        QTest::mouseRelease(ladder(), Qt::LeftButton, {}, target);
        QCOMPARE(m_desk->count(Kind::Modify), 1);
        QCOMPARE(last(Kind::Modify).order, id);
        QVERIFY(*last(Kind::Modify).orderEdit.price == ladder()->book().priceOf(row - 2));
        QCOMPARE(m_desk->count(Kind::Submit), 1); // a drag places nothing
        show();
        QTest::mouseClick(ladder(), Qt::LeftButton, {}, ladder()->crossOf(Side::Buy, row - 2).center());
        QCOMPARE(m_desk->count(Kind::Cancel), 1);
        QCOMPARE(last(Kind::Cancel).order, id);
    }

    void escape_endsADrag_withoutAMove()
    {
        const std::int64_t row = placed(Side::Buy, rowBelow(3));
        const QRect cross = ladder()->crossOf(Side::Buy, row);
        const QPoint grip(cross.right() + 12, cross.center().y());
        QTest::mousePress(ladder(), Qt::LeftButton, {}, grip);
        QTest::mouseMove(ladder(), grip + QPoint(0, 3 * cross.height()));
        QTest::keyClick(ladder(), Qt::Key_Escape);
        QTest::mouseRelease(ladder(), Qt::LeftButton, {}, grip + QPoint(0, 3 * cross.height()));
        QCOMPARE(m_desk->count(Kind::Modify), 0);
        QCOMPARE(m_desk->count(Kind::Submit), 1);
    }

    void keys_chooseAPrice_placeAndCancel() // U45
    {
        m_consent->setPrecautions({.valuePercent = 0, .distancePercent = 0});
        m_consent->setArmed(true);
        ladder()->setFocus();
        const std::int64_t middle = *ladder()->book().middleRow();
        QTest::keyClick(ladder(), Qt::Key_Left);  // the middle, our buys
        QTest::keyClick(ladder(), Qt::Key_Down);
        QTest::keyClick(ladder(), Qt::Key_Down);
        QTest::keyClick(ladder(), Qt::Key_Return);
        QTRY_COMPARE(m_desk->count(Kind::Submit), 1);
        QVERIFY(last(Kind::Submit).request.limitPrice == ladder()->book().priceOf(middle - 2));
        show();
        QTest::keyClick(ladder(), Qt::Key_Delete);
        QCOMPARE(m_desk->count(Kind::Cancel), 1);
    }

    void itFollowsTheMarket_butStandsStillWhenScrolled()
    {
        QVERIFY(ladder()->isFollowing());
        const std::int64_t middle = *ladder()->book().middleRow();
        QVERIFY(!ladder()->cellOf(Side::Buy, middle).isEmpty());
        QTest::keyClick(ladder(), Qt::Key_F);
        QVERIFY(!ladder()->isFollowing());
        QTest::keyClick(ladder(), Qt::Key_PageDown);
        QTest::keyClick(ladder(), Qt::Key_PageDown);
        QVERIFY(ladder()->cellOf(Side::Buy, middle).isEmpty());
        QTest::keyClick(ladder(), Qt::Key_C);
        QVERIFY(!ladder()->cellOf(Side::Buy, middle).isEmpty());
        QVERIFY(!ladder()->isFollowing()); // C centres once
    }

    void aChosenPrice_holdsTheLadderWhileSomebodyIsAtIt()
    {
        ladder()->setHold(std::chrono::milliseconds(200));
        ladder()->setFocus();
        QTest::keyClick(ladder(), Qt::Key_Left);
        LadderBook &book = ladder()->book();
        const std::int64_t middle = *book.middleRow() + 200;
        const Quantity one = Quantity::fromInt(1);
        book.setDepth({{}, {{book.priceOf(middle), one}}, {{book.priceOf(middle + 1), one}}});
        ladder()->refresh();
        QVERIFY(ladder()->cellOf(Side::Buy, middle).isEmpty());
        QTest::qWait(250);
        ladder()->refresh();
        QVERIFY(!ladder()->cellOf(Side::Buy, middle).isEmpty());
        QCOMPARE(ladder()->hint(), QString()); // the price that was chosen is out of view, and chosen no more
    }

    void aReplay_saysThatItHasNoBook()
    {
        m_desk->setDepthAvailable(false);
        m_desk->advance();
        QCoreApplication::processEvents();
        QTest::mouseClick(ladder(), Qt::LeftButton, {}, ladder()->rect().center() + QPoint(-80, 20));
        QCOMPARE(m_desk->count(Kind::Preview), 0);
    }

    void theBookIsAskedFor_onlyWhileItIsInView()
    {
        QCOMPARE(m_desk->count(Kind::SubscribeDepth), 1);
        m_panel->show(m_desk->instruments()[1].id);
        QCOMPARE(m_desk->count(Kind::SubscribeDepth), 2);
        QCOMPARE(m_desk->count(Kind::UnsubscribeDepth), 1);
        QCOMPARE(last(Kind::UnsubscribeDepth).instrument, instrument().id);
        m_panel->hide();
        QCOMPARE(m_desk->count(Kind::UnsubscribeDepth), 2);
    }

private:
    const Instrument &instrument() const { return m_desk->instruments().front(); }
    DepthLadder *ladder() const { return m_panel->ladder(); }
    std::int64_t rowBelow(int rows) const { return *ladder()->book().middleRow() - rows; }
    void click(Side side, std::int64_t row) { QTest::mouseClick(ladder(), Qt::LeftButton, {}, ladder()->cellOf(side, row).center()); }
    void show()
    {
        m_desk->publish();
        m_panel->applySnapshot(*m_desk->snapshot());
    }
    /// Places one order there and shows it.
    std::int64_t placed(Side side, std::int64_t row)
    {
        m_consent->setPrecautions({.valuePercent = 0, .distancePercent = 0});
        m_consent->setArmed(true);
        click(side, row);
        for (int i = 0; i < 50 && m_desk->count(Kind::Submit) == 0; ++i)
            QTest::qWait(5);
        show();
        return row;
    }
    static QDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"confirm"_s && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }
    const test::DeskCommand &last(Kind kind) const
    {
        return *std::find_if(m_desk->commands().rbegin(), m_desk->commands().rend(),
                             [kind](const test::DeskCommand &command) { return command.kind == kind; });
    }

    Theme m_theme;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<OrderConsent> m_consent;
    std::unique_ptr<DepthPanel> m_panel;
};

QTEST_MAIN(TestDepthPanel)
#include "tst_depthpanel.moc"
