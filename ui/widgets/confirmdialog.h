#pragma once

#include <QDialog>

#include <functional>

class QCheckBox;
class QLineEdit;

namespace bellwether {

/// A question before something that cannot be taken back: what will happen, in numbers; a button that names the deed;
/// a way out that has the focus.
class ConfirmDialog : public QDialog {
    Q_OBJECT
public:
    struct Question {
        QString title;
        QString text;
        QString deed;        ///< text of the button
        QString option;      ///< a check box; none where empty
        bool isOptionOn = false;
        bool isHarmless = false; ///< the button is not that of a danger
        QString noteLabel;   ///< a line of text to give; none where empty, and needed where not
    };

    /// Opens beside the window, which goes on working: no question ever stands in the way of what reduces risk. `done` is called once with the option and the note when the deed is confirmed.
    static ConfirmDialog *ask(QWidget *parent, const Question &question,
                              std::function<void(bool isOptionOn, const QString &note)> done);

private:
    ConfirmDialog(QWidget *parent, const Question &question);
    QCheckBox *m_option = nullptr;
    QLineEdit *m_note = nullptr;
};

} // namespace bellwether
