#include "app/composition/localaccounts.h"

#include "core/brokers/binance/historyloader.h"
#include "core/secrets/vaultfile.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr Duration venuePatience = std::chrono::seconds(15);
constexpr std::size_t symbolsShown = 200;

QString masked(const QString &key) { return key.size() < 12 ? u"…"_s : key.left(4) + u"…"_s + key.right(4); }

double msOf(Duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

bool isRealMoney(const QString &endpoint)
{
    if (endpoint == u"production")
        return true;
    if (binance::Endpoints::names().contains(endpoint))
        return false;
    const auto endpoints = binance::Endpoints::of(endpoint);
    const QString host = endpoints ? endpoints->rest.host() : QString();
    return host != u"127.0.0.1" && host != u"localhost" && host != u"::1";
}

VenueAccountRow rowOf(const AccountRecord &record, const Session &session)
{
    const Arming arming(session.profile, session.settings, record);
    VenueAccountRow row;
    row.name = record.name;
    row.venue = record.venue;
    row.endpoint = record.endpoint;
    row.keyHint = masked(record.apiKey);
    row.store = record.store;
    row.addedAt = record.addedAt;
    row.isRealMoney = isRealMoney(record.endpoint);
    row.sentence = arming.sentence();
    row.armedUntil = arming.armedUntil(SystemClock().now());
    return row;
}

Result<AccountRecord> recordOf(const Session &session, const QString &name)
{
    const auto book = AccountBook::load(session.profile);
    return book ? book->find(name) : failure(book.error());
}

std::vector<VenueSymbol> matching(const binance::ExchangeRules &rules, const QString &words, const QStringList &watched, Currency currency)
{
    const QStringList wanted = words.toUpper().split(u' ', Qt::SkipEmptyParts);
    std::vector<VenueSymbol> found;
    for (const auto &[symbol, rule] : rules.symbols) {
        const QString name = rule.instrument.name.toUpper();
        if (!std::ranges::all_of(wanted, [&](const QString &word) { return symbol.contains(word) || name.contains(word); }))
            continue;
        found.push_back({symbol, rule.instrument.name, rule.status, watched.contains(symbol), rule.isTrading() && rule.instrument.currency == currency});
    }
    std::ranges::sort(found, [&](const VenueSymbol &a, const VenueSymbol &b) {
        const auto place = [&](const VenueSymbol &one) {
            const bool isStart = !wanted.isEmpty() && one.symbol.startsWith(wanted.front());
            return std::tuple(!one.isPossible, !isStart, one.symbol.size(), one.symbol);
        };
        return place(a) < place(b);
    });
    found.resize(std::min(found.size(), symbolsShown));
    return found;
}

} // namespace

LocalAccounts::LocalAccounts(OpenSession session) : m_session(std::move(session))
{
    m_pool.setObjectName(u"accounts"_s);
    m_pool.setMaxThreadCount(1);
    connect(&m_watch, &QTimer::timeout, this, &LocalAccounts::watch);
    m_watch.start(std::chrono::seconds(1));
}

LocalAccounts::~LocalAccounts()
{
    *m_cancellation = true;
    m_pool.waitForDone();
}

void LocalAccounts::refresh() { read(); }

LocalAccounts::Job LocalAccounts::start(const QString &name, std::function<Answer()> work)
{
    const Job job = ++m_lastJob;
    if (!name.isEmpty())
        ++m_known[name].jobs;
    m_pool.start([this, job, name, work = std::move(work)] {
        Answer answer;
        try {
            answer = work();
        } catch (const std::exception &exception) {
            answer = {false, QString::fromUtf8(exception.what())};
        }
        QMetaObject::invokeMethod(this, [this, job, name, answer] { settle(job, name, answer); }, Qt::QueuedConnection);
    });
    read();
    return job;
}

void LocalAccounts::settle(Job job, const QString &name, const Answer &answer)
{
    if (!name.isEmpty()) {
        Known &known = m_known[name];
        --known.jobs;
        known.error = answer.isDone ? QString() : answer.text;
    }
    read();
    Q_EMIT answered(job, answer.isDone, answer.text);
}

