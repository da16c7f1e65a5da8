#include "tests/support/fakedesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/datatable.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// Limits changed while the desk runs (FAULTS U10), and the receipt of the kill switch (signature 12).
class TestLimitDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 3, .historyBars = 60, .pendingSignals = 1, .areSignalsRenewed = false});
        LimitRow loss;
        loss.key = u"risk.max_daily_loss";
        loss.help = u"Loss since the start of the day that halts entries";
        loss.limit = loss.conservative = 0.03;
        loss.active = 0.05;
        loss.least = 0.0001;
        loss.most = 1;
        loss.used = 0.01;
        loss.looserWhen = LooserWhen::Higher;
        LimitRow positions;
        positions.key = u"risk.max_positions";
        positions.help = u"Open positions";
        positions.limit = positions.conservative = 10;
        positions.active = 20;
        positions.least = 1;
        positions.most = 1'000'000;
        positions.used = 4;
        positions.isWhole = true;
        positions.looserWhen = LooserWhen::Higher;
        m_desk->scene().limits = {loss, positions};
        m_window = std::make_unique<MainWindow>(*m_desk, m_folder.filePath(u"bellwether.ini"_s));
        m_window->resize(1'600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->action(ActionId::ShowRisk)->trigger();
        step();
    }
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_desk.reset();
    }

    void aTighterLimit_holdsAtOnce_andFromTheNextStart()
    {
        QDialog *dialog = openLimit(0);
        QVERIFY(!dialog->isModal());
        auto *edit = dialog->findChild<QLineEdit *>(u"limitValue"_s);
        QCOMPARE(edit->text(), u"3"_s); // percent
        QVERIFY(!save(dialog)->isEnabled());
        edit->setText(u"2"_s);
        QVERIFY2(save(dialog)->text().contains(u"2.00 %"_s), qPrintable(save(dialog)->text()));
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Limits), 1);
        const test::DeskCommand &command = m_desk->commands().back();
        QVERIFY(!command.isOn); // no confirmation was needed, and none is claimed
        QCOMPARE(command.limits, (std::vector<LimitChange>{{u"risk.max_daily_loss"_s, 0.02}}));
        QTRY_VERIFY(kept().contains("max_daily_loss"));
        QVERIFY(kept().contains("0.02"));
    }

    void aLooserLimit_isAskedAboutInNumbers()
    {
        QDialog *dialog = openLimit(1);
        dialog->findChild<QLineEdit *>(u"limitValue"_s)->setText(u"12"_s);
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Limits), 0);
        QDialog *question = top(u"confirm"_s);
        QVERIFY(question);
        const QString text = question->findChild<QLabel *>(u"confirmText"_s)->text();
        QVERIFY2(text.contains(u"10 → 12"_s), qPrintable(text));
        QTest::mouseClick(question->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Limits), 1);
        QVERIFY(m_desk->commands().back().isOn);
        QCOMPARE(m_desk->scene().limits[1].limit, 12.0);
    }

    void whatIsNoLimit_cannotBeSaved_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty is not unlimited") << QString();
        QTest::newRow("letters") << u"many"_s;
        QTest::newRow("not a number") << u"nan"_s;
        QTest::newRow("out of its range") << u"0"_s;
        QTest::newRow("half of a position") << u"4.5"_s;
        QTest::newRow("as it is") << u"10"_s;
    }
    void whatIsNoLimit_cannotBeSaved()
    {
        QFETCH(const QString, typed);
        QDialog *dialog = openLimit(1);
        dialog->findChild<QLineEdit *>(u"limitValue"_s)->setText(typed);
        QVERIFY(!save(dialog)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(m_desk->count(Kind::Limits), 0);
        dialog->close();
    }

    void aPreset_fillsIn()
    {
        QDialog *dialog = openLimit(1);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"limitActive"_s), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"limitValue"_s)->text(), u"20"_s);
        QVERIFY(dialog->findChild<QLabel *>(u"limitVerdict"_s)->text().contains(u"more risk"_s));
        dialog->close();
    }

    void theReceipt_followsTheKillSwitch_toItsProvedEnd() // signature 12
    {
        KillView &kill = m_desk->scene().killSwitch;
        kill = {.isSet = true, .setAt = m_desk->scene().time, .isFlattening = true, .isDurable = false, .cancelled = 3, .closing = 2, .ordersLeft = 3, .positionsLeft = 2};
        step();
        QVERIFY2(receipt().contains(u"…  The latch waits for the disk."_s), qPrintable(receipt()));
        kill.isDurable = true;
        kill.ordersLeft = 1;
        step();
        QVERIFY(receipt().contains(u"✓  The latch is on disk"_s));
        QVERIFY(receipt().contains(u"…  Orders: cancel asked for 3, not proved gone yet 1."_s));
        QVERIFY(receipt().contains(u"…  Positions: exits sent 2, still held 2."_s));
        QVERIFY(!receipt().contains(u"Done"_s));
        kill.ordersLeft = kill.positionsLeft = 0;
        kill.isDone = true;
        step();
        QVERIFY(receipt().contains(u"✓  Orders: cancel asked for 3, not proved gone yet 0."_s));
        QVERIFY(receipt().contains(u"Done at"_s));
        kill = {};
        step();
        QVERIFY(receipt().contains(u"Reset at"_s)); // it stays to be read
        QVERIFY(receipt().contains(u"Done at"_s));
    }

private:
    QDialog *openLimit(int row)
    {
        auto *table = m_window->findChild<DataTable *>(u"limitTable"_s);
        table->selectSourceRow(row);
        QTest::keyClick(table, Qt::Key_Return);
        return top(u"limitDialog"_s);
    }
    static QPushButton *save(const QDialog *dialog) { return dialog->findChild<QPushButton *>(u"limitSave"_s); }
    QString receipt() const { return m_window->findChild<QLabel *>(u"killReceipt"_s)->text(); }
    QByteArray kept() const
    {
        QFile file(m_folder.filePath(u"bellwether.ini"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    static QDialog *top(const QString &name)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == name && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestLimitDialog)
#include "tst_limitdialog.moc"
