#include "core/indicators/indicatorcatalogue.h"
#include "core/market/exchangecalendar.h"
#include "core/strategy/strategycatalogue.h"
#include "tests/support/fakedesk.h"
#include "ui/models/declaredtexts.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/models/settingtexts.h"

#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one per plural form
    bool isPlural = false;
    bool isUnfinished = false;
};

std::vector<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    bool isIn = false;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.push_back({.context = context, .isPlural = xml.attributes().value(u"numerus"_s) == u"yes"});
            isIn = true;
        } else if (isIn && xml.name() == u"source") {
            messages.back().source = xml.readElementText();
        } else if (isIn && xml.name() == u"translation") {
            messages.back().isUnfinished = xml.attributes().value(u"type"_s) == u"unfinished";
            if (!messages.back().isPlural)
                messages.back().translations << xml.readElementText();
        } else if (isIn && xml.name() == u"numerusform") {
            messages.back().translations << xml.readElementText();
        }
    }
    return messages;
}

std::vector<Message> messagesOf(const QString &language)
{
    return messagesIn(QStringLiteral(BELLWETHER_TRANSLATIONS_DIR) + u"/bellwether_%1.ts"_s.arg(language));
}

std::set<QString> placesOf(const QString &text)
{
    std::set<QString> places;
    static const QRegularExpression place(u"%[1-9]"_s);
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.insert(match.next().captured());
    return places;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setLanguage(u"en"_s); }

    void everyText_isTranslated_withItsPlaces_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Hindi") << u"hi"_s;
    }
    void everyText_isTranslated_withItsPlaces()
    {
        QFETCH(QString, language);
        const std::vector<Message> messages = messagesOf(language);
        QVERIFY(messages.size() > 500);
        for (const Message &message : messages) {
            QVERIFY2(!message.isUnfinished && !message.translations.isEmpty(), qPrintable(message.source));
            QVERIFY2(!message.isPlural || message.translations.size() == 2, qPrintable(message.source));
            for (const QString &text : message.translations) {
                QVERIFY2(!text.isEmpty(), qPrintable(message.source));
                // A number that the sentence loses, or gains from nowhere, is a wrong sentence.
                QVERIFY2(placesOf(text) == placesOf(message.source), qPrintable(message.source + u" → "_s + text));
            }
        }
    }

    // What lupdate finds in the sources stands in the files: a text that nobody has added would be shown in English.
    void everyTextOfTheSources_isInTheFiles_data() { everyText_isTranslated_withItsPlaces_data(); }
    void everyTextOfTheSources_isInTheFiles()
    {
        QFETCH(QString, language);
        const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s;
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed (package qt6-l10n-tools)");
        const QTemporaryDir folder;
        const QString found = folder.filePath(u"found.ts"_s);
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(BELLWETHER_TRANSLATIONS_DIR "/.."));
        process.start(lupdate, {u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"ui"_s, u"app"_s, u"-ts"_s, found});
        QVERIFY(process.waitForFinished(60'000));
        std::set<std::pair<QString, QString>> known;
        for (const Message &message : messagesOf(language))
            known.emplace(message.context, message.source);
        QStringList missing;
        const std::vector<Message> texts = messagesIn(found);
        QVERIFY(texts.size() > 500);
        for (const Message &text : texts) {
            if (!known.contains({text.context, text.source}))
                missing.append(text.context + u": "_s + text.source);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void theWindow_speaksTheLanguageOfItsSettings_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("positions");
        QTest::newRow("English") << u"en"_s << u"Positions"_s;
        QTest::newRow("German") << u"de"_s << u"Positionen"_s;
        QTest::newRow("Hindi") << u"hi"_s << u"पोज़ीशन"_s;
        QTest::newRow("one that is not known is English") << u"tlh"_s << u"Positions"_s;
    }
    void theWindow_speaksTheLanguageOfItsSettings()
    {
        QFETCH(QString, language);
        QFETCH(QString, positions);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"bellwether.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[ui]\nlanguage = " + language.toUtf8() + "\n");
        file.close();
        test::FakeDesk desk;
        MainWindow window(desk, file.fileName());
        QCOMPARE(window.findChild<QDockWidget *>(u"positionsDock"_s)->windowTitle(), positions);
        QCOMPARE(window.action(ActionId::ShowPanel4)->text(), positions);
    }

    void theSettings_areExplainedInTheLanguageOfTheWindow()
    {
        setLanguage(u"de"_s);
        QCOMPARE(settingText(u"seconds in which a decision can be taken back"), u"Sekunden, in denen eine Entscheidung zurückgenommen werden kann"_s);
        QCOMPARE(settingText(u"Open positions"), u"Offene Positionen"_s);
        setLanguage(u"en"_s);
        QCOMPARE(settingText(u"seconds in which a decision can be taken back"), u"Seconds in which a decision can be taken back"_s);
        QCOMPARE(settingText(u"words nobody has translated"), u"Words nobody has translated"_s);
    }

    void whatStrategiesAndIndicatorsDeclare_isInEveryLanguage()
    {
        std::set<QString> declared;
        const auto add = [&declared](std::string_view text) { declared.insert(QString::fromUtf8(text.data(), qsizetype(text.size()))); };
        for (const StrategyInfo *info : shippedStrategies()) {
            add(info->title);
            add(info->help);
            for (const ParameterSpec &parameter : info->parameters)
                add(parameter.help);
            const auto calendar = ExchangeCalendar::find(u"nse");
            QVERIFY(calendar);
            const auto strategy = makeStrategy(*info, ParameterSet(*info), {.timeframe = Timeframe::M5, .calendar = *calendar});
            for (const ReasonList &side : strategy->conditions()) {
                for (const Reason &reason : side.all())
                    add(reason.label);
            }
        }
        for (const IndicatorInfo &info : shippedIndicators())
            add(info.help);
        QVERIFY(declared.size() > 80);
        for (const QString &path : {u"bellwether_de.ts"_s, u"bellwether_hi.ts"_s}) {
            std::set<QString> translated;
            for (const Message &message : messagesIn(QStringLiteral(BELLWETHER_TRANSLATIONS_DIR) + u'/' + path)) {
                if (message.context == u"Declared" && !message.isUnfinished)
                    translated.insert(message.source);
            }
            QCOMPARE(translated, declared); // none is missing, and none is left over
        }
        setLanguage(u"de"_s);
        QCOMPARE(declaredText(u"histogram"), u"Histogramm"_s);
        QCOMPARE(declaredText(u"words of a strategy of one's own"), u"words of a strategy of one's own"_s);
        QCOMPARE(reasonText({u"volume ratio 1.43 ≥ 1.2"_s, true}), u"Volumenverhältnis 1.43 ≥ 1.2"_s);
        QCOMPARE(reasonText({u"close − average -3 < 0"_s, true}), u"Schluss − Durchschnitt -3 < 0"_s);
        QCOMPARE(reasonText({u"no numbers"_s, false}), u"no numbers"_s);
    }

    void plurals_followTheNumber()
    {
        setLanguage(u"en"_s);
        const auto said = [](int n) { return QCoreApplication::translate("bellwether::ApproveAllDialog", "%n signal(s) shown.", nullptr, n); };
        QCOMPARE(said(1), u"1 signal shown."_s);
        QCOMPARE(said(2), u"2 signals shown."_s);
        setLanguage(u"de"_s);
        QCOMPARE(said(1), u"1 Signal angezeigt."_s);
        QCOMPARE(said(2), u"2 Signale angezeigt."_s);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
