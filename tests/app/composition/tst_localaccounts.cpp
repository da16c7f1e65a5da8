#include "app/composition/localaccounts.h"
#include "tests/app/composition/livebed.h"

#include <QSignalSpy>
#include <QTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Connection = VenueAccountRow::Connection;

/// Accounts as the window sees them, against the stand-in.
class TestLocalAccounts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void A02_aKeyThatMayWithdrawIsRefusedAndNothingKept();
    void anAccountIsAddedTestedAndRemoved();
    void A01_aRevokedKeyIsSaid();
    void U07_armingIsTypedAndTakenBack();
    void U07_goingLiveNeedsTheArmingAndTheKey();
    void theTradedAccountShowsItsWay_andIsDisarmedAtOnce();
    void listingsAreSearched_andChosenForLiveDesks();

private:
    Result<Session> session() const
    {
        return Session::open({m_bed->profile.folder, {}, {u"accounts.store=vault"_s}});
    }
    /// Waits for the answer to a job; its text, with a `!` before a refusal.
    QString answerTo(VenueAccounts::Job job)
    {
        const auto find = [&]() -> std::optional<QString> {
            for (const auto &one : *m_answers) {
                if (one[0].toULongLong() == job)
                    return (one[1].toBool() ? QString() : u"!"_s) + one[2].toString();
            }
            return {};
        };
        return QTest::qWaitFor([&] { return find().has_value(); }, 20'000) ? *find() : u"no answer"_s;
    }
    const VenueAccountRow *row(const QString &name) const
    {
        for (const VenueAccountRow &one : m_accounts->list()->rows) {
            if (one.name == name)
                return &one;
        }
        return nullptr;
    }
    QString addBob()
    {
        // A vault that costs little; the account is kept in it as in any other.
        auto vault = VaultFile::open(m_bed->profile.folder + u"/keys.vault"_s, passphrase(), cheap);
        if (!vault || !(*vault)->put(u"other"_s, SecretBytes(QByteArray("thing"))))
            qFatal("no vault");
        return answerTo(m_accounts->add(u"bob"_s, m_bed->venue.address(), u"bob-key"_s, canary, "correct horse"));
    }

    std::unique_ptr<Bed> m_bed;
    std::unique_ptr<LocalAccounts> m_accounts;
    std::unique_ptr<QSignalSpy> m_answers;
};

void TestLocalAccounts::init()
{
    m_bed = std::make_unique<Bed>();
    m_accounts = std::make_unique<LocalAccounts>([this] { return session(); });
    m_answers = std::make_unique<QSignalSpy>(m_accounts.get(), &VenueAccounts::answered);
}

void TestLocalAccounts::cleanup()
{
    m_answers.reset();
    m_accounts.reset();
    m_bed.reset();
}

// FAULTS A02
void TestLocalAccounts::A02_aKeyThatMayWithdrawIsRefusedAndNothingKept()
{
    QCOMPARE(addBob().left(1), u"a"_s);
    const QString answer = answerTo(m_accounts->add(u"eve"_s, m_bed->venue.address(), u"eve-key"_s, canary, "correct horse"));
    QVERIFY2(answer.startsWith(u"!") && answer.contains(u"withdraw"), qPrintable(answer));
    QCOMPARE(m_accounts->list()->rows.size(), std::size_t(1));
    auto vault = VaultFile::open(m_bed->profile.folder + u"/keys.vault"_s, passphrase(), cheap);
    QVERIFY(!(*vault)->get(u"binance/eve"_s));
    QVERIFY((*vault)->get(u"binance/bob"_s));
}

void TestLocalAccounts::anAccountIsAddedTestedAndRemoved()
{
    m_accounts->refresh();
    QTRY_COMPARE(m_accounts->list()->store, u"vault"_s);
    QVERIFY(m_accounts->list()->isVaultNew);
    QVERIFY(m_accounts->list()->limits.size() > 10);
    const QString added = addBob();
    QVERIFY2(added.startsWith(u"account bob is added"), qPrintable(added));
    QTRY_VERIFY(row(u"bob"_s) && row(u"bob"_s)->connection == Connection::Answered);
    QVERIFY(row(u"bob"_s)->canTrade && !row(u"bob"_s)->canWithdraw && !row(u"bob"_s)->isRealMoney);
    QVERIFY(!row(u"bob"_s)->keyHint.contains(u"bob-key"_s)); // too short to show a part of it
    QCOMPARE(row(u"bob"_s)->balances, (std::vector<std::pair<QString, QString>>{{u"USDT"_s, u"100000"_s}}));
    QTRY_VERIFY(!m_accounts->list()->isVaultNew);

    const QString wrong = answerTo(m_accounts->test(u"bob"_s, "wrong horse"));
    QVERIFY2(wrong.startsWith(u"!"), qPrintable(wrong));
    QTRY_COMPARE(row(u"bob"_s)->error, wrong.mid(1));
    QVERIFY(!answerTo(m_accounts->test(u"bob"_s, "correct horse")).startsWith(u"!"));
    QTRY_VERIFY(row(u"bob"_s)->error.isEmpty() && row(u"bob"_s)->latencyMs.has_value());

    QVERIFY(answerTo(m_accounts->remove(u"bob"_s, "wrong horse")).startsWith(u"!"));
    QVERIFY(row(u"bob"_s));
    QVERIFY(!answerTo(m_accounts->remove(u"bob"_s, "correct horse")).startsWith(u"!"));
    QTRY_VERIFY(!row(u"bob"_s));
    auto vault = VaultFile::open(m_bed->profile.folder + u"/keys.vault"_s, passphrase(), cheap);
    QVERIFY(!(*vault)->get(u"binance/bob"_s));
}