void LocalAccounts::remember(const QString &name, const Result<binance::AccountCheck> &check)
{
    QMetaObject::invokeMethod(this, [this, name, check] {
        Known &known = m_known[name];
        known.checkedAt = SystemClock().now();
        if (check)
            known.check = *check;
        known.connection = check                                        ? Connection::Answered
                           : check.error().code == ErrorCode::Denied ? Connection::Refused
                                                                     : Connection::Unreachable;
    }, Qt::QueuedConnection);
}

LocalAccounts::Job LocalAccounts::add(const QString &name, const QString &endpoint, const QString &apiKey, QByteArray secret, QByteArray passphrase)
{
    AccountRecord record;
    record.name = name.trimmed();
    record.venue = u"binance"_s;
    record.endpoint = endpoint.trimmed();
    record.apiKey = apiKey.trimmed();
    record.addedAt = SystemClock().now();
    // Shared, since a function that is kept must be copyable; the bytes are wiped with the last of them.
    const auto key = std::make_shared<SecretBytes>(std::move(secret));
    const auto opener = std::make_shared<SecretBytes>(std::move(passphrase));
    return start({}, [this, record, key, opener]() -> Answer {
        const auto session = m_session();
        if (!session)
            return {false, session.error().detail};
        const auto kind = secretStoreKind(session->settings);
        if (!kind)
            return {false, kind.error().detail};
        auto store = openSecretStore(session->profile, *kind, *opener);
        if (!store)
            return {false, store.error().detail};
        const auto check = addAccount(session->profile, record, **store, *key, m_cancellation);
        if (!check)
            return {false, check.error().detail};
        remember(record.name, check);
        return {true, u"account %1 is added: its key may trade and may not withdraw"_s.arg(record.name)};
    });
}

LocalAccounts::Job LocalAccounts::test(const QString &name, QByteArray passphrase)
{
    const auto opener = std::make_shared<SecretBytes>(std::move(passphrase));
    return start(name, [this, name, opener]() -> Answer {
        const auto session = m_session();
        const auto record = session ? recordOf(*session, name) : failure(session.error());
        if (!record)
            return {false, record.error().detail};
        auto store = openSecretStore(session->profile, record->store, *opener);
        if (!store)
            return {false, store.error().detail};
        const auto check = checkAccess(*record, **store, m_cancellation);
        remember(name, check);
        return check ? Answer{true, u"the venue gives access: the key may trade and may not withdraw"_s} : Answer{false, check.error().detail};
    });
}

LocalAccounts::Job LocalAccounts::remove(const QString &name, QByteArray passphrase)
{
    const auto opener = std::make_shared<SecretBytes>(std::move(passphrase));
    const bool isTraded = m_running && m_running->name == name;
    return start(name, [this, name, opener, isTraded]() -> Answer {
        if (isTraded)
            return {false, u"the desk of this window trades account %1"_s.arg(name)};
        const auto session = m_session();
        const auto record = session ? recordOf(*session, name) : failure(session.error());
        if (!record)
            return {false, record.error().detail};
        std::ignore = Arming(session->profile, session->settings, *record).disarm();
        auto store = openSecretStore(session->profile, record->store, *opener);
        if (!store)
            return {false, store.error().detail};
        if (const auto removed = removeAccount(session->profile, name, store->get()); !removed)
            return {false, removed.error().detail};
        QMetaObject::invokeMethod(this, [this, name] { m_known[name].check.reset(); }, Qt::QueuedConnection);
        return {true, u"account %1 and its secret are removed; its journal stays"_s.arg(name)};
    });
}

LocalAccounts::Job LocalAccounts::arm(const QString &name, const QString &typed)
{
    return start(name, [this, name, typed]() -> Answer {
        const auto session = m_session();
        const auto record = session ? recordOf(*session, name) : failure(session.error());
        if (!record)
            return {false, record.error().detail};
        if (const auto limits = RiskLimits::fromSettings(session->settings); !limits)
            return {false, limits.error().detail};
        if (const auto armed = Arming(session->profile, session->settings, *record).arm(typed, SystemClock().now()); !armed)
            return {false, armed.error().detail};
        return {true, u"account %1 is armed for one start within %2 minutes"_s.arg(name).arg(Arming::validFor.count())};
    });
}

