#include "core/desk/venueaccounts.h"
#include "tests/support/fakedesk.h"
#include "ui/panels/connections/accountcard.h"
#include "ui/panels/connections/addaccountdialog.h"
#include "ui/panels/connections/connectionspanel.h"
#include "ui/shell/mainwindow.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Connection = VenueAccountRow::Connection;

namespace {

/// Accounts that write down what is asked of them, and answer when the test says so.
class FakeAccounts final : public VenueAccounts {
    Q_OBJECT
public:
    struct Asked {
        QString what;
        QStringList words;
        QByteArray secret;
        QByteArray passphrase;
    };

    void put(VenueAccountList list)
    {
        m_list = std::make_shared<const VenueAccountList>(std::move(list));
        Q_EMIT changed();
    }
    void answer(bool isDone, const QString &text) { Q_EMIT answered(m_last, isDone, text); }
    void find(const std::vector<VenueSymbol> &symbols) { Q_EMIT symbolsFound(m_last, symbols); }

    VenueAccountListPtr list() const override { return m_list; }
    void refresh() override { ++refreshes; }
    Job add(const QString &name, const QString &endpoint, const QString &apiKey, QByteArray secret, QByteArray passphrase) override
    {
        return ask({u"add"_s, {name, endpoint, apiKey}, secret, passphrase});
    }
    Job test(const QString &name, QByteArray passphrase) override { return ask({u"test"_s, {name}, {}, passphrase}); }
    Job remove(const QString &name, QByteArray passphrase) override { return ask({u"remove"_s, {name}, {}, passphrase}); }
    Job arm(const QString &name, const QString &typed) override { return ask({u"arm"_s, {name, typed}, {}, {}}); }
    Job disarm(const QString &name) override { return ask({u"disarm"_s, {name}, {}, {}}); }
    Job goLive(const QString &name, QByteArray passphrase) override { return ask({u"live"_s, {name}, {}, passphrase}); }
    Job findSymbols(const QString &name, const QString &words) override { return ask({u"find"_s, {name, words}, {}, {}}); }
    Job watchSymbol(const QString &symbol, bool isWatched) override { return ask({isWatched ? u"watch"_s : u"leave"_s, {symbol}, {}, {}}); }

    std::vector<Asked> asked;
    int refreshes = 0;

private:
    Job ask(Asked one)
    {
        asked.push_back(std::move(one));
        return ++m_last;
    }
    VenueAccountListPtr m_list = std::make_shared<VenueAccountList>();
    Job m_last = 0;
};

VenueAccountRow anAccount()
{
    VenueAccountRow row;
    row.name = u"main"_s;
    row.venue = u"binance"_s;
    row.endpoint = u"testnet"_s;
    row.keyHint = u"abcd…wxyz"_s;
    row.store = u"vault"_s;
    row.isRealMoney = false;
    row.sentence = u"LIVE main"_s;
    return row;
}

VenueAccountList listOf(const VenueAccountRow &row)
{
    return {.rows = {row}, .limits = {{u"risk.max_positions"_s, u"Open positions at most"_s, 3}, {u"risk.daily_loss"_s, u"Loss of a day"_s, 0.02}},
            .endpoints = {u"production"_s, u"testnet"_s, u"demo"_s}, .store = u"vault"_s};
}

} // namespace

