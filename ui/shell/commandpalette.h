#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace bellwether {

/// Finds and runs something by a few of its letters. Arrows choose, Enter runs, Esc leaves.
class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    struct Entry {
        QString text;
        QString detail;        ///< kind and key, at the right
        bool isEnabled = true;
        std::function<void()> run;
        QString english = {};  ///< found by this too, whatever the language of the window
    };

    CommandPalette(const Theme &theme, QString prompt, std::vector<Entry> entries, QWidget *parent);
    /// Shows it over the upper part of the parent with `typed` already there.
    void popup(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void match(const QString &typed);
    void runCurrent();

    const Theme &m_theme;
    std::vector<Entry> m_entries;
    QLineEdit *m_line;
    QListWidget *m_list;
    QLabel *m_nothing;
};

} // namespace bellwether
