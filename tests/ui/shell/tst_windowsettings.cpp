#include "tests/support/fakedesk.h"
#include "tests/ui/charts/charthands.h"
#include "ui/models/exposuretablemodel.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/watchlist/watchlistpanel.h"
#include "ui/shell/attention.h"
#include "ui/shell/layoutstore.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsdialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const Setting<int> speed{u"test.speed", 5, {1, 10}, u"How fast"};
const Setting<double> share{u"test.share", 0.5, {0, 1}, u"How much"};
const Setting<QString> colour{u"other.colour", u"red", u"Which colour"};

} // namespace

/// Settings, layouts, watchlists and the look of numbers: U36, U39, U43.
class TestWindowSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.symbols = 6, .historyBars = 40, .pendingSignals = 3, .areSignalsRenewed = false});
        m_path = m_folder.filePath(u"bellwether-%1.ini"_s.arg(++m_count));
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void settings_areCheckedAsDeclared_andSavedOnlyWhole()
    {
        QMap<QString, QString> saved;
        auto *dialog = new SettingsDialog({speed, share, SettingSpec(colour, {u"red"_s, u"blue"_s})}, {{u"test.speed"_s, u"7"_s}},
                                          [&](const QMap<QString, QString> &changes) { saved = changes; return Result<void>(); }, nullptr);
        auto *save = dialog->findChild<QPushButton *>(u"settingsSave"_s);
        auto *fast = dialog->findChild<QLineEdit *>(u"test.speed"_s);
        QCOMPARE(fast->text(), u"7"_s);
        QVERIFY(!save->isEnabled()); // nothing is changed
        fast->setText(u"11"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(u"settingsProblem"_s)->text().contains(u"1 to 10"_s));
        fast->setText(u"9"_s);
        dialog->findChild<QComboBox *>(u"other.colour"_s)->setCurrentText(u"blue"_s);
        QVERIFY(save->isEnabled());
        const QString file = m_folder.filePath(u"exported.ini"_s);
        QVERIFY(dialog->exportFile(file).has_value());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"settingsResetAll"_s), Qt::LeftButton);
        QCOMPARE(fast->text(), u"5"_s);
        QVERIFY(dialog->importFile(file).has_value());
        QCOMPARE(fast->text(), u"9"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(saved, (QMap<QString, QString>{{u"test.speed"_s, u"9"_s}, {u"other.colour"_s, u"blue"_s}}));
    }

    void aFileWithAValueThatCannotBe_isNotImported()
    {
        const QString path = m_folder.filePath(u"bad.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[test]\nspeed = 4\nshare = 2\n");
        file.close();
        SettingsDialog dialog({speed, share}, {}, [](const QMap<QString, QString> &) { return Result<void>(); }, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto refused = dialog.importFile(path);
        QVERIFY(!refused && refused.error().detail.contains(u"test.share"_s));
        QVERIFY(dialog.changes().isEmpty()); // not even the good one
    }

    void aLanguage_isChosenInTheDialog_andAsksForAnotherWindow()
    {
        open();
        const QSignalSpy rebuild(m_window.get(), &MainWindow::rebuildWanted);
        m_window->action(ActionId::OpenSettings)->trigger();
        auto *dialog = m_window->findChild<QDialog *>(u"settingsDialog"_s);
        dialog->findChild<QComboBox *>(u"ui.language"_s)->setCurrentText(u"de"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"settingsSave"_s), Qt::LeftButton);
        QTRY_COMPARE(rebuild.count(), 1);
        open();
        QCOMPARE(m_window->findChild<QDockWidget *>(u"ordersDock"_s)->windowTitle(), u"Orders"_s);
        QCOMPARE(m_window->findChild<QDockWidget *>(u"riskDock"_s)->windowTitle(), u"Risiko"_s);
    }

    void digits_areGroupedByLakh_whereAsked() // U39
    {
        write("[ui]\nnumber_grouping = lakh\n");
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.isIndian = true, .symbols = 3, .pendingSignals = 0});
        open();
        const QList<QLabel *> values = m_window->findChildren<QLabel *>();
        const auto isLakhs = [](const QLabel *label) { return label->text() == u"10,00,000.00"_s; }; // the cash of a new account
        QVERIFY(std::any_of(values.begin(), values.end(), isLakhs));
        write("[ui]\nnumber_grouping = thousands\n");
        open();
        const QList<QLabel *> others = m_window->findChildren<QLabel *>();
        QVERIFY(std::any_of(others.begin(), others.end(), [](const QLabel *label) { return label->text() == u"1,000,000.00"_s; }));
    }

    void aLayout_isKeptByName() // U43
    {
        open();
        auto *watch = m_window->findChild<QDockWidget *>(u"watchDock"_s);
        watch->hide();
        m_window->action(ActionId::SaveLayout)->trigger();
        auto *question = m_window->findChild<QDialog *>(u"confirm"_s);
        QTest::keyClicks(question->findChild<QLineEdit *>(u"confirmNote"_s), u"no list; a=b"_s);
        QTest::mouseClick(question->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        m_window->action(ActionId::ResetLayout)->trigger();
        QVERIFY(!watch->isHidden());
        m_window->close();
        open();
        watch = m_window->findChild<QDockWidget *>(u"watchDock"_s);
        QVERIFY(!watch->isHidden());
        QVERIFY(choose(u"no list; a=b"_s));
        QVERIFY(watch->isHidden());
    }

    void aSetOfMonitors_hasALayoutOfItsOwn() // U43
    {
        open();
        auto *watch = m_window->findChild<QDockWidget *>(u"watchDock"_s);
        LayoutStore store(m_path);
        store.take(*m_window, {}, u"1600x900+0+0"_s);
        watch->hide();
        store.take(*m_window, {}, u"1600x900+0+0 2560x1440+1600+0"_s);
        QVERIFY(store.save().has_value());
        const LayoutStore again(m_path);
        QVERIFY(again.restore(*m_window, u"1600x900+0+0"_s));
        QVERIFY(!watch->isHidden());
        QVERIFY(again.restore(*m_window, u"1600x900+0+0 2560x1440+1600+0"_s));
        QVERIFY(watch->isHidden());
        QVERIFY(!again.restoreFor(*m_window, u"800x600+0+0"_s)); // never seen …
        QVERIFY(again.restore(*m_window, u"800x600+0+0"_s));     // … so the last one of all
        QVERIFY(watch->isHidden());
    }

    void aDrawing_isOnDisk_beforeTheWindowCloses()
    {
        open();
        auto *layer = m_window->findChild<DrawingLayer *>();
        QVERIFY(layer);
        PriceChart *chart = m_window->chartPanel()->chart();
        layer->setTool(DrawingKind::TrendLine);
        test::Hands(chart).drag({200, 100}, {400, 140});
        QCOMPARE(layer->drawings().size(), std::size_t(1));
        const auto kept = [this] {
            const auto settings = Settings::load(m_path);
            return settings ? settings->values().value(u"ui.charts"_s) : QString();
        };
        QTRY_VERIFY(kept().contains(u"trend"_s));
        // What was taken back later is gone again, in the file as well.
        layer->undoStack().undo();
        QTRY_VERIFY(!kept().contains(u"trend"_s));
        m_window->close();
        QVERIFY(!kept().contains(u"trend"_s));
    }

    void oneSwitch_setsTheClockOfEveryTime() // U10
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.isIndian = true, .symbols = 3, .pendingSignals = 0});
        open();
        const auto clock = [this] { return m_window->findChild<QLabel *>(u"statusClock"_s)->text(); };
        QVERIFY2(clock().endsWith(u" IST"_s), qPrintable(clock()));
        QVERIFY(m_window->action(ActionId::TimesOfExchange)->isChecked());
        const QSignalSpy rebuild(m_window.get(), &MainWindow::rebuildWanted);
        m_window->action(ActionId::TimesUtc)->trigger();
        QTRY_COMPARE(rebuild.count(), 1);
        open();
        QVERIFY2(clock().endsWith(u" UTC"_s), qPrintable(clock()));
        QVERIFY(m_window->action(ActionId::TimesUtc)->isChecked());
        QCOMPARE(m_window->chartPanel()->chart()->space().time().zone().name, u"UTC"_s);
        m_window->chartPanel()->setTimeframe(Timeframe::D1); // a day stays the market's
        QCOMPARE(m_window->chartPanel()->chart()->space().time().zone().name, u"IST"_s);
    }

    void aRow_isDraggedToAnotherPlace_andStaysThere()
    {
        open();
        auto *panel = m_window->findChild<WatchlistPanel *>();
        auto *model = qobject_cast<WatchTableModel *>(panel->table()->filter().sourceModel());
        const InstrumentId first = model->row(0).instrument;
        const std::unique_ptr<QMimeData> dragged(model->mimeData({model->index(0, 0)}));
        model->dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {});
        QCOMPARE(model->rowOf(first), 2);
        step();
        QCOMPARE(model->rowOf(first), 2); // the next snapshot leaves it there
        panel->table()->setFocus();
        panel->table()->selectSourceRow(2);
        QTest::keyClick(panel->table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(model->rowOf(first), 1);
        m_window->close();
        open();
        panel = m_window->findChild<WatchlistPanel *>();
        model = qobject_cast<WatchTableModel *>(panel->table()->filter().sourceModel());
        QCOMPARE(model->rowOf(first), 1);
    }

    void aListOfItsOwn_showsItsSymbolsAlone()
    {
        Watchlists lists;
        QVERIFY(lists.add(u"Majors"_s));
        QVERIFY(!lists.add(u"Majors"_s));
        QVERIFY(!lists.add(u"a;b"_s));
        lists.addTo(1, m_desk->instruments()[1].id);
        lists.addTo(1, m_desk->instruments()[0].id);
        QCOMPARE(Watchlists::parse(lists.toString()).toString(), lists.toString());
        QCOMPARE(Watchlists::parse(u"nonsense;=;x=ü"_s).all().size(), std::size_t(2));
        open();
        auto *panel = m_window->findChild<WatchlistPanel *>();
        panel->setLists(lists, 1);
        step();
        auto *model = qobject_cast<WatchTableModel *>(panel->table()->filter().sourceModel());
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->row(0).instrument, m_desk->instruments()[1].id);
    }

    void theBadge_countsWhatWaits() // U36
    {
        open();
        auto *attention = m_window->findChild<Attention *>();
        QCOMPARE(attention->count(), 3);
        m_desk->rejectSignal(m_desk->pending().front().id, 1, RejectReason::NotNow);
        step();
        QCOMPARE(attention->count(), 2);
        const Theme theme;
        QVERIFY(Attention::badged(theme, 2).pixmap(48, 48).toImage() != Attention::badged(theme, 0).pixmap(48, 48).toImage());
    }

    void exposure_foldsTheBooks()
    {
        // Two longs and a short by hand: 600 + 400 long, 500 short of an equity of 10,000.
        DeskSnapshot snapshot;
        const Currency currency(std::string_view("USDT"));
        snapshot.account.equity = Money{FixedPoint<MoneyTag>::fromInt(10'000), currency};
        const auto add = [&](const char *strategy, const char *symbol, Side side, int value, int pnl, double last, double stop) {
            PositionRow row;
            row.strategy = StrategyId(std::string_view(strategy));
            row.symbol = QString::fromLatin1(symbol);
            row.side = side;
            row.marketValue = Money{FixedPoint<MoneyTag>::fromInt(side == Side::Buy ? value : -value), currency};
            row.unrealizedPnl = Money{FixedPoint<MoneyTag>::fromInt(pnl), currency};
            row.last = Price::fromDouble(last);
            row.stop = Price::fromDouble(stop);
            row.isProtected = stop > 0;
            snapshot.positions.push_back(row);
        };
        add("ema", "A", Side::Buy, 600, 10, 100, 95);
        add("ema", "B", Side::Buy, 400, -5, 50, 0);
        add("macd", "A", Side::Sell, 500, 20, 100, 110);
        const auto rows = exposureRows(snapshot, {}, ExposureBy::Strategy);
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].name, u"ema"_s);
        QCOMPARE(rows[0].longValue, 1'000.0);
        QCOMPARE(rows[0].equityPercent, 10.0);
        QCOMPARE(rows[0].openPnl, 5.0);
        QCOMPARE(rows[0].risk, 30.0); // 600 × 5 ÷ 100
        QCOMPARE(rows[0].unprotected, 1);
        QCOMPARE(rows[1].netValue(), -500.0);
        QCOMPARE(rows[1].risk, 50.0); // 500 × 10 ÷ 100
        const auto symbols = exposureRows(snapshot, {}, ExposureBy::Symbol);
        QCOMPARE(symbols[0].name, u"A"_s);
        QCOMPARE(symbols[0].netValue(), 100.0);
        ExposureTableModel model{Format()};
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rows);
        model.setRows(symbols);
        QCOMPARE(model.rowCount(), 2);
    }

private:
    void open()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_desk, m_path);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        step();
    }
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    void write(const QByteArray &text)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// Chooses an entry of the menu of layouts.
    bool choose(const QString &name)
    {
        for (QMenu *menu : m_window->findChildren<QMenu *>()) {
            if (menu->title() != u"Layouts"_s)
                continue;
            Q_EMIT menu->aboutToShow();
            for (QAction *each : menu->actions()) {
                if (each->text() == name) {
                    each->trigger();
                    return true;
                }
            }
        }
        return false;
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_count = 0;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
