using System.Text;
using Grader.Weaving;

namespace Grader.Tests.Weaving;

public sealed class SealedSuitesTests
{
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string OtherKey = "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["LostUpdate.Suite.dll"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Deposits_from_everywhere_add_up ", 100))),
        ["empty.pdb"] = [],
    };

    [Test]
    public void Opens_under_its_key()
    {
        var opened = SealedSuites.Open(SealedSuites.Seal(Files, Key), Key);
        opened.Keys.Order(StringComparer.Ordinal).ShouldBe(["LostUpdate.Suite.dll", "empty.pdb"]);
        opened["LostUpdate.Suite.dll"].ShouldBe(Files["LostUpdate.Suite.dll"]);
    }

    [Test]
    public void Shows_nothing_and_never_the_same_twice()
    {
        var one = SealedSuites.Seal(Files, Key);
        Encoding.Latin1.GetString(one).ShouldNotContain("LostUpdate");
        one.ShouldNotBe(SealedSuites.Seal(Files, Key));
    }

    [Test]
    public void Another_key_opens_nothing() =>
        Wrong(SealedSuites.Seal(Files, Key), OtherKey).ShouldContain("does not open the hidden suites: they were packed under another key");

    [Test]
    public void A_changed_byte_anywhere_is_noticed([Values(30, 45, 60, 200)] int at)
    {
        var bytes = SealedSuites.Seal(Files, Key);
        bytes[at] ^= 1;
        Wrong(bytes, Key).ShouldContain("changed since");
    }

    [Test]
    public void A_file_that_is_none_is_said_to_be_damaged([Values(0, 10, 40)] int length) =>
        Wrong(SealedSuites.Seal(Files, Key)[..length], Key).ShouldContain("damaged");

    [TestCase(null, "32 random bytes in Base64 (`openssl rand -base64 32` makes one)")]
    [TestCase(" ", "set GRADER_SUITE_KEY")]
    [TestCase("secret", "must be 32 bytes in Base64, 44 characters")]
    [TestCase("AAECAwQF", "must be 32 bytes in Base64, 44 characters")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm", "must be 32 bytes in Base64, 44 characters")]
    public void What_is_no_key_is_refused_with_the_mend(string? key, string mend) =>
        Wrong(SealedSuites.Seal(Files, Key), key).ShouldContain(mend);

    [Test]
    public void The_suites_of_a_bundle_are_the_ones_that_were_sealed()
    {
        var folder = Directory.CreateTempSubdirectory("suites-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "suites.enc"), SealedSuites.Seal(Files, Key));
        var suites = new SuiteFiles(Path.Combine(folder, "suites"), Key);
        suites.Read("LostUpdate.Suite.dll").ShouldBe(Files["LostUpdate.Suite.dll"]);
        suites.Read("Other.Suite.dll").ShouldBeNull();
        Directory.Delete(folder, recursive: true);
    }

    private static string Wrong(byte[] bytes, string? key) => Should.Throw<WrongUseException>(() => SealedSuites.Open(bytes, key)).Message;
}
