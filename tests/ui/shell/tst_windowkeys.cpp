#include "tests/support/fakedesk.h"
#include "ui/charts/pricechart.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/datatable.h"

#include <QFileDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// Keys of the window: U14, U44, U45, U46.
class TestWindowKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.symbols = 6, .historyBars = 100, .pendingSignals = 2, .areSignalsRenewed = false});
        open({});
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void ctrlK_findsASymbol_aCommandAndAStrategy() // U44
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"ethu"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_window->chartPanel()->instrument(), m_desk->instruments()[1].id);
        m_desk->openPosition(0, Side::Buy);
        step();
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"close all"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_VERIFY(dialog(u"confirm"_s)); // the command asks, as it does everywhere
        QTest::keyClick(dialog(u"confirm"_s), Qt::Key_Escape);
        QCOMPARE(m_desk->count(Kind::CloseAll), 0);
        press(Qt::Key_K, Qt::ControlModifier);
        const QString strategy = m_desk->pending().front().strategy.toString();
        type(strategy);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_window->findChild<QLineEdit *>(u"signalFilter"_s)->text(), strategy);
    }

    void escape_leavesThePalette_andNothingRuns()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"light theme"_s);
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line());
        QCOMPARE(m_window->theme().scheme(), ColorScheme::Dark);
    }

    void aCommand_isFoundByItsEnglishName_inEveryLanguage()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"bellwether.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[ui]\nlanguage = de\n");
        file.close();
        open(file.fileName());
        for (const auto &[words, scheme] : {std::pair{u"light theme"_s, ColorScheme::Light}, std::pair{u"helles"_s, ColorScheme::Dark}}) {
            press(Qt::Key_K, Qt::ControlModifier);
            type(words);
            QTest::keyClick(line(), Qt::Key_Return);
            QCOMPARE(m_window->theme().scheme(), scheme);
        }
        setLanguage(u"en"_s);
    }

    void aCommandThatCannotRun_isShownButDoesNotRun()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"close all positions"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(line()); // still open: there is no position
        QTest::keyClick(line(), Qt::Key_Escape);
    }

    void aLetterOnTheChart_startsASymbol() // U14
    {
        m_window->chartPanel()->chart()->setFocus();
        QTest::keyClick(m_window->chartPanel()->chart(), Qt::Key_A);
        QVERIFY(line());
        QCOMPARE(line()->text(), u"a"_s);
        QCOMPARE(m_desk->count(Kind::Approve), 0);
        QTest::keyClick(line(), Qt::Key_Escape);
    }

    void aLetterThatIsNoCommand_startsASymbol_fromATable()
    {
        QWidget *table = m_window->findChild<QWidget *>(u"signalTable"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_X);
        QVERIFY(line());
        QCOMPARE(line()->text(), u"x"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(m_window->chartPanel()->instrument().toString().contains(u"XRP"_s));
    }

    void aKeyIsChanged_inTheCheatSheet_andSurvivesARestart() // U44
    {
        const QTemporaryDir folder;
        open(folder.filePath(u"bellwether.ini"_s));
        m_window->action(ActionId::ShowKeys)->trigger();
        QDialog *sheet = dialog(u"keysDialog"_s);
        QVERIFY(sheet);
        auto *tree = sheet->findChild<QTreeWidget *>(u"keysTree"_s);
        const auto items = tree->findItems(u"Cancel all orders…"_s, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(items.size(), 1);
        tree->setCurrentItem(items.front());
        auto *edit = sheet->findChild<QKeySequenceEdit *>(u"keyEdit"_s);
        auto *set = sheet->findChild<QPushButton *>(u"keySet"_s);
        edit->setKeySequence(QKeySequence(u"F6"_s));
        QTest::mouseClick(set, Qt::LeftButton);
        QVERIFY(sheet->findChild<QLabel *>(u"keyProblem"_s)->text().contains(u"Close all positions"_s));
        QCOMPARE(m_window->action(ActionId::CancelAllOrders)->shortcut(), QKeySequence(u"F7"_s));
        edit->setKeySequence(QKeySequence(u"Ctrl+F7"_s));
        QTest::mouseClick(set, Qt::LeftButton);
        QCOMPARE(m_window->action(ActionId::CancelAllOrders)->shortcut(), QKeySequence(u"Ctrl+F7"_s));
        m_window->close();
        open(folder.filePath(u"bellwether.ini"_s));
        QCOMPARE(m_window->action(ActionId::CancelAllOrders)->shortcut(), QKeySequence(u"Ctrl+F7"_s));
    }

    void aCommandThatCannotRun_keepsItsLetter()
    {
        m_desk->kill(false);
        step();
        QVERIFY(!m_window->action(ActionId::ApproveSignal)->isEnabled());
        QWidget *table = m_window->findChild<QWidget *>(u"signalTable"_s);
        QTest::keyClick(table, Qt::Key_A);
        QVERIFY(!line());
    }

    void theCheatSheet_listsEveryCommand() // U44
    {
        m_window->action(ActionId::ContextHelp)->trigger();
        auto *tree = dialog(u"keysDialog"_s)->findChild<QTreeWidget *>(u"keysTree"_s);
        for (const ActionSpec &spec : allActions())
            QVERIFY2(!tree->findItems(actionText(spec), Qt::MatchExactly | Qt::MatchRecursive).isEmpty(), spec.name);
    }

    void whileAQuestionIsOpen_whatReducesRiskStillWorks() // U28, U46
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        press(Qt::Key_F6);
        QDialog *first = dialog(u"confirm"_s);
        QVERIFY(first);
        QVERIFY(!first->isModal());
        QVERIFY(!QApplication::activeModalWidget());
        press(Qt::Key_F6); // asked twice is one question
        press(Qt::Key_F7);
        int open = 0;
        for (const QWidget *widget : QApplication::topLevelWidgets())
            open += widget->objectName() == u"confirm"_s && widget->isVisible() ? 1 : 0;
        QCOMPARE(open, 2);
    }

    // No dialog of files, however it is opened, stands before what takes risk away.
    void whileADialogOfFilesIsOpen_theKillSwitchStillAnswers_data() // U46
    {
        QTest::addColumn<QString>("from");
        for (const char *from : {"a table", "a chart", "a replay", "the settings"})
            QTest::newRow(from) << QString::fromLatin1(from);
    }
    void whileADialogOfFilesIsOpen_theKillSwitchStillAnswers()
    {
        QFETCH(const QString, from);
        m_desk->openPosition(0, Side::Buy);
        step();
        if (from == u"a table") {
            m_window->findChild<DataTable *>(u"positionTable"_s)->askExport();
        } else if (from == u"a chart") {
            m_window->chartPanel()->chart()->setFocus();
            QTest::keyClick(m_window->chartPanel()->chart(), Qt::Key_S, Qt::AltModifier | Qt::ShiftModifier);
        } else if (from == u"a replay") {
            m_window->action(ActionId::StartReplay)->trigger();
        } else {
            m_window->action(ActionId::OpenSettings)->trigger();
            dialog(u"settingsDialog"_s)->findChild<QPushButton *>(u"settingsExport"_s)->click();
        }
        QDialog *files = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<QFileDialog *>(widget); found && found->isVisible())
                files = found;
        }
        QVERIFY2(files, qPrintable(from));
        QVERIFY(!files->isModal());
        QVERIFY(!QApplication::activeModalWidget());
        files->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(files));
        QTest::keyClick(files, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QDialog *question = dialog(u"confirm"_s);
        QVERIFY(question);
        QTest::mouseClick(question->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Kill), 1);
        files->reject();
    }

private:
    void open(const QString &settingsPath)
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_desk, settingsPath);
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
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        if (!QApplication::activePopupWidget()) {
            m_window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        }
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    static QDialog *dialog(const QString &name)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == name && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }
    static QLineEdit *line()
    {
        QDialog *palette = dialog(u"palette"_s);
        return palette ? palette->findChild<QLineEdit *>(u"paletteLine"_s) : nullptr;
    }
    static void type(const QString &text)
    {
        QVERIFY(line());
        QTest::keyClicks(line(), text);
    }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
