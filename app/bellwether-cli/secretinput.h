#pragma once

#include "app/composition/liveaccounts.h"

namespace bellwether::cli {

/// One line that is not shown while it is typed; from a pipe, its next line. Nothing at the end of input.
std::optional<SecretBytes> readSecretLine(const QString &prompt);
/// A secret of several lines: a private key in PEM up to its end line, else one line.
std::optional<SecretBytes> readSecret(const QString &prompt);
/// A line that is shown.
std::optional<QString> readLine(const QString &prompt);
/// Opens the store of secrets, asking for the passphrase of a vault. A new vault's is asked for twice at a terminal.
Result<std::unique_ptr<SecretStore>> openStore(const Profile &profile, const QString &kind);

} // namespace bellwether::cli
