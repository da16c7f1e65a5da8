#include "core/secrets/vaultfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr VaultFile::Cost cheap{1, 8'192}; // the least the library takes; a test is no attacker

SecretBytes secret(const char *text) { return SecretBytes(QByteArray(text)); }

} // namespace

class TestVaultFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatItIsGiven();
    void H11_wrongPassphraseOpensNothing();
    void H11_anyChangedByteIsNoticed();
    void H05_theFileShowsNothing();
    void aShortPassphraseMakesNoVault();
};

void TestVaultFile::keepsWhatItIsGiven()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.vault"_s);
    {
        auto vault = VaultFile::open(path, secret("correct horse"), cheap);
        QVERIFY(vault.has_value());
        QVERIFY((*vault)->put(u"binance/main"_s, secret("canary-secret-1")));
        QVERIFY((*vault)->put(u"binance/other"_s, secret("canary-secret-2")));
        QVERIFY((*vault)->remove(u"binance/other"_s));
    }
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
    auto vault = VaultFile::open(path, secret("correct horse"));
    QVERIFY(vault.has_value());
    QCOMPARE((*vault)->get(u"binance/main"_s)->view().toByteArray(), "canary-secret-1");
    QCOMPARE(int((*vault)->get(u"binance/other"_s).error().code), int(ErrorCode::NotFound));
}

// FAULTS H11
void TestVaultFile::H11_wrongPassphraseOpensNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.vault"_s);
    QVERIFY((*VaultFile::open(path, secret("correct horse"), cheap))->put(u"a"_s, secret("b")));
    for (const char *wrong : {"", "correct horsf", "Correct horse", "correct horse "}) {
        const auto opened = VaultFile::open(path, secret(wrong));
        QVERIFY(!opened.has_value());
        QCOMPARE(int(opened.error().code), int(ErrorCode::Denied));
        QVERIFY(!opened.error().detail.contains(u"correct"_s));
    }
}

// FAULTS H11: costs and salt are sealed with the content.
void TestVaultFile::H11_anyChangedByteIsNoticed()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.vault"_s);
    QVERIFY((*VaultFile::open(path, secret("correct horse"), cheap))->put(u"a"_s, secret("b")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        if (at >= 8 && at < 24)
            continue; // the costs: a changed one may ask for gigabytes, and is tried below
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ 1);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(changed);
        file.close();
        QVERIFY2(!VaultFile::open(path, secret("correct horse")), qPrintable(QString::number(at)));
    }
    for (const qsizetype size : {qsizetype(0), qsizetype(8), whole.size() - 1}) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(whole.left(size));
        file.close();
        QVERIFY(!VaultFile::open(path, secret("correct horse")));
    }
    QByteArray greedy = whole;
    greedy[16] = char(0x7f); // memory beyond every bound is refused before any is taken
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(greedy);
    file.close();
    QCOMPARE(int(VaultFile::open(path, secret("correct horse")).error().code), int(ErrorCode::StoreCorrupt));
}

// FAULTS H05
void TestVaultFile::H05_theFileShowsNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.vault"_s);
    QVERIFY((*VaultFile::open(path, secret("canary-passphrase"), cheap))->put(u"canary-name"_s, secret("canary-secret")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QVERIFY(!whole.contains("canary"));
    QVERIFY(!whole.contains(QByteArray("c\0a\0n\0a\0r\0y", 11)) && !whole.contains(QByteArray("\0c\0a\0n\0a\0r\0y", 12)));
}

void TestVaultFile::aShortPassphraseMakesNoVault()
{
    QTemporaryDir folder;
    const auto vault = VaultFile::open(folder.filePath(u"keys.vault"_s), secret("1234567"), cheap);
    QVERIFY(!vault.has_value());
    QCOMPARE(int(vault.error().code), int(ErrorCode::InvalidArgument));
}

QTEST_GUILESS_MAIN(TestVaultFile)
#include "tst_vaultfile.moc"
