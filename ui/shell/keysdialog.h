#pragma once

#include "ui/shell/keymap.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace bellwether {

/// The cheat sheet: every command with its key, by part of the window, and the keys and mouse of the chart. A key can be
/// changed here; one that another command has is refused by its name.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    KeysDialog(KeyMap keys, QWidget *parent);
    /// Scrolls to the commands of one part.
    void showScope(ActionScope scope);

Q_SIGNALS:
    void keysChanged(const bellwether::KeyMap &keys);

private:
    void fill();
    void fillChart();
    void filter(const QString &words);
    void chooseCurrent();
    void change(const QKeySequence &key);
    void publish();
    std::optional<ActionId> current() const;

    KeyMap m_keys;
    QTreeWidget *m_tree;
    QLabel *m_chosen;
    QKeySequenceEdit *m_key;
    QPushButton *m_set;
    QPushButton *m_none;
    QPushButton *m_reset;
    QLabel *m_problem;
};

} // namespace bellwether
