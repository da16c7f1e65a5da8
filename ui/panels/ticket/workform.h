#pragma once

#include "core/desk/workfields.h"
#include "core/domain/instrument.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;

namespace bellwether {

class DecimalEdit;

/// What a kind of worked order asks for, as a form made from its declaration.
class WorkForm final : public QWidget {
    Q_OBJECT
public:
    explicit WorkForm(QWidget *parent = nullptr);

    /// Makes the form of a kind; texts of fields that both kinds have stay.
    void setKind(WorkKind kind);
    void setInstrument(const Instrument &instrument);
    /// The strategies that hold the instrument.
    void setHoldings(const QStringList &strategies);
    /// The present time of the market, for conditions on time, on the wall clock of its zone.
    void setClock(const QDateTime &wall, Duration offset);
    /// `key=value` of everything that is filled in. Errors: what an editor refuses, and what is needed and empty.
    Result<QStringList> words() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        const WorkField *field;
        QWidget *editor;
        std::function<Result<QString>()> value; ///< the text after the `=`; empty for nothing
    };
    void addRow(const WorkField &field);
    Row makeRow(const WorkField &field);
    Row numberRow(const WorkField &field, std::int64_t step, int decimals);
    Row countRow(const WorkField &field);
    Row distanceRow(const WorkField &field);
    Row conditionRow(const WorkField &field);
    Result<QString> conditionWords() const;
    void showCondition();
    DecimalEdit *makeNumber(const QString &name, std::int64_t step, int decimals);

    QFormLayout *m_layout;
    std::optional<WorkKind> m_kind;
    Instrument m_instrument;
    QStringList m_holdings;
    Duration m_offset{};
    QDateTime m_now;
    std::vector<Row> m_rows;
    // Of a condition; null for kinds without one.
    QComboBox *m_condition = nullptr;
    DecimalEdit *m_conditionPrice = nullptr;
    QLineEdit *m_indicator = nullptr;
    QLineEdit *m_threshold = nullptr;
    QComboBox *m_indicatorBars = nullptr;
    QDateTimeEdit *m_at = nullptr;
};

/// A field's name as the form shows it.
QString workFieldText(const WorkField &field);

} // namespace bellwether
