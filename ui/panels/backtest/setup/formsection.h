#pragma once

#include "core/lab/labrequest.h"
#include "ui/panels/backtest/setup/formfield.h"

#include <QMap>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QToolButton;

namespace bellwether {

/// A part of the set-up form under a heading that folds it away. Knows the words of the request that it edits, checks what
/// it can by itself, and marks bad input at its field.
class FormSection : public QWidget {
    Q_OBJECT
public:
    static constexpr int labelWidth = 104;

    FormSection(const QString &name, const QString &title, QWidget *parent = nullptr);

    /// Its fields from the top, by the names that failures give them.
    virtual std::vector<FormField *> fields() const { return m_order; }
    virtual FormField *field(const LabFailure &failure) const { return m_fields.value(failure.field); }
    /// Marks what cannot be right.
    virtual void check() {}
    /// Writes what is set up into the request, and shows what is in one.
    virtual void read(LabRequest &request) const = 0;
    virtual void show(const LabRequest &request) = 0;

    bool isFolded() const;
    void setFolded(bool isFolded);

Q_SIGNALS:
    void changed();

protected:
    QLineEdit *addLine(const QString &name, const QString &label, const QString &placeholder, const QString &help);
    QComboBox *addChoice(const QString &name, const QString &label, std::initializer_list<std::pair<QString, QString>> choices,
                         const QString &help);
    /// A line with the kind of what is typed before it: `kind_` + `name` is the choice.
    std::pair<QComboBox *, QLineEdit *> addKindAndLine(const QString &name, const QString &label,
                                                       std::initializer_list<std::pair<QString, QString>> kinds, const QString &help);
    FormField *addField(const QString &name, const QString &label, QWidget *editor, const QString &help);
    /// A row without a label.
    void addRow(QWidget *widget);
    void setRowShown(QWidget *editor, bool isShown);

    void markUnless(bool isRight, const QString &name, const QString &what);
    /// Marks the line where it is shown and holds something else than a number above 0, or at least 0 where `isZeroRight`.
    void markAmount(const QString &name, const QLineEdit *line, bool isZeroRight = false);
    /// Marks the line where it is shown and holds no percentage that can be written as a share.
    void markPercent(const QString &name, const QLineEdit *line);

private:
    void adopt(const QString &name, const QString &label, FormField *field, const QString &help);
    QComboBox *makeChoice(const QString &name, std::initializer_list<std::pair<QString, QString>> choices);

    QToolButton *m_heading;
    QWidget *m_content;
    QFormLayout *m_layout;
    QMap<QString, FormField *> m_fields;
    std::vector<FormField *> m_order;
};

/// `0.1` (percent) as the share `0.001`, exact; none where the text is no number or finer than shares are counted.
std::optional<QString> shareOfPercent(const QString &text);
QString percentOfShare(const QString &text);
/// Chooses the entry with that value; nothing changes where there is none.
void chooseValue(QComboBox *box, const QString &value);

} // namespace bellwether
