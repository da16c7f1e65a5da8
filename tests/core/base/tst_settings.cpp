#include "core/base/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr Setting<int> hz{u"ui.snapshotHz", 10, {1, 60}, u"snapshots a second"};
constexpr Setting<double> risk{u"risk.risk_per_trade", 0.01, {0.0, 0.1}, u"share of equity"};
constexpr Setting<bool> isAuto{u"trade.auto_trade", false, u"approve without asking"};
constexpr Setting<QString> name{u"trade.name", u"desk", u"name of the desk"};

} // namespace

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void absentFileGivesTheDefaults();
    void fileOverridesTheDefaults();
    void environmentOverridesTheFile();
    void badValueIsNeverADefault();
    void badLineIsNamed();
    void saveKeepsEveryOtherLine();
    void saveMakesTheSectionItNeeds();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"bellwether.ini"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the settings");
        return path;
    }
    QTemporaryDir m_folder;
};

void TestSettings::absentFileGivesTheDefaults()
{
    const auto settings = Settings::load(m_folder.filePath(u"absent.ini"_s));
    QVERIFY(settings);
    QCOMPARE(settings->value(hz).value(), 10);
    QCOMPARE(settings->value(risk).value(), 0.01);
    QCOMPARE(settings->value(isAuto).value(), false);
    QCOMPARE(settings->value(name), u"desk"_s);
}

void TestSettings::fileOverridesTheDefaults()
{
    const auto settings = Settings::load(write("# a note\n[ui]\nsnapshotHz = 20\n\n[trade]\nauto_trade=yes\nname = a = b\n"));
    QCOMPARE(settings->value(hz).value(), 20);
    QCOMPARE(settings->value(isAuto).value(), true);
    QCOMPARE(settings->value(name), u"a = b"_s);
}

void TestSettings::environmentOverridesTheFile()
{
    auto settings = Settings::load(write("[ui]\nsnapshotHz=20\n"));
    qputenv("BELLWETHER_UI_SNAPSHOTHZ", "30");
    settings->applyEnvironment({hz.key, risk.key});
    qunsetenv("BELLWETHER_UI_SNAPSHOTHZ");
    QCOMPARE(settings->value(hz).value(), 30);
    settings->override(u"ui.snapshotHz"_s, u"40"_s);
    QCOMPARE(settings->value(hz).value(), 40);
    QCOMPARE(settings->value(risk).value(), 0.01);
}

void TestSettings::badValueIsNeverADefault() // U10
{
    auto settings = Settings::load(m_folder.filePath(u"absent.ini"_s));
    const auto intError = [&](const QString &text) {
        settings->override(u"ui.snapshotHz"_s, text);
        const auto value = settings->value(hz);
        return value ? QString() : value.error().detail;
    };
    QCOMPARE(intError(u"0"_s), u"setting ui.snapshotHz: 0 is outside 1 to 60"_s);
    QCOMPARE(intError(u"61"_s), u"setting ui.snapshotHz: 61 is outside 1 to 60"_s);
    QCOMPARE(intError(u"ten"_s), u"setting ui.snapshotHz: 'ten' is not a number"_s);
    QCOMPARE(intError(u""_s), u"setting ui.snapshotHz: '' is not a number"_s); // empty is not "unlimited"
    QCOMPARE(intError(u"60"_s), QString());
    for (const QString &text : {u"nan"_s, u"inf"_s, u"0.2"_s, u"-0.01"_s, u""_s}) {
        settings->override(u"risk.risk_per_trade"_s, text);
        QVERIFY2(!settings->value(risk), qPrintable(text));
    }
    settings->override(u"trade.auto_trade"_s, u"perhaps"_s);
    QVERIFY(!settings->value(isAuto));
}

void TestSettings::badLineIsNamed()
{
    const QString path = write("[ui]\nsnapshotHz = 20\nno equals sign\n");
    const auto settings = Settings::load(path);
    QVERIFY(!settings);
    QCOMPARE(settings.error().detail, path + u":3: expected 'key = value'"_s);
}

void TestSettings::saveKeepsEveryOtherLine()
{
    const QString path = write("# mine\n[ui]\nsnapshotHz = 20\nfuture_key = kept\n[trade]\nname = x\n");
    QVERIFY(saveSetting(path, u"ui.snapshotHz"_s, u"25"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("# mine\n[ui]\nsnapshotHz = 25\nfuture_key = kept\n[trade]\nname = x\n"));
}

void TestSettings::saveMakesTheSectionItNeeds()
{
    const QString path = write("[ui]\nsnapshotHz = 20\n");
    QVERIFY(saveSetting(path, u"ui.theme"_s, u"dark"_s));
    QVERIFY(saveSetting(path, u"trade.name"_s, u"y"_s));
    const auto settings = Settings::load(path);
    QCOMPARE(settings->values().value(u"ui.theme"_s), u"dark"_s);
    QCOMPARE(settings->value(name), u"y"_s);
    QCOMPARE(settings->value(hz).value(), 20);
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
