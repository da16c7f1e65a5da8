#include "app/bellwether-cli/secretinput.h"

#include <sodium.h>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

/// Turns the echo of the terminal off while it lives.
class Silence {
public:
    explicit Silence(bool isWanted) : m_isOn(isWanted && ::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isOn)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (m_isOn)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Silence)

private:
    termios m_before{};
    bool m_isOn;
};

/// Byte by byte and without a buffer of the library, which would keep a copy.
std::optional<QByteArray> rawLine()
{
    QByteArray line;
    line.reserve(4'096); // no copy is left behind by growing
    char byte = 0;
    ssize_t got = 0;
    while ((got = ::read(STDIN_FILENO, &byte, 1)) == 1 && byte != '\n' && line.size() < 4'096)
        line.append(byte);
    if (got <= 0 && line.isEmpty())
        return {};
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool isTerminal() { return ::isatty(STDIN_FILENO) == 1; }

std::optional<QByteArray> prompted(const QString &prompt, bool isSecret)
{
    if (isTerminal())
        std::fprintf(stderr, "%s: ", qUtf8Printable(prompt));
    const Silence silence(isSecret && isTerminal());
    auto line = rawLine();
    if (isSecret && isTerminal())
        std::fputc('\n', stderr);
    return line;
}

} // namespace

std::optional<SecretBytes> readSecretLine(const QString &prompt)
{
    auto line = prompted(prompt, true);
    if (!line)
        return {};
    return SecretBytes(*std::move(line));
}

std::optional<SecretBytes> readSecret(const QString &prompt)
{
    auto first = prompted(prompt, true);
    if (!first)
        return {};
    QByteArray whole = *std::move(first);
    if (whole.startsWith("-----BEGIN")) {
        const Silence silence(isTerminal());
        for (int lines = 0; lines < 100 && !whole.trimmed().endsWith("-----END PRIVATE KEY-----"); ++lines) {
            auto next = rawLine();
            if (!next)
                break;
            whole += '\n' + *next;
            sodium_memzero(next->data(), std::size_t(next->size()));
        }
        whole += '\n';
    }
    return SecretBytes(std::move(whole));
}

std::optional<QString> readLine(const QString &prompt)
{
    const auto line = prompted(prompt, false);
    return line ? std::optional(QString::fromUtf8(*line)) : std::nullopt;
}

Result<std::unique_ptr<SecretStore>> openStore(const Profile &profile, const QString &kind)
{
    if (kind == u"keychain")
        return openSecretStore(profile, kind, {});
    const bool isNew = !hasVault(profile);
    auto passphrase = readSecretLine(isNew ? u"Passphrase for the new vault of keys"_s : u"Passphrase of the vault of keys"_s);
    if (!passphrase)
        return failure(ErrorCode::Denied, u"the vault of keys needs its passphrase: at a terminal, or as a line of standard input"_s);
    if (isNew && isTerminal()) {
        const auto again = readSecretLine(u"The same again"_s);
        if (!again || again->view() != passphrase->view())
            return failure(ErrorCode::InvalidArgument, u"the two passphrases are not the same"_s);
    }
    return openSecretStore(profile, kind, *passphrase);
}

} // namespace bellwether::cli
