#include "tests/ui/backtest/backtestbed.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/scatterchart.h"
#include "ui/panels/backtest/overviewpage.h"
#include "ui/panels/backtest/tradespage.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// What the panel makes of a finished run.
class TestBacktestResult : public QObject, private test::BacktestBed {
    Q_OBJECT
private Q_SLOTS:
    void init() { startOver(); }
    void cleanup() { stop(); }

    void exports_areWrittenElsewhere_andSayHowTheyEnded()
    {
        finish();
        QStringList notices;
        connect(panel(), &Panel::notice, this, [&](const QString &said) { notices.append(said); });
        panel()->setSavePath([](QWidget *, const QString &, const QString &suggested, const QString &, const auto &then) { then(u"/tmp/"_s + suggested); });
        QAction *pdf = nullptr;
        for (QAction *one : find<QToolButton>(u"exportRun"_s)->menu()->actions())
            pdf = one->text().contains(u"PDF"_s) ? one : pdf;
        QVERIFY(pdf);
        pdf->trigger();
        QCOMPARE(m_lab->exports.size(), 1U);
        QVERIFY(m_lab->exports.back().format == LabFormat::Pdf);
        QCOMPARE(m_lab->exports.back().path, u"/tmp/cross-report.pdf"_s);
        QCOMPARE(m_lab->exports.back().run, panel()->report()->run);
        m_lab->fail(ErrorCode::FileUnwritable, {}, u"/tmp/cross-report.pdf: Permission denied"_s);
        QVERIFY(notices.back().contains(u"Permission denied"_s));
        Q_EMIT m_lab->exported(m_lab->lastJob(), u"/tmp/cross-report.pdf"_s);
        QCOMPARE(notices.back(), u"Written: /tmp/cross-report.pdf"_s);
    }