// FAULTS A01
void TestLocalAccounts::A01_aRevokedKeyIsSaid()
{
    addBob();
    m_bed->play(R"({"on":"request","match":"account","do":"reject","status":401,"code":-2015})");
    QVERIFY(answerTo(m_accounts->test(u"bob"_s, "correct horse")).startsWith(u"!"));
    QTRY_COMPARE(int(row(u"bob"_s)->connection), int(Connection::Refused));
    m_bed->play(R"({"on":"request","match":"*","do":"rst"})");
    QVERIFY(answerTo(m_accounts->test(u"bob"_s, "correct horse")).startsWith(u"!"));
    QTRY_COMPARE(int(row(u"bob"_s)->connection), int(Connection::Unreachable));
}

// FAULTS U07
void TestLocalAccounts::U07_armingIsTypedAndTakenBack()
{
    addBob();
    QTRY_VERIFY(row(u"bob"_s));
    QCOMPARE(row(u"bob"_s)->sentence, u"LIVE bob"_s);
    QVERIFY(answerTo(m_accounts->arm(u"bob"_s, u"live bob"_s)).startsWith(u"!"));
    QVERIFY(!row(u"bob"_s)->armedUntil.isValid());
    QVERIFY(!answerTo(m_accounts->arm(u"bob"_s, u"LIVE bob"_s)).startsWith(u"!"));
    QTRY_VERIFY(row(u"bob"_s)->armedUntil.isValid());
    const Duration left = row(u"bob"_s)->armedUntil - SystemClock().now();
    QVERIFY(left > 14min && left <= 15min);
    QVERIFY(!answerTo(m_accounts->disarm(u"bob"_s)).startsWith(u"!"));
    QTRY_VERIFY(!row(u"bob"_s)->armedUntil.isValid());
}

// FAULTS U07
void TestLocalAccounts::U07_goingLiveNeedsTheArmingAndTheKey()
{
    addBob();
    QSignalSpy wanted(m_accounts.get(), &LocalAccounts::liveWanted);
    QVERIFY(answerTo(m_accounts->goLive(u"bob"_s, "correct horse")).startsWith(u"!"));
    answerTo(m_accounts->arm(u"bob"_s, u"LIVE bob"_s));
    QVERIFY(answerTo(m_accounts->goLive(u"bob"_s, "wrong horse")).startsWith(u"!"));
    QCOMPARE(wanted.count(), 0);
    QTRY_VERIFY(row(u"bob"_s)->armedUntil.isValid()); // the slip did not cost it
    QVERIFY(!answerTo(m_accounts->goLive(u"bob"_s, "correct horse")).startsWith(u"!"));
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().toString(), u"bob"_s);
}

void TestLocalAccounts::theTradedAccountShowsItsWay_andIsDisarmedAtOnce()
{
    addBob();
    binance::SessionStatus status;
    status.connection = {VenueConnection::State::Connected, {}, {}};
    status.latency = 12ms;
    status.weightShare = 0.4;
    QStringList reasons;
    m_accounts->setRunning(LocalAccounts::Running{u"bob"_s, {}, {}});
    QTRY_COMPARE(int(row(u"bob"_s)->connection), int(Connection::Connecting));
    m_accounts->setRunning(LocalAccounts::Running{u"bob"_s, [&] { return status; }, [&](const QString &why) { reasons.append(why); }});
    QTRY_COMPARE(int(row(u"bob"_s)->connection), int(Connection::Connected));
    QCOMPARE(row(u"bob"_s)->latencyMs.value_or(0), 12.0);
    QCOMPARE(row(u"bob"_s)->weightShare.value_or(0), 0.4);
    status.weightShare = 0.55;
    QTRY_COMPARE_WITH_TIMEOUT(row(u"bob"_s)->weightShare.value_or(0), 0.55, 5'000); // it moves by itself
    QVERIFY(answerTo(m_accounts->remove(u"bob"_s, "correct horse")).startsWith(u"!"));
    const auto job = m_accounts->disarm(u"bob"_s);
    QCOMPARE(reasons.size(), 1); // before the call returned
    QVERIFY(!answerTo(job).startsWith(u"!"));
    QTRY_VERIFY(row(u"bob"_s)->isDisarmed);
}

void TestLocalAccounts::listingsAreSearched_andChosenForLiveDesks()
{
    addBob();
    QSignalSpy found(m_accounts.get(), &VenueAccounts::symbolsFound);
    const auto job = m_accounts->findSymbols(u"bob"_s, u"btc usdt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 10'000);
    QCOMPARE(found.front()[0].toULongLong(), job);
    const auto symbols = found.front()[1].value<std::vector<VenueSymbol>>();
    QCOMPARE(symbols.size(), std::size_t(1));
    QCOMPARE(symbols.front().symbol, u"BTCUSDT"_s);
    QVERIFY(symbols.front().isPossible && symbols.front().isWatched);
    m_accounts->findSymbols(u"bob"_s, u"nothing"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 2, 10'000);
    QVERIFY(found.back()[1].value<std::vector<VenueSymbol>>().empty());
    QVERIFY(!answerTo(m_accounts->watchSymbol(u"DOGEUSDT"_s, true)).startsWith(u"!"));
    QVERIFY(liveSymbols(session()->settings).contains(u"DOGEUSDT"_s));
    QVERIFY(!answerTo(m_accounts->watchSymbol(u"DOGEUSDT"_s, false)).startsWith(u"!"));
    QVERIFY(!liveSymbols(session()->settings).contains(u"DOGEUSDT"_s));
}

QTEST_GUILESS_MAIN(TestLocalAccounts)
#include "tst_localaccounts.moc"
