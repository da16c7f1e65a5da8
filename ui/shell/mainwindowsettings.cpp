#include "ui/shell/mainwindow.h"

#include "ui/models/limittablemodel.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/shell/attention.h"
#include "ui/shell/language.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/uisettings.h"
#include "ui/widgets/confirmdialog.h"

#include <QMenu>

using namespace Qt::StringLiterals;

// Settings, layouts by name, and the language of the window.
namespace bellwether {

namespace {

const QStringList groupings{u"market"_s, u"lakh"_s, u"thousands"_s};
const QStringList timeZones{u"exchange"_s, u"utc"_s, u"local"_s};

std::vector<SettingSpec> windowSettings()
{
    std::vector<SettingSpec> specs;
    specs.emplace_back(uisettings::language, languageCodes());
    specs.emplace_back(uisettings::grouping, groupings);
    specs.emplace_back(uisettings::timeZone, timeZones);
    specs.emplace_back(uisettings::undoSeconds);
    specs.emplace_back(uisettings::sounds);
    specs.emplace_back(uisettings::oneClickIdle);
    specs.emplace_back(uisettings::cautionValue);
    specs.emplace_back(uisettings::cautionDistance);
    specs.emplace_back(uisettings::cautionLots);
    return specs;
}

} // namespace

void MainWindow::openSettings()
{
    std::vector<SettingSpec> specs = windowSettings();
    specs.insert(specs.end(), m_declared.begin(), m_declared.end());
    auto *dialog = new SettingsDialog(std::move(specs), m_store.values(), [this](const QMap<QString, QString> &changes) {
        auto saved = m_store.saveNow(changes);
        if (saved)
            applySettings(changes);
        return saved;
    }, this);
    dialog->show();
}

void MainWindow::applySettings(const QMap<QString, QString> &changes)
{
    m_queue->setHold(m_store.value(uisettings::undoSeconds) * 1'000);
    m_attention->setSounds(m_store.value(uisettings::sounds));
    readConsent();
    takeLimits(changes);
    // Texts and formats are made with the widgets: another language, grouping or clock is another window over the same desk.
    const std::array made{uisettings::language.key, uisettings::grouping.key, uisettings::timeZone.key};
    if (std::ranges::any_of(made, [&](QStringView key) { return changes.contains(key.toString()); }))
        QTimer::singleShot(0, this, [this] { Q_EMIT rebuildWanted(); });
    else
        say(tr("Settings saved."));
}

// Limits that were saved hold at once where that is tighter, or when the trader says so; else from the next start.
void MainWindow::takeLimits(const QMap<QString, QString> &changes)
{
    if (!m_snapshot)
        return;
    std::vector<LimitChange> limits;
    QStringList looser;
    for (const LimitRow &row : m_snapshot->limits) {
        const auto changed = changes.find(row.key.toString());
        bool isNumber = false;
        const double value = changed != changes.end() ? QLocale::c().toDouble(*changed, &isNumber) : 0;
        if (!isNumber || value == row.limit)
            continue;
        limits.push_back({row.key.toString(), value});
        if (row.isLooser(value))
            looser.append(LimitTableModel::nameOf(row));
    }
    if (limits.empty())
        return;
    if (looser.isEmpty()) {
        m_desk.setLimits(limits, false);
        return;
    }
    ConfirmDialog::ask(this,
                       {.title = tr("Loosen limits"),
                        .text = tr("More risk may pass: %1. The settings are saved and hold from the next start. They can hold from now on.").arg(looser.join(u", "_s)),
                        .deed = tr("Hold from now on")},
                       [this, limits](bool, const QString &) { m_desk.setLimits(limits, true); });
}

void MainWindow::chooseTimes(const QString &clock)
{
    if (clock == m_store.value(uisettings::timeZone))
        return;
    const QMap<QString, QString> change{{uisettings::timeZone.key.toString(), clock}};
    if (const auto saved = m_store.saveNow(change); !saved)
        say(saved.error().detail);
    else
        applySettings(change);
}

void MainWindow::askLayoutName()
{
    ConfirmDialog::ask(this,
                       {.title = tr("Keep this layout"),
                        .text = tr("The places of all panels are kept under a name; a layout of the same name is replaced."),
                        .deed = tr("Keep"),
                        .isHarmless = true,
                        .noteLabel = tr("Name of the layout")},
                       [this](bool, const QString &name) {
                           const auto saved = m_store.saveLayout(name, *this);
                           say(saved ? tr("Layout “%1” is kept.").arg(name) : saved.error().detail);
                       });
}

void MainWindow::fillLayoutMenu(QMenu *menu)
{
    menu->clear();
    menu->addAction(action(ActionId::SaveLayout));
    const QStringList names = m_store.layoutNames();
    if (names.isEmpty())
        return;
    menu->addSeparator();
    for (const QString &name : names) {
        menu->addAction(name, this, [this, name] {
            leaveBacktest();
            if (!m_store.showLayout(name, *this))
                say(tr("The layout “%1” does not fit this window.").arg(name));
            updateTitles();
        });
    }
    QMenu *gone = menu->addMenu(tr("Delete"));
    for (const QString &name : names) {
        gone->addAction(name, this, [this, name] {
            const auto done = m_store.deleteLayout(name);
            say(done ? tr("Layout “%1” is deleted.").arg(name) : done.error().detail);
        });
    }
}

} // namespace bellwether
