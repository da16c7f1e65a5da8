#pragma once

#include "core/lab/labcatalogue.h"
#include "ui/panels/backtest/formfield.h"

#include <QMap>

class QFormLayout;

namespace bellwether {

/// One editor per declared parameter of a strategy, within its range.
class ParameterForm final : public QWidget {
    Q_OBJECT
public:
    explicit ParameterForm(QWidget *parent = nullptr);

    void setStrategy(const LabStrategy &strategy);
    /// `name=value` of every parameter.
    QStringList values() const;
    /// Takes over the named values that this strategy has; the others keep theirs.
    void setValues(const QStringList &values);
    /// The field of a parameter; null where there is none of that name.
    FormField *field(const QString &name) const { return m_fields.value(name); }
    void clearTroubles();

Q_SIGNALS:
    void changed();

private:
    QWidget *makeEditor(const LabParameter &parameter);
    QFormLayout *m_layout;
    std::vector<LabParameter> m_parameters;
    QMap<QString, FormField *> m_fields;
};

} // namespace bellwether
