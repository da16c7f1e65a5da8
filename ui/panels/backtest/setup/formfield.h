#pragma once

#include <QWidget>

class QLabel;

namespace bellwether {

/// An editor of a form with room under it for what is wrong with its value.
class FormField final : public QWidget {
    Q_OBJECT
public:
    explicit FormField(QWidget *editor, QWidget *parent = nullptr);
    /// `before` stands left of the editor: the kind of what is typed.
    FormField(QWidget *before, QWidget *editor, QWidget *parent);

    QWidget *editor() const { return m_editor; }
    /// Marks the editor and says why; an empty text takes the mark away.
    void setTrouble(const QString &text);
    bool hasTrouble() const { return m_hasTrouble; }
    QString trouble() const;

private:
    QWidget *m_editor;
    QLabel *m_text;
    bool m_hasTrouble = false;
};

} // namespace bellwether
