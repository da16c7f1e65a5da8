#pragma once

#include "core/lab/labcatalogue.h"
#include "ui/panels/backtest/setup/formfield.h"

#include <QMap>

class QFormLayout;

namespace bellwether {

/// One editor per declared parameter of a strategy, within its range.
class ParameterForm final : public QWidget {
    Q_OBJECT
public:
    /// Editors are named `param_` + `prefix` + parameter.
    explicit ParameterForm(const QString &prefix = {}, QWidget *parent = nullptr);

    void setStrategy(const LabStrategy &strategy);
    /// `name=value` of every parameter.
    QStringList values() const;
    /// Takes over the named values that this strategy has; the others keep theirs.
    void setValues(const QStringList &values);
    /// The field of a parameter; null where there is none of that name.
    FormField *field(const QString &name) const { return m_fields.value(name); }
    /// In the order of their declaration.
    std::vector<FormField *> fields() const;
    void clearTroubles();

Q_SIGNALS:
    void changed();

private:
    QWidget *makeEditor(const LabParameter &parameter);
    QString m_prefix;
    QFormLayout *m_layout;
    std::vector<LabParameter> m_parameters;
    QMap<QString, FormField *> m_fields;
};

} // namespace bellwether
