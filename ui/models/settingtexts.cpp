#include "ui/models/settingtexts.h"

#include <QCoreApplication>

#include <array>

namespace bellwether {

namespace {

// Settings are declared by the modules that read them, which know no translations: their words stand here again.
[[maybe_unused]] constexpr std::array words{
    QT_TRANSLATE_NOOP("Settings", "Limits to start from: conservative or active"),
    QT_TRANSLATE_NOOP("Settings", "Sizing: risk, percent, fixed, kelly or volatility"),
    QT_TRANSLATE_NOOP("Settings", "Signals may open short positions"),
    QT_TRANSLATE_NOOP("Settings", "Share of equity lost if the stop is hit"),
    QT_TRANSLATE_NOOP("Settings", "Share of equity for percent sizing"),
    QT_TRANSLATE_NOOP("Settings", "Share of the available cash one order may take"),
    QT_TRANSLATE_NOOP("Settings", "Gross exposure as a share of equity"),
    QT_TRANSLATE_NOOP("Settings", "Exposure to one sector as a share of equity"),
    QT_TRANSLATE_NOOP("Settings", "Loss since the start of the day that halts entries"),
    QT_TRANSLATE_NOOP("Settings", "Stop distance where a signal brings none"),
    QT_TRANSLATE_NOOP("Settings", "Target distance where a signal brings none"),
    QT_TRANSLATE_NOOP("Settings", "Lowest price of a symbol that may be entered"),
    QT_TRANSLATE_NOOP("Settings", "Lowest 20-day average traded value"),
    QT_TRANSLATE_NOOP("Settings", "Highest correlation with a held position"),
    QT_TRANSLATE_NOOP("Settings", "Value of one order as a share of equity"),
    QT_TRANSLATE_NOOP("Settings", "Units of one order"),
    QT_TRANSLATE_NOOP("Settings", "Distance of an order price from the last price"),
    QT_TRANSLATE_NOOP("Settings", "Price move since the signal at which approval is refused"),
    QT_TRANSLATE_NOOP("Settings", "Profit of the day, as a share of its first equity, from which it is locked; 0 never"),
    QT_TRANSLATE_NOOP("Settings", "Share of the day's best profit that halts entries when it is reached again"),
    QT_TRANSLATE_NOOP("Settings", "Signals below this confidence are not queued"),
    QT_TRANSLATE_NOOP("Settings", "Open positions"),
    QT_TRANSLATE_NOOP("Settings", "Open positions in one symbol"),
    QT_TRANSLATE_NOOP("Settings", "Day-trading positions are closed after this long; 0 never"),
    QT_TRANSLATE_NOOP("Settings", "Orders in any one second"),
    QT_TRANSLATE_NOOP("Settings", "Working orders"),
    QT_TRANSLATE_NOOP("Settings", "Identical orders within a minute"),
    QT_TRANSLATE_NOOP("Settings", "Age at which a price is stale"),
    QT_TRANSLATE_NOOP("Settings", "Losses in a row after which entries pause; 0 never"),
    QT_TRANSLATE_NOOP("Settings", "How long entries pause after the last of them"),
    QT_TRANSLATE_NOOP("Settings", "No new shorts this long before the close"),
    QT_TRANSLATE_NOOP("Settings", "Share of the full Kelly stake for Kelly sizing"),
    QT_TRANSLATE_NOOP("Settings", "Yearly volatility of one position as a share of equity, for volatility sizing"),
    QT_TRANSLATE_NOOP("Settings", "Gross exposure as a multiple of equity"),
    QT_TRANSLATE_NOOP("Settings", "Orders of each second that are kept for exits and stops"),
    QT_TRANSLATE_NOOP("Settings", "Closed trades of a strategy before Kelly sizing goes by them"),
    QT_TRANSLATE_NOOP("Settings", "Symbols that may be entered, with commas between them; * is every one"),
    QT_TRANSLATE_NOOP("Settings", "Symbols that are never entered, with commas between them"),
    QT_TRANSLATE_NOOP("Settings", "Seconds without a price of something held after which entries are halted; 0 never"),
    QT_TRANSLATE_NOOP("Settings", "Strategies whose waiting entries stay when the connection was gone, with commas between them"),
    QT_TRANSLATE_NOOP("Settings", "Seconds a signal waits; 0 is by its category"),
    QT_TRANSLATE_NOOP("Settings", "Arm auto-trading at start"),
    QT_TRANSLATE_NOOP("Settings", "Strategies that run, separated by commas"),
    QT_TRANSLATE_NOOP("Settings", "Bars that strategies decide on; by category with the scheduler"),
    QT_TRANSLATE_NOOP("Settings", "Strategies decide at the cadence of their category instead of on every bar"),
    QT_TRANSLATE_NOOP("Settings", "Strategies that may be running at once"),
    QT_TRANSLATE_NOOP("Settings", "A strategy that takes longer is stopped"),
    QT_TRANSLATE_NOOP("Settings", "Updates a second of each simulated symbol"),
    QT_TRANSLATE_NOOP("Settings", "Crypto-like symbols for a load test in place of those that ship; 0 is off"),
    QT_TRANSLATE_NOOP("Settings", "Days a daily backup of an account is kept"),
    QT_TRANSLATE_NOOP("Settings", "Where keys are kept: keychain, vault, or auto for the keychain where there is one"),
    QT_TRANSLATE_NOOP("Settings", "Symbols a live desk watches and trades"),
    QT_TRANSLATE_NOOP("Settings", "Currency a live account is counted in; its symbols are quoted in it"),
    QT_TRANSLATE_NOOP("Settings", "language of the window"),
    QT_TRANSLATE_NOOP("Settings", "digits grouped as the market does, by lakh and crore, or by thousands"),
    QT_TRANSLATE_NOOP("Settings", "clock of every time shown: that of the exchange, utc, or local"),
    QT_TRANSLATE_NOOP("Settings", "seconds in which a decision can be taken back"),
    QT_TRANSLATE_NOOP("Settings", "sound when a signal arrives or is about to expire"),
    QT_TRANSLATE_NOOP("Settings", "minutes without an order after which one-click trading disarms itself"),
    QT_TRANSLATE_NOOP("Settings", "ask about an order above this share of the equity even with one click; 0 is never"),
    QT_TRANSLATE_NOOP("Settings", "ask about an order further than this from the last price; 0 is never"),
    QT_TRANSLATE_NOOP("Settings", "ask about an order of more lots than this; 0 is never"),
};

} // namespace

QString settingText(QStringView help)
{
    QString text = QCoreApplication::translate("Settings", help.toUtf8().constData());
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace bellwether