    void aTableOfManyRows_isExportedWithoutAStall()
    {
        finish(400'000, 100'000);
        show(panel()->trades());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"trades.csv"_s);
        QSignalSpy told(panel(), &Panel::notice);
        QElapsedTimer clock;
        clock.start();
        panel()->trades()->table()->exportCsv(path);
        const qint64 blocked = clock.elapsed();
        QVERIFY(told.isEmpty()); // not on this thread
        QVERIFY(told.wait(60'000));
        qInfo("export of 100,000 trades: the window waited %lld ms, the file took %lld ms", blocked, clock.elapsed());
        QVERIFY2(blocked < 500, qPrintable(QString::number(blocked)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 100'001);
        panel()->trades()->table()->exportCsv(u"/nowhere/at/all.csv"_s);
        QVERIFY(told.wait(60'000));
        QVERIFY2(told.back().front().toString().startsWith(u"Not written"_s), qPrintable(told.back().front().toString()));
    }

    void aChosenRow_centresTheCandlesOnItsTrade_aMarkerChoosesItsRow()
    {
        finish(2'000, 40);
        TradesPage *page = panel()->trades();
        show(page);
        page->choose(10);
        const RoundTrip &trade = (*panel()->report()->trades)[10];
        QTRY_VERIFY(page->chart()->isSettled());
        const QCPRange view = page->chart()->view();
        QVERIFY(view.lower < trade.entryBar && trade.exitBar < view.upper);
        QVERIFY(std::fabs(view.center() - (trade.entryBar + trade.exitBar) / 2.0) < 1);
        QVERIFY(!panel()->overview()->equityChart()->hovered());
        // Entry and exit of the next trade, which is closed beyond the edge, follow its own.
        page->chart()->flush();
        Q_EMIT page->chart()->markerClicked(2);
        QCOMPARE(page->chosen(), 11);
    }

    void aPointOfTheCloud_opensItsTrade()
    {
        finish(2'000, 40);
        Q_EMIT panel()->overview()->excursionChart()->pointClicked(7);
        QCOMPARE(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->currentWidget(), panel()->trades());
        QCOMPARE(panel()->trades()->chosen(), 7);
    }

    void aHundredThousandTrades_areSortedElsewhere_theChosenOneStays()
    {
        finish(400'000, 100'000);
        TradesPage *page = panel()->trades();
        show(page);
        TradeTableModel *model = page->model();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        page->choose(1); // the smallest winner
        QSignalSpy sorted(model, &TradeTableModel::sorted);
        page->table()->sortByColumn(TradeTableModel::PnlColumn, Qt::DescendingOrder);
        QCOMPARE(sorted.count(), 0); // not on this thread
        QVERIFY(sorted.wait(60'000));
        QCOMPARE(model->tradeAt(0), 99'999); // the largest result
        QCOMPARE(page->chosen(), 1);
        QCOMPARE(model->rowOf(1), 49'999); // the last of the winners
        page->table()->sortByColumn(-1, Qt::AscendingOrder);
        QVERIFY(sorted.wait(60'000));
        QCOMPARE(model->tradeAt(0), 0);
        QCOMPARE(model->index(1, TradeTableModel::CumulativeColumn).data().toString(), u"6.00"_s); // −4 + 10
    }

    void aHundredThousandTrades_areFiltered_sortedAndScrolledWithoutAStall()
    {
        finish(400'000, 100'000);
        TradesPage *page = panel()->trades();
        show(page);
        TradeTableModel *model = page->model();
        QSignalSpy arranged(model, &TradeTableModel::sorted);
        qint64 longest = 0;
        const auto timed = [&](const char *what, auto deed) {
            QElapsedTimer clock;
            clock.start();
            deed();
            const qint64 took = clock.elapsed();
            longest = std::max(longest, took);
            qInfo("%s: the window waited %lld ms", what, took);
        };
        page->choose(4'001);
        timed("filter", [&] { find<QLineEdit>(u"tradeFilter"_s)->setText(u"target"_s); });
        QVERIFY(arranged.wait(60'000));
        QCOMPARE(model->rowCount(), 50'000); // the odd ones
        QCOMPARE(page->chosen(), 4'001);
        QVERIFY2(text(u"tradeCount"_s).contains(u"50,000 of 100,000"_s), qPrintable(text(u"tradeCount"_s)));
        timed("losers", [&] { find<QComboBox>(u"tradeOutcomes"_s)->setCurrentIndex(2); });
        QVERIFY(arranged.wait(60'000));
        QCOMPARE(model->rowCount(), 0); // who reached the target won
        find<QComboBox>(u"tradeOutcomes"_s)->setCurrentIndex(0);
        timed("all again", [&] { find<QLineEdit>(u"tradeFilter"_s)->clear(); });
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 100'000, 60'000);
        // Every column: sorting goes on elsewhere, taking it over does not.
        qint64 longestGap = 0;
        QElapsedTimer sinceBeat;
        sinceBeat.start();
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { longestGap = std::max(longestGap, sinceBeat.restart()); });
        beat.start(2);
        for (int column = 0; column < TradeTableModel::ColumnCount; ++column) {
            const Qt::SortOrder order = column % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            const QByteArray what = "sort by column " + QByteArray::number(column);
            timed(what.constData(), [&] { page->table()->sortByColumn(column, order); });
            QVERIFY(arranged.wait(60'000));
            const auto key = [&](int row) { return model->index(row, column).data(SortRole).toDouble(); };
            for (int row = 1; row < model->rowCount() && column != TradeTableModel::CumulativeColumn; row += 977)
                QVERIFY2(order == Qt::AscendingOrder ? !(key(row) < key(row - 1)) : !(key(row - 1) < key(row)), what.constData());
        }
        beat.stop();
        qInfo("sorted by every column: the window stood still for %lld ms at the longest", longestGap);
        QVERIFY2(longestGap < 1'000, qPrintable(QString::number(longestGap)));
        timed("scroll", [&] {
            for (int row = 0; row < 100'000; row += 10'000) {
                page->table()->scrollTo(page->table()->model()->index(row, 0), QAbstractItemView::PositionAtTop);
                page->table()->viewport()->repaint();
            }
        });
        QVERIFY2(longest < 1'000, qPrintable(QString::number(longest)));
        // What a filter hides is shown when it is asked for.
        find<QComboBox>(u"tradeOutcomes"_s)->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 50'000, 60'000);
        page->choose(10); // a loser
        QTRY_COMPARE_WITH_TIMEOUT(page->chosen(), 10, 60'000);
    }

    void months_areCompoundedAndNamed()
    {
        finish(4'000, 40); // 41 days: January and February
        const HeatGrid::Content &content = panel()->overview()->monthMap()->content();
        QCOMPARE(content.rows, QStringList{u"2021"_s});
        QCOMPARE(content.columns.size(), 13);
        QVERIFY(!std::isnan(content.values[0]) && !std::isnan(content.values[1]) && std::isnan(content.values[2]));
        const double year = (1 + content.values[0]) * (1 + content.values[1]) - 1;
        QVERIFY(std::fabs(content.values[12] - year) < 1e-12);
    }

    void aMonthThatRoundsToNothing_hasNoSign()
    {
        panel()->run();
        auto report = test::FakeLab::report(m_lab->lastJob(), 2'000, 40);
        report->figures.months = {{.year = 2021, .month = 1, .fraction = -0.000'4}, {.year = 2021, .month = 2, .fraction = -0.000'6}};
        Q_EMIT m_lab->runFinished(m_lab->lastJob(), report);
        const QStringList texts = panel()->overview()->monthMap()->content().texts;
        QCOMPARE(texts[0], u"0.0"_s);
        QCOMPARE(texts[1], u"\u22120.1"_s);
    }

    void theCrosshair_standsAtTheSameMomentInBothPanes()
    {
        finish();
        CurveChart *chart = panel()->overview()->equityChart();
        chart->flush();
        QTest::mouseMove(chart, QPoint(chart->width() / 2, chart->height() - 60)); // over the drawdown
        QTRY_VERIFY(chart->hovered().has_value());
        const auto row = TimeSeries{panel()->report()->markTime, panel()->report()->equity}.rowAt(*chart->hovered());
        QVERIFY(row);
        const QString equity = Format().number((*panel()->report()->equity)[*row], 2);
        QVERIFY2(chart->legendText(0).contains(equity), qPrintable(chart->legendText(0) + u" / "_s + equity));
        const Timestamp from = chart->viewFrom();
        // The wheel zooms around the moment under the pointer.
        const Timestamp under = *chart->hovered();
        const QPointF at(QPoint(chart->width() / 2, 50));
        QWheelEvent wheel(at, chart->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart, &wheel);
        QVERIFY(chart->viewFrom() > from);
        QVERIFY(std::abs((*chart->hovered() - under).count()) < 60'000'000'000);
    }

    void everyFigure_hasItsFormulaAndWhatItWasMadeFrom()
    {
        finish(2'000, 40);
        const auto *table = find<DataTable>(u"metricTable"_s);
        QVERIFY(table->model()->rowCount() > 40);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString help = table->model()->index(row, 0).data(Qt::ToolTipRole).toString();
            QVERIFY2(help.contains(u": "_s) && help.contains(u"40 closed trades"_s), qPrintable(help));
            QVERIFY2(help.section(u": "_s, 1).section(u'\n', 0, 0).size() > 5, qPrintable(help));
        }
        for (const auto &name : {u"headReturn"_s, u"headDrawdown"_s, u"headSharpe"_s, u"headTrades"_s, u"headCosts"_s, u"headEquity"_s})
            QVERIFY2(!find<QLabel>(name)->toolTip().isEmpty(), qPrintable(name));
    }

    void entries_areCountedByTheConditionsTheyMet()
    {
        panel()->run();
        auto report = test::FakeLab::report(m_lab->lastJob(), 400, 4);
        report->reasons = std::make_shared<const std::vector<Reason>>(std::vector<Reason>{
            {.label = "fast average", .isMet = true}, {.label = "volume", .isMet = true}, {.label = "breakout", .isMet = true}});
        auto trades = *report->trades; // −4, 10, −4, 10 and a little for the order
        for (RoundTrip &trade : trades)
            trade.reasonCount = 2;
        trades[3].reasonFirst = 2;
        trades[3].reasonCount = 1;
        report->trades = std::make_shared<const std::vector<RoundTrip>>(trades);
        Q_EMIT m_lab->runFinished(m_lab->lastJob(), report);
        const auto *table = find<DataTable>(u"entryTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"long: fast average, volume"_s);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"3"_s);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"33.3 %"_s); // one of three
        QCOMPARE(table->model()->index(0, 3).data().toString(), u"2.00"_s);   // −4 + 10 − 4
        QCOMPARE(table->model()->index(1, 0).data().toString(), u"long: breakout"_s);
    }
};

QTEST_MAIN(TestBacktestResult)
#include "tst_backtestresult.moc"
