#include "core/desk/backupkeeper.h"
#include "tests/support/fakedesk.h"
#include "tests/support/money.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

/// Answers when the test says so.
class FakeKeeper final : public BackupKeeper {
public:
    QStringList accounts() const override { return {u"paper-crypto"_s, u"paper-indian"_s}; }
    void list() override { ++lists; }
    void backUp(const QString &account) override { backedUp.append(account); }
    int lists = 0;
    QStringList backedUp;
};

} // namespace

/// Backups listed, verified and restored from the window.
class TestBackupsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keeper = std::make_unique<FakeKeeper>();
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 3, .historyBars = 60, .pendingSignals = 1, .areSignalsRenewed = false});
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_desk->openPosition(0, Side::Buy);
        m_desk->advance();
        m_window->flush();
    }
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_desk.reset();
        m_keeper.reset();
    }

    void withoutAKeeper_thereIsNoList() { QVERIFY(!m_window->action(ActionId::ShowBackups)->isVisible()); }

    void onlyABackupThatWasReadWhole_canBeRestored()
    {
        QDialog *dialog = open();
        auto *table = dialog->findChild<DataTable *>(u"backupTable"_s);
        const QAbstractItemModelTester tester(table->filter().sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_keeper->lists, 1);
        Q_EMIT m_keeper->listed({row(u"b"_s, BackupRow::Check::Waiting), row(u"a"_s, BackupRow::Check::Waiting)});
        QCOMPARE(table->filter().rowCount(), 2);
        auto *restore = dialog->findChild<QPushButton *>(u"restoreBackup"_s);
        QVERIFY(!restore->isEnabled());
        table->selectSourceRow(0);
        QVERIFY(!restore->isEnabled()); // it is still being read
        Q_EMIT m_keeper->checked(row(u"b"_s, BackupRow::Check::Damaged));
        QVERIFY(!restore->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(u"chosenBackup"_s)->text().contains(u"entry 7"_s));
        Q_EMIT m_keeper->checked(row(u"a"_s, BackupRow::Check::Whole));
        table->selectSourceRow(1);
        QVERIFY(restore->isEnabled());
        QVERIFY(table->filter().index(1, 5).data().toString().contains(u"positions 2"_s));
    }

    void restoring_asksInNumbers()
    {
        QDialog *dialog = open();
        Q_EMIT m_keeper->listed({row(u"a"_s, BackupRow::Check::Whole)});
        dialog->findChild<DataTable *>(u"backupTable"_s)->selectSourceRow(0);
        QSignalSpy wanted(m_window.get(), &MainWindow::restoreWanted);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"restoreBackup"_s), Qt::LeftButton);
        QDialog *question = top(u"confirm"_s);
        QVERIFY(question);
        const QString text = question->findChild<QLabel *>(u"confirmText"_s)->text();
        QVERIFY2(text.contains(u"paper-crypto"_s) && text.contains(u"Open positions now: 1"_s), qPrintable(text));
        QCOMPARE(wanted.size(), 0);
        QTest::mouseClick(question->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), u"a"_s);
    }

    void aBackup_isMadeOfTheAccountChosen()
    {
        QDialog *dialog = open();
        QMenu *accounts = dialog->findChild<QPushButton *>(u"backUpNow"_s)->menu();
        Q_EMIT accounts->aboutToShow();
        QCOMPARE(accounts->actions().size(), 2);
        accounts->actions().back()->trigger();
        QCOMPARE(m_keeper->backedUp, QStringList{u"paper-indian"_s});
        Q_EMIT m_keeper->failed(u"the disk is full"_s);
        QVERIFY(dialog->findChild<QLabel *>(u"chosenBackup"_s)->text().contains(u"the disk is full"_s));
    }

private:
    static BackupRow row(const QString &path, BackupRow::Check check)
    {
        BackupRow made;
        made.path = path;
        made.account = u"paper-crypto"_s;
        made.madeAt = utcMidnight(2026, 11, 20);
        made.entries = 12'345;
        made.bytes = 4'096'000;
        made.check = check;
        made.trouble = check == BackupRow::Check::Damaged ? u"journal entry 7: the chain is broken"_s : QString();
        made.orders = 12;
        made.fills = 9;
        made.holdings = 2;
        made.cash = test::usdt(u"10012.5");
        return made;
    }
    QDialog *open()
    {
        m_window->addBackups(*m_keeper);
        m_window->action(ActionId::ShowBackups)->trigger();
        QDialog *dialog = top(u"backups"_s);
        Q_ASSERT(dialog && !dialog->isModal());
        return dialog;
    }
    static QDialog *top(const QString &name)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == name && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }

    std::unique_ptr<FakeKeeper> m_keeper;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestBackupsDialog)
#include "tst_backupsdialog.moc"
