#pragma once

#include "core/lab/laboratory.h"
#include "ui/panels/backtest/parameterform.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace bellwether {

/// What is to be run: strategy with its parameters, data, period, money, costs, fill. Checks what it can by itself and
/// marks bad input at its field; the rest comes back from the laboratory with the field's name.
class SetupForm final : public QScrollArea {
    Q_OBJECT
public:
    explicit SetupForm(QWidget *parent = nullptr);

    /// Fills strategies and stored series; the choice made before stays where it is still there.
    void setCatalogue(const LabCatalogue &catalogue);
    /// Whether there is something to run on.
    bool hasData() const;
    /// Marks fields that cannot be right and gives the first of them the focus.
    bool check();
    LabRequest request() const;
    void setRequest(const LabRequest &request);
    /// Marks the field the failure is about; false where the form has none of that name.
    bool showFailure(const LabFailure &failure);
    const LabStrategy *strategy() const;
    void setFiles(const QStringList &files);
    void askForFiles();

    /// The form as one line of text, and back.
    QString state() const;
    void restoreState(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void build();
    QLineEdit *addLine(QFormLayout *layout, const QString &name, const QString &label, const QString &placeholder,
                       const QString &help);
    QComboBox *addChoice(QFormLayout *layout, const QString &name, const QString &label,
                         std::initializer_list<std::pair<QString, QString>> choices, const QString &help);
    FormField *addField(QFormLayout *layout, const QString &name, const QString &label, QWidget *editor, const QString &help);
    void applySizing();
    void applyCosts();
    void applySource();
    void showStrategy();
    void clearTroubles();
    void markAmount(const QString &name, QLineEdit *line, const QString &what);
    void markMoment(const QString &name, QLineEdit *line);

    LabCatalogue m_catalogue;
    QStringList m_files;
    std::optional<LabRequest> m_wanted; ///< kept from the last start, until the catalogue is there
    QString m_shownStrategy;
    QMap<QString, FormField *> m_fields;
    QComboBox *m_strategy = nullptr;
    QLabel *m_strategyHelp = nullptr;
    ParameterForm *m_parameters = nullptr;
    QComboBox *m_source = nullptr;
    QLabel *m_sourceHelp = nullptr;
    QComboBox *m_timeframe = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QLineEdit *m_capital = nullptr;
    QComboBox *m_sizing = nullptr;
    QLineEdit *m_size = nullptr;
    QComboBox *m_costs = nullptr;
    QLineEdit *m_commission = nullptr;
    QLineEdit *m_spread = nullptr;
    QLineEdit *m_slippage = nullptr;
    QComboBox *m_fill = nullptr;
    QComboBox *m_end = nullptr;
    QLineEdit *m_confidence = nullptr;
    QCheckBox *m_short = nullptr;
};

/// `0.1` (percent) as the share `0.001`, exact; none where the text is no number or finer than shares are counted.
std::optional<QString> shareOfPercent(const QString &text);
QString percentOfShare(const QString &text);

} // namespace bellwether
