// The verbs audit, backup and restore on a profile that the program itself has traded on (FAULTS D08, D10, D11).
#include "core/storage/journalsnapshot.h"
#include "core/market/instrumentdefaults.h"
#include "app/composition/deskassembly.h"
#include "core/storage/journalstore.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestBackupVerb : public QObject {
    Q_OBJECT

private:
    struct Answer {
        int code;
        QByteArray output;
        QByteArray error;
        QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    };
    Answer run(QStringList arguments) const
    {
        QProcess program;
        program.start(QStringLiteral(BELLWETHER_CLI), arguments + QStringList{u"--profile"_s, m_folder->filePath(u"profile"_s)});
        if (!program.waitForFinished(60'000))
            return {-1, {}, "it does not end"};
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    QString journal() const { return m_folder->filePath(u"profile/journal-paper-crypto.sqlite"_s); }
    /// A minute or two of the simulated market, with auto-trading.
    void trade()
    {
        QProcess program;
        program.start(QStringLiteral(BELLWETHER_CLI), {u"trade"_s, u"--speed"_s, u"120"_s, u"--auto"_s, u"--profile"_s, m_folder->filePath(u"profile"_s)});
        QVERIFY(program.waitForReadyRead(30'000));
        QVERIFY(!program.waitForFinished(1'500));
        program.terminate();
        QVERIFY(program.waitForFinished(5'000));
    }
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"profile"_s));
        trade();
    }

    void theWholeWay()
    {
        const Answer verified = run({u"audit"_s, u"verify"_s, u"--json"_s});
        QCOMPARE(verified.code, 0);
        const QJsonObject journalRow = verified.json().value(u"journals"_s).toArray().first().toObject();
        QCOMPARE(journalRow.value(u"account"_s).toString(), u"paper-crypto"_s);
        const qint64 entries = journalRow.value(u"entries"_s).toInteger();
        QVERIFY(entries > 0);

        const Answer made = run({u"backup"_s, u"--json"_s});
        QCOMPARE(made.code, 0);
        const QString file = made.json().value(u"backups"_s).toArray().first().toObject().value(u"file"_s).toString();
        QVERIFY(QFile::exists(file) && QFile::exists(file + u".json"_s));
        QVERIFY2(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)), "a backup is its owner's alone");
        QVERIFY(run({u"backup"_s, u"--list"_s}).output.contains(file.toUtf8()));
        QCOMPARE(run({u"restore"_s, file, u"--check"_s}).code, 0);

        trade(); // the account goes on
        const qint64 later = run({u"audit"_s, u"verify"_s, u"--json"_s}).json().value(u"journals"_s).toArray().first().toObject().value(u"entries"_s).toInteger();
        QVERIFY(later > entries);

        const Answer restored = run({u"restore"_s, file, u"--json"_s});
        QCOMPARE(restored.code, 0);
        QCOMPARE(restored.json().value(u"entries"_s).toInteger(), entries);
        const QJsonObject again = run({u"audit"_s, u"verify"_s, u"--json"_s}).json().value(u"journals"_s).toArray().first().toObject();
        QCOMPARE(again.value(u"hash"_s), journalRow.value(u"hash"_s));
        QCOMPARE(again.value(u"state"_s), journalRow.value(u"state"_s));

        // D11: what was restored starts disarmed, though it is asked to trade by itself.
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(BELLWETHER_CLI), {u"trade"_s, u"--auto"_s, u"--profile"_s, m_folder->filePath(u"profile"_s)});
        QVERIFY(program.waitForReadyRead(30'000));
        QVERIFY(!program.waitForFinished(500));
        program.terminate();
        QVERIFY(program.waitForFinished(5'000));
        const QByteArray said = program.readAll();
        QVERIFY2(said.contains("auto-trading is off until it is armed again"), said.constData());
        const QByteArray lines = run({u"audit"_s, u"export"_s, u"--account"_s, u"paper-crypto"_s}).output;
        QVERIFY(lines.contains("\"kind\":\"auto_trading\",\"on\":false"));
        QVERIFY(lines.trimmed().endsWith("}}"));
        QCOMPARE(lines.count("\"kind\":\"run_started\""), 2);
    }

    void anExportIsTheJournal()
    {
        const QString file = m_folder->filePath(u"export.jsonl"_s);
        QCOMPARE(run({u"audit"_s, u"export"_s, u"--account"_s, u"paper-crypto"_s, u"-o"_s, file}).code, 0);
        QVERIFY2(run({u"audit"_s, u"export"_s, u"--account"_s, u"paper-crypto"_s, u"-o"_s, file}).code != 0, "a file that is there is not overwritten");
        const auto store = JournalStore::open(journal());
        const auto entries = (*store)->takeEntries();
        QFile lines(file);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        QByteArray hash(32, '\0');
        for (const JournalEntry &entry : entries) {
            const QByteArray line = lines.readLine().trimmed();
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            hash = chainHash(hash, entry);
            QCOMPARE(object.value(u"sequence"_s).toInteger(), qint64(entry.sequence));
            QCOMPARE(object.value(u"hash"_s).toString().toLatin1(), hash.toHex());
            QVERIFY(line.endsWith("\"record\":" + entry.body + '}'));
        }
        QVERIFY(lines.atEnd());
    }

    void aSnapshotThatIsNotTheJournals_isNamed() // FAULTS D08
    {
        trade();
        const auto verify = [this] { return run({u"audit"_s, u"verify"_s, u"--json"_s}).json().value(u"journals"_s).toArray().first().toObject(); };
        auto snapshot = JournalSnapshot::read(journal(), DeskAssembly::snapshotFormat());
        QVERIFY2(snapshot, "one is kept as the desk stops");
        QCOMPARE(verify().value(u"snapshot"_s).toInteger(), qint64(snapshot->head.sequence));
        std::vector<Instrument> instruments;
        for (const QString &symbol : {u"BTC"_s, u"ETH"_s, u"SOL"_s, u"BNB"_s, u"XRP"_s, u"ADA"_s, u"DOGE"_s, u"LTC"_s})
            instruments.push_back(*defaultInstrument(u"BINANCE:"_s + symbol + u"USDT"_s));
        DeskState state(std::make_shared<const InstrumentCatalogue>(std::move(instruments)), Money::zero(Currency(std::string_view("USDT"))));
        QVERIFY(state.restore(snapshot->state).has_value());
        QVERIFY(state.apply(LatchSet{Latch::Kill, true, u"never journalled"_s}, state.lastTime()).has_value());
        snapshot->state = state.snapshot();
        QVERIFY(snapshot->write(journal()).has_value());
        const QJsonObject row = verify();
        QCOMPARE(row.value(u"ok"_s).toBool(true), false);
        QVERIFY2(row.value(u"text"_s).toString().contains(u"entry %1: the snapshot"_s.arg(snapshot->head.sequence)), qPrintable(row.value(u"text"_s).toString()));
        JournalSnapshot::remove(journal());
        QVERIFY(verify().value(u"ok"_s).toBool());
        QVERIFY(verify().value(u"snapshot"_s).isNull());
    }

    void tamperingIsNamed() // FAULTS D08
    {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            db.setDatabaseName(journal());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"UPDATE journal SET time = time + 1 WHERE sequence = 2"_s));
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
        const Answer verified = run({u"audit"_s, u"verify"_s});
        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.error.contains("entry 2 was changed"), verified.error.constData());
        QVERIFY(run({u"backup"_s}).code != 0);
        QVERIFY(run({u"doctor"_s}).output.contains("entry 2 was changed"));
    }

    void wrongUseIsNamed()
    {
        QCOMPARE(run({u"audit"_s, u"verify"_s, u"--account"_s, u"none"_s}).code, 2);
        QCOMPARE(run({u"audit"_s}).code, 2);
        QCOMPARE(run({u"restore"_s, m_folder->filePath(u"none.sqlite"_s)}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestBackupVerb)
#include "tst_backupverb.moc"
