#include "tests/ui/charts/charthands.h"
#include "ui/charts/drawings/drawinglayer.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;

// U13 (drawing keys are held by tst_chartpanel), U15 and the drawings of the chart.
class TestDrawingLayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<PriceChart>(m_theme, Format());
        m_chart->resize(1'000, 600);
        m_layer = new DrawingLayer(m_theme, m_chart.get());
        m_chart->addLayer(m_layer);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        m_chart->setSeries(u"TEST"_s, Timeframe::M1, 2, Format());
        m_chart->apply(historyOf(2'000));
        m_chart->flush();
    }
    void cleanup() { m_chart.reset(); }

    void everyKind_isPlacedByItsClicks_data()
    {
        QTest::addColumn<int>("kind");
        for (const DrawingInfo &info : drawingInfos())
            QTest::newRow(info.id) << int(info.kind);
    }
    void everyKind_isPlacedByItsClicks()
    {
        QFETCH(int, kind);
        const DrawingInfo &info = infoOf(DrawingKind(kind));
        m_layer->setTool(info.kind);
        hands().click({300, 200});
        if (info.clicks == 2) {
            QVERIFY(m_layer->drawings().empty());
            hands().move({450, 260}, Qt::NoButton);
            hands().click({500, 300});
        }
        if (info.kind == DrawingKind::Text) {
            auto *editor = m_chart->findChild<QLineEdit *>(u"drawingText"_s);
            QVERIFY(editor);
            QTest::keyClicks(editor, u"resistance"_s);
            QTest::keyClick(editor, Qt::Key_Return);
        }
        QCOMPARE(m_layer->drawings().size(), std::size_t(1));
        QCOMPARE(m_layer->drawings()[0].kind, info.kind);
        QCOMPARE(int(m_layer->drawings()[0].points.size()), info.points);
        QVERIFY(!m_layer->tool());
        QVERIFY(m_layer->hasSelection());
        QCOMPARE(m_layer->undoStack().count(), 1);
    }

    void aDrag_placesALineInOneGo()
    {
        m_layer->setTool(DrawingKind::TrendLine);
        hands().drag({200, 150}, {600, 350});
        QCOMPARE(m_layer->drawings().size(), std::size_t(1));
        const Drawing &line = m_layer->drawings()[0];
        QVERIFY(std::fabs(m_chart->space().x(line.points[0].time) - 200) <= 4); // bars are 8 pixels wide
        QVERIFY(std::fabs(m_chart->space().y(line.points[1].price) - 350) < 0.5);
    }

    void shift_keepsALineLevel()
    {
        m_layer->setTool(DrawingKind::TrendLine);
        hands().drag({200, 250}, {600, 270}, Qt::ShiftModifier);
        QCOMPARE(m_layer->drawings().size(), std::size_t(1));
        QCOMPARE(m_layer->drawings()[0].points[0].price, m_layer->drawings()[0].points[1].price);
    }

    void aDraw_isNoPan()
    {
        const QCPRange before = m_chart->view();
        m_layer->setTool(DrawingKind::Rectangle);
        hands().drag({200, 150}, {600, 350});
        QVERIFY(m_chart->view() == before);
    }

    void aHandleDrag_movesOnePoint_andIsOneUndoStep()
    {
        const Drawing line = place(DrawingKind::TrendLine, {200, 150}, {600, 350});
        hands().drag(at(line.points[1]), at(line.points[1]) + QPointF(0, -80));
        const Drawing moved = m_layer->drawings()[0];
        QVERIFY(moved.points[0] == line.points[0]);
        QVERIFY(std::fabs(at(moved.points[1]).y() - 270) < 0.5);
        m_layer->undoStack().undo();
        QVERIFY(m_layer->drawings()[0] == line);
        m_layer->undoStack().redo();
        QVERIFY(m_layer->drawings()[0] == moved);
        m_layer->undoStack().undo();
        m_layer->undoStack().undo();
        QVERIFY(m_layer->drawings().empty());
    }

    void aBodyDrag_movesTheWhole_andCtrlDragsACopy()
    {
        const Drawing line = place(DrawingKind::TrendLine, {200, 150}, {600, 350});
        hands().drag({400, 250}, {480, 290}); // its middle; 80 pixels are ten bars of 8
        const Drawing moved = m_layer->drawings()[0];
        for (std::size_t i : {0, 1}) {
            QCOMPARE((moved.points[i].time - line.points[i].time).count(), Duration(std::chrono::minutes(10)).count());
            QVERIFY(std::fabs(at(moved.points[i]).y() - at(line.points[i]).y() - 40) < 0.5);
        }
        hands().drag(middle(moved), middle(moved) + QPointF(0, 60), Qt::ControlModifier);
        QCOMPARE(m_layer->drawings().size(), std::size_t(2));
        QVERIFY(m_layer->drawings()[0] == moved);
        QVERIFY(std::fabs(at(m_layer->drawings()[1].points[0]).y() - at(moved.points[0]).y() - 60) < 0.5);
    }

    void escape_putsBackWhatIsDragged_andLeavesTheTool()
    {
        const Drawing line = place(DrawingKind::HorizontalLine, {300, 200}, {});
        hands().press({500, 200});
        hands().move({500, 300});
        QVERIFY(!(m_layer->drawings()[0] == line));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(m_layer->drawings()[0] == line);
        hands().release({500, 300});
        QVERIFY(m_layer->drawings()[0] == line);
        QCOMPARE(m_layer->undoStack().count(), 1);

        m_layer->setTool(DrawingKind::TrendLine);
        hands().click({300, 200});
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_layer->tool());
        QCOMPARE(m_layer->drawings().size(), std::size_t(1));
    }

    void deleting_takesTheSelectedOne()
    {
        place(DrawingKind::HorizontalLine, {300, 200}, {});
        place(DrawingKind::HorizontalLine, {300, 300}, {});
        hands().click({500, 200});
        m_layer->removeSelected();
        QCOMPARE(m_layer->drawings().size(), std::size_t(1));
        QVERIFY(std::fabs(at(m_layer->drawings()[0].points[0]).y() - 300) < 0.5);
        hands().click({500, 450}); // beside everything
        QVERIFY(!m_layer->hasSelection());
    }

    void drawings_stayOnTheirTimeAndPrice_whenTheTimeframeChanges() // U15
    {
        const Drawing line = place(DrawingKind::TrendLine, {200, 150}, {600, 350});
        m_chart->setSeries(u"TEST"_s, Timeframe::M5, 2, Format());
        m_chart->apply(historyOf(2'000)); // the same minutes stand for five: times decide, not places
        m_chart->flush();
        QVERIFY(m_layer->drawings()[0] == line);
        const QPointF now = at(line.points[0]);
        QCOMPARE(std::round(m_chart->barAtX(now.x())), double(m_chart->bars().indexAt(line.points[0].time)));
    }

    void json_bringsThemBack_andRefusesWhatIsNone()
    {
        place(DrawingKind::LongPosition, {300, 200}, {});
        place(DrawingKind::Fibonacci, {200, 150}, {600, 350});
        const auto read = drawingsFromJson(toJson(m_layer->drawings()));
        QVERIFY(read.has_value());
        QVERIFY(*read == m_layer->drawings());
        for (const QString &bad : {u"{}"_s, u"[{\"kind\":\"circle\",\"points\":[]}]"_s, u"[{\"kind\":\"ray\",\"points\":[[\"now\",1]]}]"_s,
                                   u"[{\"kind\":\"vertical\",\"points\":[]}]"_s, u"["_s})
            QVERIFY2(!drawingsFromJson(bad), qPrintable(bad));
    }

    void rewardRisk_isThatOfTheBox()
    {
        // Entry 100, target 106, stop 98: 6 to win, 2 to lose; short the signs turn round.
        const Timestamp time = Timestamp::fromSeconds(60);
        QCOMPARE(rewardRisk({DrawingKind::LongPosition, {{time, 100}, {time, 106}, {time, 98}}, {}}), 3.0);
        QCOMPARE(rewardRisk({DrawingKind::ShortPosition, {{time, 100}, {time, 95}, {time, 104}}, {}}), 1.25);
        QVERIFY(std::isnan(rewardRisk({DrawingKind::LongPosition, {{time, 100}, {time, 106}, {time, 100}}, {}})));
    }

    void aLongPosition_hasItsTargetAbove_alsoUpsideDown()
    {
        m_chart->run(ChartCommand::Invert);
        const Drawing box = place(DrawingKind::LongPosition, {300, 250}, {});
        QVERIFY(box.points[1].price > box.points[0].price);
        QVERIFY(box.points[2].price < box.points[0].price);
        QVERIFY(std::fabs(rewardRisk(box) - 2) < 1e-6);
    }

    void shiftClick_measures() // U13
    {
        hands().click({300, 200}, Qt::ShiftModifier);
        hands().click({460, 300});
        QCOMPARE(m_layer->drawings().size(), std::size_t(1));
        QCOMPARE(m_layer->drawings()[0].kind, DrawingKind::Measure);
    }

private:
    Hands hands() const { return Hands(m_chart.get()); }
    QPointF at(const ChartPoint &point) const { return m_chart->space().at(point.time, point.price); }
    QPointF middle(const Drawing &line) const { return (at(line.points[0]) + at(line.points[1])) / 2; }
    Drawing place(DrawingKind kind, QPointF from, QPointF to)
    {
        m_layer->setTool(kind);
        if (infoOf(kind).clicks == 2)
            hands().drag(from, to);
        else
            hands().click(from);
        return m_layer->drawings().back();
    }

    Theme m_theme;
    std::unique_ptr<PriceChart> m_chart;
    DrawingLayer *m_layer = nullptr;
};

QTEST_MAIN(TestDrawingLayer)
#include "tst_drawinglayer.moc"
