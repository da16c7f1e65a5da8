#include "ui/shell/mainwindow.h"

#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/watchlist/watchlistpanel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/keysdialog.h"
#include "ui/shell/uisettings.h"

#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>

#include <set>

using namespace Qt::StringLiterals;

// Keys of the window: whose they are, where they go, and finding things by typing.
namespace bellwether {

namespace {

bool isPlainLetter(const QKeyEvent &event)
{
    return (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0 && event.text().size() == 1
        && event.text().front().isLetter();
}

} // namespace

void MainWindow::applyKeys()
{
    for (const ActionSpec &spec : allActions()) {
        QAction *each = action(spec.id);
        each->setShortcut(m_keys.keyOf(spec.id));
        // What takes risk away must work while a question or a floating panel has the keyboard.
        each->setShortcutContext(isRiskReducing(spec.id) ? Qt::ApplicationShortcut : Qt::WindowShortcut);
        const QString keys = each->shortcut().toString(QKeySequence::NativeText);
        each->setToolTip(keys.isEmpty() ? actionText(spec) : u"%1 (%2)"_s.arg(actionText(spec), keys));
    }
}

void MainWindow::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    for (const ActionSpec &spec : allActions())
        m_store.set(KeyMap::settingKey(spec), m_keys.settingOf(spec.id));
    applyKeys();
}

void MainWindow::showKeys(std::optional<ActionScope> scope)
{
    auto *dialog = new KeysDialog(m_keys, this);
    connect(dialog, &KeysDialog::keysChanged, this, &MainWindow::setKeys);
    dialog->show();
    if (scope)
        dialog->showScope(*scope);
}

ActionScope MainWindow::scopeOfFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto isIn = [focus](const QDockWidget *dock) { return focus && dock->isAncestorOf(focus); };
    if (isIn(m_docks.front()))
        return ActionScope::Signals;
    return isIn(m_docks[1]) ? ActionScope::Feed : ActionScope::Trading;
}

void MainWindow::openPalette(bool symbolsOnly, const QString &typed)
{
    std::vector<CommandPalette::Entry> entries;
    for (const Instrument &instrument : m_desk.instruments()) {
        const QString name = instrument.name.isEmpty() || instrument.name == instrument.symbol
            ? instrument.symbol
            : u"%1  %2"_s.arg(instrument.symbol, instrument.name);
        entries.push_back({name, tr("Symbol"), true, [this, id = instrument.id] { showInstrument(id); }});
    }
    if (!symbolsOnly) {
        for (const ActionSpec &spec : allActions()) {
            QAction *each = action(spec.id);
            const QString keys = each->shortcut().toString(QKeySequence::NativeText);
            entries.push_back({actionText(spec), keys.isEmpty() ? scopeText(spec.scope) : u"%1 · %2"_s.arg(scopeText(spec.scope), keys),
                               each->isEnabled(), [each] { each->trigger(); }, QString::fromLatin1(spec.text)});
        }
        constexpr std::array grids{QT_TR_NOOP("One chart"), QT_TR_NOOP("Two charts beside each other"), QT_TR_NOOP("Two charts under each other"),
                                   QT_TR_NOOP("Four charts")};
        for (std::size_t grid = 0; grid < grids.size(); ++grid)
            entries.push_back({tr(grids[grid]), tr("Chart"), true, [this, grid] { m_chart->setGrid(ChartPanel::Grid(grid)); }, QString::fromLatin1(grids[grid])});
        addStrategies(entries);
    }
    auto *palette = new CommandPalette(m_theme, symbolsOnly ? tr("Symbol") : tr("Command, symbol or strategy"), std::move(entries), this);
    palette->popup(typed);
}

void MainWindow::addStrategies(std::vector<CommandPalette::Entry> &entries)
{
    if (!m_snapshot || !m_snapshot->pendingSignals || !m_snapshot->signalHistory)
        return;
    // A strategy leads to what it has raised.
    std::set<QString> names;
    for (const auto &list : {m_snapshot->pendingSignals, m_snapshot->signalHistory}) {
        for (const SignalRow &row : *list)
            names.insert(row.strategy.toString());
    }
    for (const QString &name : names) {
        entries.push_back({name, tr("Strategy"), true, [this, name] {
                               showPanel(0);
                               m_queue->setFilter(name);
                           }});
    }
}

void MainWindow::showInstrument(const InstrumentId &id)
{
    m_chart->show(id);
    m_watch->select(id);
}

InstrumentId MainWindow::instrumentInHand() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (const QDockWidget *dock : m_docks) {
        if (!focus || !dock->isAncestorOf(focus))
            continue;
        if (const InstrumentId chosen = static_cast<Panel *>(dock->widget())->chosenInstrument(); !chosen.isEmpty())
            return chosen;
    }
    return m_chart->instrument();
}

bool MainWindow::event(QEvent *event)
{
    // On the chart a letter is the start of a symbol, even where it is a command elsewhere (U14).
    if (event->type() == QEvent::ShortcutOverride && m_chart && m_chart->isAncestorOf(QApplication::focusWidget())
        && isPlainLetter(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // A command that cannot run now keeps its letter all the same, except on the chart.
    const QKeySequence key(event->keyCombination());
    const bool isCommand = std::any_of(m_actions.begin(), m_actions.end(), [&](const QAction *each) { return each->shortcut() == key; })
        && !m_chart->isAncestorOf(QApplication::focusWidget());
    if (isPlainLetter(*event) && !event->isAutoRepeat() && !isCommand)
        openPalette(true, event->text());
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace bellwether