/// The page of connections in the window, by mouse and key (UX U26, U30, U46).
class TestConnections : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 2, .historyBars = 20, .pendingSignals = 0});
        m_accounts = std::make_unique<FakeAccounts>();
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->addAccounts(*m_accounts);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->action(ActionId::ShowConnections)->trigger();
    }
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_accounts.reset();
        m_desk.reset();
    }

    void withoutAccounts_theCommandIsNotThere()
    {
        MainWindow bare(*m_desk);
        QVERIFY(!bare.action(ActionId::ShowConnections)->isVisible());
        bare.action(ActionId::ShowConnections)->trigger(); // and does nothing
        QVERIFY(m_window->action(ActionId::ShowConnections)->isVisible());
        QVERIFY(label(u"accountsEmpty"_s)->isVisible());
        QCOMPARE(m_accounts->refreshes, 1);
    }

    void atTheStart_thePositionsAreInFront()
    {
        MainWindow fresh(*m_desk);
        fresh.addAccounts(*m_accounts);
        fresh.show();
        QVERIFY(QTest::qWaitForWindowExposed(&fresh));
        QTRY_VERIFY(!fresh.findChild<QDockWidget *>(u"positionsDock"_s)->visibleRegion().isEmpty());
        QVERIFY(fresh.findChild<QDockWidget *>(u"connectionsDock"_s)->visibleRegion().isEmpty());
        fresh.closeNow();
    }

    void aCard_tellsHowTheAccountStands()
    {
        VenueAccountRow row = anAccount();
        m_accounts->put(listOf(row));
        QVERIFY(!label(u"accountsEmpty"_s)->isVisible());
        QCOMPARE(label(u"accountName"_s)->text(), u"main"_s);
        QVERIFY(label(u"accountPlace"_s)->text().contains(u"test money"_s));
        QCOMPARE(accountLamp(row), (std::pair{Lamp::State::Off, u"not tested"_s}));
        QCOMPARE(label(u"accountLatency"_s)->text(), u"–"_s);
        row.connection = Connection::Connected;
        row.isTraded = true;
        row.latencyMs = 41;
        row.clockOffsetMs = -720;
        row.weightShare = 0.85;
        row.areRightsKnown = row.canTrade = true;
        row.isRealMoney = true;
        m_accounts->put(listOf(row));
        QCOMPARE(label(u"accountLatency"_s)->text(), u"41 ms"_s);
        QCOMPARE(label(u"accountOffset"_s)->property("tone").toString(), u"warning"_s); // more than half a second
        QCOMPARE(label(u"accountWeight"_s)->text(), u"85 %"_s);
        QCOMPARE(label(u"accountWeight"_s)->property("tone").toString(), u"warning"_s);
        QCOMPARE(label(u"accountRights"_s)->text(), u"trade, no withdrawal"_s);
        QVERIFY(label(u"accountPlace"_s)->text().contains(u"real money"_s));
        QCOMPARE(label(u"accountState"_s)->text(), u"LIVE"_s);
        QVERIFY(!button(u"accountRemove"_s)->isEnabled());
        row.error = u"the connection <b>broke</b>"_s;
        m_accounts->put(listOf(row));
        QCOMPARE(label(u"accountError"_s)->text(), row.error);
        QCOMPARE(label(u"accountError"_s)->textFormat(), Qt::PlainText); // FAULTS H06
        m_accounts->put({});
        QTRY_VERIFY(m_window->findChildren<AccountCard *>().isEmpty());
    }

    void addingAsksForAllThatIsNeeded_andKeepsTheSecretUnseen()
    {
        VenueAccountList list = listOf(anAccount());
        list.rows.clear();
        list.isVaultNew = true;
        m_accounts->put(list);
        click(button(u"accountAdd"_s));
        auto *dialog = m_window->findChild<QDialog *>(u"addAccountDialog"_s);
        QVERIFY(dialog && !dialog->isModal()); // the kill switch stays in reach
        auto *go = dialog->findChild<QPushButton *>(u"newAdd"_s);
        QCOMPARE(dialog->findChild<QComboBox *>(u"newPlace"_s)->currentData().toString(), u"testnet"_s); // never real money by default
        QVERIFY(!line(u"newAddress"_s)->isVisible());
        type(u"newName"_s, u"main"_s);
        type(u"newKey"_s, u"the-key"_s);
        type(u"newSecret"_s, u"the-secret"_s);
        QCOMPARE(line(u"newSecret"_s)->echoMode(), QLineEdit::Password);
        QVERIFY(!go->isEnabled());
        type(u"newPassphrase"_s, u"short"_s);
        QVERIFY(label(u"newProblem"_s)->text().contains(u"8 characters"_s));
        type(u"newPassphrase"_s, u" but long"_s);
        QVERIFY(!go->isEnabled());
        type(u"newPassphraseAgain"_s, u"short but long"_s);
        QVERIFY(go->isEnabled());
        click(go);
        QCOMPARE(m_accounts->asked.back().what, u"add"_s);
        QCOMPARE(m_accounts->asked.back().words, (QStringList{u"main"_s, u"testnet"_s, u"the-key"_s}));
        QCOMPARE(m_accounts->asked.back().secret, QByteArray("the-secret"));
        QCOMPARE(m_accounts->asked.back().passphrase, QByteArray("short but long"));
        QVERIFY(!go->isEnabled()); // one request at a time
        m_accounts->answer(false, u"the key has the right to withdraw; make one without it"_s);
        QVERIFY(dialog->isVisible());
        QVERIFY(label(u"newProblem"_s)->text().contains(u"withdraw"_s));
        click(go);
        m_accounts->answer(true, u"account main is added"_s);
        QTRY_VERIFY(!m_window->findChild<QDialog *>(u"addAccountDialog"_s));
    }

    void aPastedPrivateKey_getsItsLinesBack()
    {
        const QString body = u"MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"_s;
        const QString flat = u"-----BEGIN PRIVATE KEY-----\u2028"_s + body + u" \u2028-----END PRIVATE KEY-----"_s;
        QCOMPARE(secretOfLine(flat), ("-----BEGIN PRIVATE KEY-----\n" + body.toLatin1() + "\n-----END PRIVATE KEY-----\n"));
        QCOMPARE(secretOfLine(u" plain "_s), QByteArray("plain"));
    }

    void armingShowsTheLimits_andWantsTheSentence() // FAULTS U07
    {
        m_accounts->put(listOf(anAccount()));
        QVERIFY(!button(u"accountLive"_s)->isVisible());
        QVERIFY(!button(u"accountDisarm"_s)->isVisible());
        click(button(u"accountArm"_s));
        auto *dialog = m_window->findChild<QDialog *>(u"armDialog"_s);
        QVERIFY(dialog && !dialog->isModal());
        const auto *limits = dialog->findChild<QTableView *>(u"armLimits"_s)->model();
        QCOMPARE(limits->rowCount(), 2);
        QCOMPARE(limits->index(0, 1).data().toString(), u"3"_s);
        auto *go = dialog->findChild<QPushButton *>(u"armDeed"_s);
        type(u"armTyped"_s, u"live main"_s);
        QVERIFY(!go->isEnabled());
        line(u"armTyped"_s)->clear();
        type(u"armTyped"_s, u"LIVE main"_s);
        QVERIFY(go->isEnabled());
        click(go);
        QCOMPARE(m_accounts->asked.back().words, (QStringList{u"main"_s, u"LIVE main"_s}));
        m_accounts->answer(true, u"armed"_s);
        QTRY_VERIFY(!m_window->findChild<QDialog *>(u"armDialog"_s));
    }

    void anArmedAccount_goesLiveWithThePassphrase_andIsDisarmedWithoutAQuestion()
    {
        VenueAccountRow row = anAccount();
        row.armedUntil = Timestamp::fromSeconds(1'000);
        m_accounts->put(listOf(row));
        QVERIFY(!button(u"accountArm"_s)->isVisible());
        QVERIFY(label(u"accountState"_s)->text().startsWith(u"ARMED"_s));
        click(button(u"accountLive"_s));
        type(u"passphrase"_s, u"correct horse"_s);
        QCOMPARE(line(u"passphrase"_s)->echoMode(), QLineEdit::Password);
        click(m_window->findChild<QPushButton *>(u"passphraseDeed"_s));
        QCOMPARE(m_accounts->asked.back().what, u"live"_s);
        QCOMPARE(m_accounts->asked.back().passphrase, QByteArray("correct horse"));
        click(button(u"accountDisarm"_s));
        QCOMPARE(m_accounts->asked.back().what, u"disarm"_s);
        row.armedUntil = {};
        row.isTraded = true;
        row.connection = Connection::Down;
        m_accounts->put(listOf(row));
        QVERIFY(button(u"accountTest"_s)->isVisible());
        QVERIFY(!button(u"accountDisarm"_s)->isHidden());
        QVERIFY(button(u"accountDisarm"_s)->isVisible());
        QVERIFY(button(u"accountDisarm"_s)->isEnabled());
        row.connection = Connection::Busy;
        m_accounts->put(listOf(row));
        QVERIFY(button(u"accountDisarm"_s)->isEnabled()); // whatever else is being done
        row.store = u"keychain"_s;
        row.connection = Connection::Connected;
        m_accounts->put(listOf(row));
        click(button(u"accountTest"_s)); // no passphrase to ask for
        QCOMPARE(m_accounts->asked.back().what, u"test"_s);
    }

    void removingAsksOnce() // U46
    {
        VenueAccountRow row = anAccount();
        row.store = u"keychain"_s;
        m_accounts->put(listOf(row));
        click(button(u"accountRemove"_s));
        QVERIFY(m_accounts->asked.empty());
        click(m_window->findChild<QPushButton *>(u"confirmDeed"_s));
        QCOMPARE(m_accounts->asked.back().what, u"remove"_s);
    }

    void symbolsAreSearchedAndChosen()
    {
        m_accounts->put(listOf(anAccount()));
        click(button(u"accountSymbols"_s));
        QCOMPARE(m_accounts->asked.back().words, (QStringList{u"main"_s, QString()}));
        m_accounts->find({{u"BTCUSDT"_s, u"BTC / USDT"_s, u"TRADING"_s, true, true},
                          {u"DOGEUSDT"_s, u"DOGE / USDT"_s, u"TRADING"_s, false, true},
                          {u"BTCEUR"_s, u"BTC / EUR"_s, u"TRADING"_s, false, false}});
        auto *dialog = m_window->findChild<QDialog *>(u"symbolsDialog"_s);
        auto *toggle = dialog->findChild<QPushButton *>(u"symbolToggle"_s);
        QCOMPARE(toggle->text(), u"Leave BTCUSDT"_s);
        auto *table = dialog->findChild<QTableView *>(u"symbolTable"_s);
        table->selectRow(2);
        QVERIFY(!toggle->isEnabled()); // counted in another currency
        type(u"symbolWords"_s, u"doge"_s);
        QTRY_COMPARE(m_accounts->asked.back().words, (QStringList{u"main"_s, u"doge"_s}));
        m_accounts->find({{u"DOGEUSDT"_s, u"DOGE / USDT"_s, u"TRADING"_s, false, true}});
        QTest::keyClick(line(u"symbolWords"_s), Qt::Key_Return);
        QCOMPARE(m_accounts->asked.back().what, u"watch"_s);
        QCOMPARE(m_accounts->asked.back().words, QStringList{u"DOGEUSDT"_s});
        m_accounts->answer(true, u"live desks watch DOGEUSDT"_s);
        QCOMPARE(m_accounts->asked.back().what, u"find"_s); // the list is read anew
        m_accounts->answer(false, u"no way to the venue"_s);
        QCOMPARE(label(u"symbolProblem"_s)->text(), u"no way to the venue"_s);
    }

private:
    QLabel *label(const QString &name) const { return m_window->findChild<QLabel *>(name); }
    QLineEdit *line(const QString &name) const { return m_window->findChild<QLineEdit *>(name); }
    QPushButton *button(const QString &name) const { return m_window->findChild<QPushButton *>(name); }
    void type(const QString &name, const QString &text)
    {
        QTest::keyClicks(line(name), text);
    }
    void click(QPushButton *button)
    {
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<FakeAccounts> m_accounts;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
