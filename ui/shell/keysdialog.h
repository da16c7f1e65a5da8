#pragma once

#include <QDialog>

namespace bellwether {

/// The page of keys, made from the table of commands and from the chart's.
class KeysDialog final : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(QWidget *parent = nullptr);
};

} // namespace bellwether