LocalAccounts::Job LocalAccounts::disarm(const QString &name)
{
    const bool isTraded = m_running && m_running->name == name && m_running->disarm;
    if (isTraded) {
        m_running->disarm(u"by the trader"_s); // at once, whatever the disk does
        m_known[name].isDisarmed = true;
    }
    return start(name, [this, name, isTraded]() -> Answer {
        const auto session = m_session();
        const auto record = session ? recordOf(*session, name) : failure(session.error());
        if (!record)
            return {false, record.error().detail};
        if (const auto gone = Arming(session->profile, session->settings, *record).disarm(); !gone)
            return {false, gone.error().detail};
        return {true, isTraded ? u"account %1 is disarmed: no new risk leaves, reductions do"_s.arg(name) : u"account %1 is disarmed"_s.arg(name)};
    });
}

LocalAccounts::Job LocalAccounts::goLive(const QString &name, QByteArray passphrase)
{
    const auto opener = std::make_shared<SecretBytes>(std::move(passphrase));
    return start(name, [this, name, opener]() -> Answer {
        const auto session = m_session();
        const auto record = session ? recordOf(*session, name) : failure(session.error());
        if (!record)
            return {false, record.error().detail};
        if (const auto armed = Arming(session->profile, session->settings, *record).check(SystemClock().now()); !armed)
            return {false, armed.error().detail};
        // A wrong passphrase shall not cost the arming.
        auto store = openSecretStore(session->profile, record->store, *opener);
        if (!store)
            return {false, store.error().detail};
        if (const auto access = openAccount(*record, **store); !access)
            return {false, access.error().detail};
        QMetaObject::invokeMethod(this, [this, name, opener] { Q_EMIT liveWanted(name, opener); }, Qt::QueuedConnection);
        return {true, u"opening the live desk of account %1"_s.arg(name)};
    });
}

LocalAccounts::Job LocalAccounts::findSymbols(const QString &name, const QString &words)
{
    const Job job = m_lastJob + 1;
    return start({}, [this, job, name, words]() -> Answer {
        const auto session = m_session();
        const auto record = session ? recordOf(*session, name) : failure(session.error());
        if (!record)
            return {false, record.error().detail};
        auto &rules = m_rules[record->endpoint]; // one job at a time
        if (!rules) {
            const auto endpoints = binance::Endpoints::of(record->endpoint);
            if (!endpoints)
                return {false, endpoints.error().detail};
            auto read = binance::HistoryLoader(*endpoints, venuePatience, m_cancellation).exchangeRules();
            if (!read)
                return {false, read.error().detail};
            rules = std::make_shared<const binance::ExchangeRules>(*std::move(read));
        }
        const auto found = matching(*rules, words, liveSymbols(session->settings), liveCurrency(session->settings));
        QMetaObject::invokeMethod(this, [this, job, found] { Q_EMIT symbolsFound(job, found); }, Qt::QueuedConnection);
        return {true, {}};
    });
}

LocalAccounts::Job LocalAccounts::watchSymbol(const QString &symbol, bool isWatched)
{
    return start({}, [this, symbol, isWatched]() -> Answer {
        const auto session = m_session();
        if (!session)
            return {false, session.error().detail};
        QStringList symbols = liveSymbols(session->settings);
        symbols.removeAll(symbol);
        if (isWatched)
            symbols.append(symbol);
        if (symbols.isEmpty())
            return {false, u"a live desk needs a symbol"_s};
        if (const auto saved = saveLiveSymbols(session->settingsPath, symbols); !saved)
            return {false, saved.error().detail};
        return {true, isWatched ? u"live desks watch %1 from their next start on"_s.arg(symbol) : u"live desks leave %1 from their next start on"_s.arg(symbol)};
    });
}

