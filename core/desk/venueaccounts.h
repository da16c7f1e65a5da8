#pragma once

#include "core/base/timestamp.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace bellwether {

/// An account at a venue as a page of connections shows it. Figures that are not known are empty.
struct VenueAccountRow {
    enum class Connection {
        Untested,    ///< not asked since the program began
        Busy,        ///< something is being done with it: a test, an arming
        Answered,    ///< the last test passed
        Refused,     ///< the venue refuses the key, or the key may do too much
        Unreachable, ///< no answer, or none that can be trusted
        Connecting,  ///< the desk of this program trades it, and is on its way there
        Connected,
        Down,
        Suspended,   ///< the venue asked for silence
    };

    QString name;
    QString venue;
    QString endpoint;
    QString keyHint;            ///< first and last letters of the key
    QString store;              ///< of the secret: `keychain`, `vault`
    Timestamp addedAt;
    bool isRealMoney = true;    ///< no test network and no venue on this machine
    Connection connection = Connection::Untested;
    QString error;              ///< the last, one English line; stays until something works again
    Timestamp checkedAt;        ///< the last answer; invalid before the first
    Timestamp suspendedUntil;
    std::optional<double> latencyMs;
    std::optional<double> clockOffsetMs; ///< venue time minus the machine's
    std::optional<double> weightShare; ///< of the venue's request weight a minute, 1 is all
    std::optional<double> orderShare; ///< of its orders
    int unresolved = 0;         ///< orders whose fate is being asked for
    bool areRightsKnown = false;
    bool canTrade = false;
    bool canWithdraw = false;
    bool isAddressBound = false; ///< the key works from certain addresses alone
    QStringList warnings;
    std::vector<std::pair<QString, QString>> balances; ///< asset, amount
    QString sentence;           ///< to be typed to arm it
    Timestamp armedUntil;       ///< invalid: not armed
    bool isTraded = false;      ///< the desk of this program trades it live
    bool isDisarmed = false;    ///< likewise, and no new risk leaves any more

    bool operator==(const VenueAccountRow &) const = default;
};

/// All of them, and what a new one needs.
struct VenueAccountList {
    struct Limit {
        QString key;
        QString help;
        double value = 0;
        bool operator==(const Limit &) const = default;
    };
    std::vector<VenueAccountRow> rows;
    std::vector<Limit> limits;      ///< that a live desk would start under
    QStringList endpoints;          ///< by name, for a new account; an address is possible too
    QString store;                  ///< where a new secret goes: `keychain`, `vault`; empty while that is found out
    bool isVaultNew = false;        ///< its passphrase is chosen with the first account
    int passphraseMin = 8;
    QString trouble;                ///< why the list cannot be read; empty where it can

    bool operator==(const VenueAccountList &) const = default;
};
using VenueAccountListPtr = std::shared_ptr<const VenueAccountList>;

/// A listing of a venue, for a search.
struct VenueSymbol {
    QString symbol;
    QString name;               ///< `BTC / USDT`
    QString status;             ///< `TRADING` alone takes orders
    bool isWatched = false;     ///< a live desk watches it
    bool isPossible = false;    ///< quoted in the currency that the account is counted in, and trading
};

/// Accounts at venues as the window sees them. Lives on the thread of its user; every command returns at once, its work is
/// done elsewhere, and each is answered by exactly one answered(). Secrets go in and never come out.
class VenueAccounts : public QObject {
    Q_OBJECT
public:
    using Job = quint64;
    using QObject::QObject;

    /// Never null.
    virtual VenueAccountListPtr list() const = 0;
    /// Reads the list anew.
    virtual void refresh() = 0;
    /// Tests key and secret at the venue and keeps both where that went well; nothing after an error.
    virtual Job add(const QString &name, const QString &endpoint, const QString &apiKey, QByteArray secret, QByteArray passphrase) = 0;
    /// Asks the venue what the key may do. The passphrase is for a secret in a vault, here and below.
    virtual Job test(const QString &name, QByteArray passphrase) = 0;
    /// Forgets the account and its secret; its journal stays.
    virtual Job remove(const QString &name, QByteArray passphrase) = 0;
    /// Allows one live start within a quarter of an hour, after the sentence of the row was typed.
    virtual Job arm(const QString &name, const QString &typed) = 0;
    /// Takes an arming back; of an account that is traded, no new risk leaves from now on.
    virtual Job disarm(const QString &name) = 0;
    /// Takes the arming up: the desk of this window is replaced by that of the account.
    virtual Job goLive(const QString &name, QByteArray passphrase) = 0;
    /// Listings of the account's venue that contain all words, the shortest symbols first. Answered by symbolsFound().
    virtual Job findSymbols(const QString &name, const QString &words) = 0;
    /// Symbols that live desks watch and trade, from their next start on.
    virtual Job watchSymbol(const QString &symbol, bool isWatched) = 0;

Q_SIGNALS:
    void changed();
    /// `text` says what was done, or why not, as one English line.
    void answered(quint64 job, bool isDone, const QString &text);
    void symbolsFound(quint64 job, const std::vector<bellwether::VenueSymbol> &symbols);
};

} // namespace bellwether
