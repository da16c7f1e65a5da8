#pragma once

#include "core/base/settings.h"
#include "ui/shell/actions.h"

#include <map>

namespace bellwether {

/// The keys of the commands: those of the table, unless the trader chose others. A key belongs to one command, and keys
/// that the chart uses belong to the chart.
class KeyMap {
public:
    /// Reads `ui.key_<command>` of every command. What cannot be read, or is given twice, keeps the key of the table.
    static KeyMap fromSettings(const QMap<QString, QString> &values);
    static QString settingKey(const ActionSpec &spec);

    QKeySequence keyOf(ActionId id) const;
    /// As written to the settings: portable text, `none` for no key, empty for that of the table.
    QString settingOf(ActionId id) const;
    bool isChanged(ActionId id) const { return m_own.contains(id); }
    /// Gives a command a key; an empty one takes its key away. Errors: Conflict naming the owner of the key.
    Result<void> set(ActionId id, const QKeySequence &key);
    void reset(ActionId id);
    void resetAll() { m_own.clear(); }

    bool operator==(const KeyMap &) const = default;

private:
    /// Who owns the key beside the command itself, in words; empty where nobody does.
    QString ownerOf(const QKeySequence &key, ActionId except) const;
    std::map<ActionId, QKeySequence> m_own;
};

} // namespace bellwether
