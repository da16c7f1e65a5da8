#pragma once

#include "app/composition/livedesk.h"
#include "core/secrets/vaultfile.h"
#include "tests/core/exchange/venuethread.h"

#include <QTemporaryDir>

namespace bellwether::test {

using namespace bellwether::exchange;
using namespace Qt::StringLiterals;

inline const QByteArray canary("canary-secret-0123456789");
inline constexpr VaultFile::Cost cheap{1, 8'192};

inline AccountKeys keysOf(const QString &name, bool canWithdraw)
{
    AccountKeys keys;
    keys.name = name;
    keys.apiKey = name.toLatin1() + "-key";
    keys.secret = canary;
    keys.canWithdraw = canWithdraw;
    return keys;
}

inline SecretBytes passphrase() { return SecretBytes(QByteArray("correct horse")); }

/// A profile beside a stand-in venue that knows two accounts: bob may trade, eve may withdraw as well.
struct Bed {
    Bed()
    {
        profile.folder = folder.path();
        settings.override(u"accounts.store"_s, u"vault"_s);
        settings.override(u"live.symbols"_s, u"BTCUSDT"_s);
        settings.override(u"risk.min_liquidity"_s, u"0"_s); // the stand-in has no past
        settings.override(u"strategies.enabled"_s, u"sma_crossover"_s);
        venue.run([this] {
            const auto bob = venue.loopback->venue.addAccount(keysOf(u"bob"_s, false));
            venue.loopback->venue.engine().deposit(bob, u"USDT"_s, units(u"100000"_s));
            venue.loopback->venue.addAccount(keysOf(u"eve"_s, true));
            account = bob;
        });
        venue.print(u"100"_s);
    }
    Result<binance::AccountCheck> add(const QString &name, const QString &key)
    {
        auto vault = VaultFile::open(profile.folder + u"/keys.vault"_s, passphrase(), cheap);
        AccountRecord record;
        record.name = name;
        record.venue = u"binance"_s;
        record.endpoint = venue.address();
        record.apiKey = key;
        return addAccount(profile, record, **vault, SecretBytes(QByteArray(canary)));
    }
    AccountRecord record() const { return *AccountBook::load(profile)->find(u"bob"_s); }
    Result<void> arm() const
    {
        const Arming arming(profile, settings, record());
        return arming.arm(arming.sentence(), SystemClock().now());
    }
    static DeskRequest request()
    {
        DeskRequest request;
        request.liveAccount = u"bob"_s;
        return request;
    }
    Result<std::unique_ptr<LiveRunnableDesk>> open() const
    {
        return openLiveDesk(profile, settings, request(), [] { return passphrase(); });
    }
    /// Rules of a fault script from now on; none for none.
    void play(const QByteArray &rules)
    {
        venue.run([&] { venue.loopback->play(rules); });
    }

    QTemporaryDir folder;
    Profile profile;
    Settings settings;
    VenueThread venue;
    AccountNumber account = 0;
};

inline bool isTrusted(const TradingDesk &desk) { return desk.snapshot() && desk.snapshot()->venue.isReconciled && desk.snapshot()->venue.readings > 0; }

} // namespace bellwether::test
