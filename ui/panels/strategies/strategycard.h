#pragma once

#include "ui/models/strategytablemodel.h"
#include "ui/panels/panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace bellwether {

class ParameterForm;

/// One strategy on one instrument: how it is switched, when it decides, what it made, and its parameters, which are changed
/// here. A form that the trader has begun to change is not touched by what the desk says meanwhile.
class StrategyCard final : public QWidget {
    Q_OBJECT
public:
    explicit StrategyCard(const PanelContext &context, QWidget *parent = nullptr);

    void show(const StrategyLine &line);
    /// The answer to a change of parameters.
    void applyAnswer(const CommandAnswer &answer);

private:
    void fillForm(const StrategyRow &row);
    void showTexts(const StrategyLine &line);
    void tune(const std::vector<StrategyRow> &rows);
    /// The values that are not the defaults.
    QStringList changes() const;
    bool isChanged() const;
    void showButtons();

    PanelContext m_context;
    std::optional<StrategyRow> m_row;
    std::shared_ptr<const std::vector<StrategyParameter>> m_shown; ///< what the form was filled with
    QLabel *m_title;
    QLabel *m_help;
    QLabel *m_schedule;
    QLabel *m_result;
    QComboBox *m_mode;
    QToolButton *m_on;
    QToolButton *m_auto;
    ParameterForm *m_form;
    QLabel *m_noParameters;
    QPushButton *m_apply;
    QPushButton *m_applyAll;
    QPushButton *m_defaults;
    QLabel *m_answer;
    std::vector<CommandId> m_asked;
};

} // namespace bellwether
