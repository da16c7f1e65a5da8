#pragma once

#include "core/domain/instrument.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class ChangeDialog;
}

namespace bellwether {

/// Two exact numbers of something that exists: stop and target of a position, quantity and price of an order. Shows what
/// they would mean as they change, and can be left with Esc.
class ChangeDialog final : public QDialog {
    Q_OBJECT
public:
    struct Field {
        QString label;
        std::int64_t value = 0;
        std::int64_t step = 1;
        int decimals = 2;
        bool canBeEmpty = false;
        bool isEnabled = true;
    };
    struct Question {
        QString title;
        QString deed;
        Field first;
        Field second;
        /// A sentence about the two values, or the reason why they cannot be.
        std::function<Result<QString>(std::int64_t first, std::int64_t second)> judge;
    };

    /// Opens beside the window; `done` is called once with both values when they are confirmed.
    static ChangeDialog *ask(QWidget *parent, Question question, std::function<void(std::int64_t, std::int64_t)> done);
    ~ChangeDialog() override;

private:
    ChangeDialog(QWidget *parent, Question question);
    Result<QString> verdict() const;
    void showVerdict();

    Question m_question;
    std::unique_ptr<Ui::ChangeDialog> m_ui;
};

} // namespace bellwether
