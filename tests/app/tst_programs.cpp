// Both programs read the same options in the same way.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPrograms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongOptionsAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("line");
        const QString folder = m_folder.path();
        QTest::newRow("a setting of no known name") << QStringList{u"--set"_s, u"trade.nonsense=1"_s} << 2 << u"--set trade.nonsense: no setting of that name"_s;
        QTest::newRow("a setting without a value") << QStringList{u"--set"_s, u"trade.auto_trade"_s} << 2 << u"--set trade.auto_trade: expected KEY=VALUE"_s;
        QTest::newRow("a value outside its range") << QStringList{u"--set"_s, u"trade.max_concurrent_strategies=0"_s} << 2 << u"trade.max_concurrent_strategies"_s;
        QTest::newRow("a settings file that is not there") << QStringList{u"--config"_s, folder + u"/none.ini"_s} << 3 << u"/none.ini: no such settings file"_s;
        QTest::newRow("a capital that is not an amount") << QStringList{u"--capital"_s, u"lots"_s} << 2 << u"--capital 'lots' is not an amount above zero"_s;
        QTest::newRow("a speed of zero") << QStringList{u"--speed"_s, u"0"_s} << 2 << u"--speed '0' is not 'max' or a number above 0"_s;
        QTest::newRow("a market of no known name") << QStringList{u"--market"_s, u"moon"_s} << 2 << u"market 'moon' is not crypto or indian"_s;
        QTest::newRow("a strategy of no known name") << QStringList{u"--strategies"_s, u"luck"_s} << 2 << u"strategy 'luck' is not known"_s;
    }
    void wrongOptionsAreNamed()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QString, line);
        const QStringList common{u"--profile"_s, m_folder.filePath(u"profile"_s)};
        QProcess window;
        window.start(QStringLiteral(BELLWETHER_WINDOW), common + QStringList{u"--screenshot"_s, m_folder.filePath(u"picture.png"_s)} + arguments);
        QProcess headless;
        headless.start(QStringLiteral(BELLWETHER_CLI), QStringList{u"trade"_s} + common + arguments);
        for (QProcess *program : {&window, &headless}) {
            QVERIFY(program->waitForFinished(30'000));
            const QString said = QString::fromUtf8(program->readAllStandardError());
            QVERIFY2(said.contains(line), qUtf8Printable(said));
            QCOMPARE(program->exitCode(), exitCode);
        }
        QVERIFY(!QFile::exists(m_folder.filePath(u"picture.png"_s)));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
