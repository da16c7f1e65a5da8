#pragma once

#include <QFrame>
#include <QPushButton>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace bellwether {

/// A button that says which symbols are chosen and opens a list to choose from: Return or a click takes one alone, Space
/// or the box in front takes several.
class SymbolPicker final : public QPushButton {
    Q_OBJECT
public:
    explicit SymbolPicker(QWidget *parent = nullptr);

    /// Choices by their id; what was chosen and is still there stays. Nothing chosen becomes the first.
    void setChoices(const QStringList &ids);
    const QStringList &choices() const { return m_choices; }
    QStringList chosen() const { return m_chosen; }
    /// Ids that are no choice are left out.
    void setChosen(const QStringList &ids);
    void openList();

Q_SIGNALS:
    void chosenChanged();

private:
    void fillList();
    void filterList(const QString &text);
    void takeChecks();
    void takeAlone(const QListWidgetItem *item);
    void checkAll(bool isOn);
    void showChosen();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QStringList m_choices;
    QStringList m_chosen;
    QFrame *m_popup;
    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace bellwether