// The book, the armings and the limits come from the disk; what is known beside them is put in on the way back.
void LocalAccounts::read()
{
    m_pool.start([this, store = m_store] {
        auto list = std::make_shared<VenueAccountList>();
        list->endpoints = binance::Endpoints::names();
        list->passphraseMin = int(VaultFile::passphraseMin);
        list->store = store;
        if (const auto session = m_session()) {
            if (list->store.isEmpty())
                list->store = secretStoreKind(session->settings).value_or(u"vault"_s);
            list->isVaultNew = !hasVault(session->profile);
            if (const auto book = AccountBook::load(session->profile)) {
                for (const AccountRecord &record : book->all())
                    list->rows.push_back(rowOf(record, *session));
            } else {
                list->trouble = book.error().detail;
            }
            if (const auto limits = RiskLimits::fromSettings(session->settings)) {
                for (const RiskLimits::Entry &entry : limits->entries())
                    list->limits.push_back({entry.key.toString(), entry.help.toString(), entry.value});
            } else {
                list->trouble = limits.error().detail;
            }
        } else {
            list->trouble = session.error().detail;
        }
        QMetaObject::invokeMethod(this, [this, list] {
            m_store = list->store;
            for (VenueAccountRow &row : list->rows) {
                const Known &known = m_known[row.name];
                row.connection = known.jobs > 0 ? Connection::Busy : known.connection;
                row.error = known.error;
                row.checkedAt = known.checkedAt;
                row.isDisarmed = known.isDisarmed;
                if (known.check) {
                    row.areRightsKnown = true;
                    row.canTrade = known.check->canTrade;
                    row.canWithdraw = known.check->canWithdraw;
                    row.isAddressBound = known.check->isIpRestricted;
                    row.warnings = QStringList(known.check->warnings.begin(), known.check->warnings.end());
                    row.latencyMs = msOf(known.check->latency);
                    row.clockOffsetMs = msOf(known.check->clockOffset);
                    for (const binance::VenueBalance &balance : known.check->account.balances) {
                        if (const Quantity total = balance.free + balance.locked; !total.isZero())
                            row.balances.emplace_back(balance.asset, toString(total));
                    }
                }
                takeRunning(row);
            }
            if (*list == *m_list)
                return;
            m_list = list;
            Q_EMIT changed();
        }, Qt::QueuedConnection);
    });
}

void LocalAccounts::takeRunning(VenueAccountRow &row) const
{
    if (!m_running || m_running->name != row.name)
        return;
    row.isTraded = true;
    if (!m_running->status) {
        row.connection = Connection::Connecting;
        return;
    }
    const binance::SessionStatus status = m_running->status();
    using State = VenueConnection::State;
    switch (status.connection.state) {
    case State::Connecting: row.connection = Connection::Connecting; break;
    case State::Connected: row.connection = Connection::Connected; break;
    case State::Down: row.connection = Connection::Down; break;
    case State::Suspended: row.connection = Connection::Suspended; break;
    }
    row.suspendedUntil = status.connection.until;
    if (!status.connection.reason.isEmpty())
        row.error = status.connection.reason;
    // In steps that an eye can follow: a table that changes in each digit tells nothing.
    row.latencyMs = std::round(msOf(status.latency) * 10) / 10;
    row.clockOffsetMs = std::round(msOf(status.clockOffset));
    row.weightShare = std::round(status.weightShare * 100) / 100;
    row.orderShare = std::round(status.orderShare * 100) / 100;
    row.unresolved = status.unresolved;
}

void LocalAccounts::setRunning(std::optional<Running> running)
{
    if (running && (!m_running || m_running->name != running->name))
        m_known[running->name].isDisarmed = false;
    m_running = std::move(running);
    read();
}

// What is traded moves by itself, and armings run out.
void LocalAccounts::watch()
{
    const bool isArmed = std::ranges::any_of(m_list->rows, [](const VenueAccountRow &row) { return row.armedUntil.isValid(); });
    if (m_running || isArmed)
        read();
}

} // namespace bellwether
