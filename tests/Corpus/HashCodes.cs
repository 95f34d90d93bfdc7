using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Corpus;

/// <summary>Hash codes, which are the same in each execution. What becomes of each is for the tests to say.</summary>
public static class HashCodes
{
    public static void Of_one_object_twice_and_of_keys_of_a_dictionary()
    {
        var plain = new Plain();
        Expect(plain.GetHashCode() == plain.GetHashCode() && RuntimeHelpers.GetHashCode(plain) == plain.GetHashCode());
        var numbers = new Dictionary<object, int> { [plain] = 1, [new Named("x")] = 2, [new Lettered("a", 1)] = 3 };
        Expect(numbers[plain] == 1 && numbers[new Named("x")] == 2 && numbers[new Lettered("a", 1)] == 3);
        Expect(440920331, "abc".GetHashCode());
        Expect(5.GetHashCode() == 5 && Of("abc") == "abc".GetHashCode() && Of(7) == 7);

        static int Of<T>(T of)
            where T : notnull => of.GetHashCode();
    }

    public static void Locks_that_are_chosen_by_them()
    {
        object[] locks = [new(), new(), new()];
        var counts = new int[3];
        object first = new(), second = new();
        Parallel.Invoke(() => Add(first), () => Add(second), () => Add(first));
        Expect(3, counts.Sum());

        void Add(object key)
        {
            var i = key.GetHashCode() % 3;
            lock (locks[i])
                counts[i]++;
        }
    }

    public static void Of_objects_without_one_of_their_own()
    {
        var (first, second) = (new object().GetHashCode(), RuntimeHelpers.GetHashCode(new object()));
        Expect(first == 1 << 30 && first != second);
        var turned = new Turned();
        Expect((turned.GetHashCode() ^ 1) == RuntimeHelpers.GetHashCode(turned));
    }

    public static void Of_addresses_are_those_of_texts()
    {
        Expect(new Uri("http://A/b#c").GetHashCode() == "HTTP://A/B".GetHashCode());
        Expect(new Uri("b", UriKind.Relative).GetHashCode() == "B".GetHashCode());
    }

    public static void Of_cultures_encodings_and_comparers_are_those_of_their_names()
    {
        var culture = CultureInfo.InvariantCulture;
        Expect(culture.GetHashCode() == "".GetHashCode() && culture.CompareInfo.GetHashCode() == "".GetHashCode() && culture.TextInfo.GetHashCode() == "".GetHashCode());
        Expect(Encoding.UTF8.GetHashCode() == new UTF8Encoding(true).GetHashCode() && Encoding.UTF8.GetHashCode() == "utf-8".GetHashCode());
        Expect(StringComparer.Ordinal.GetHashCode() == StringComparer.Ordinal.GetType().Name.GetHashCode());
        Expect(EqualityComparer<int>.Default.GetHashCode() == EqualityComparer<int>.Default.GetType().Name.GetHashCode());
    }

    public static void Of_texts_by_a_culture_are_those_of_their_sort_keys()
    {
        var culture = CultureInfo.InvariantCulture.CompareInfo;
        var key = Convert.ToHexString(culture.GetSortKey("ab").KeyData).GetHashCode();
        Expect(key == culture.GetHashCode("ab", CompareOptions.None) && key == culture.GetHashCode("ab".AsSpan(), CompareOptions.None));
        Expect(key == StringComparer.InvariantCulture.GetHashCode("ab") && key == ((IEqualityComparer<string>)StringComparer.InvariantCulture).GetHashCode("ab"));
        Expect(key == "ab".GetHashCode(StringComparison.InvariantCulture) && key == culture.GetSortKey("ab").GetHashCode());
        Expect(StringComparer.InvariantCultureIgnoreCase.GetHashCode("ab") == StringComparer.InvariantCultureIgnoreCase.GetHashCode("AB"));
        Expect(StringComparer.InvariantCultureIgnoreCase.GetHashCode("ab") == "AB".GetHashCode(StringComparison.InvariantCultureIgnoreCase));
        Expect(culture.GetHashCode("ab", CompareOptions.OrdinalIgnoreCase) == StringComparer.OrdinalIgnoreCase.GetHashCode("AB"));
    }

    public static void Names_of_files_that_are_drawn()
    {
        var name = Path.GetRandomFileName();
        Expect(name.Length == 12 && name[8] == '.' && name != Path.GetRandomFileName());
    }

    public static void Of_tokens_and_registrations()
    {
        using var source = new CancellationTokenSource();
        var registration = source.Token.Register(() => { });
        Expect(registration.GetHashCode() == source.Token.GetHashCode()
            && source.Token.GetHashCode() != new CancellationTokenSource().Token.GetHashCode());
    }

    private sealed class Plain;

    private sealed class Turned
    {
        public override int GetHashCode() => base.GetHashCode() ^ 1;
    }

    private sealed record Lettered(string Letter, int Number);

    private sealed class Named(string name)
    {
        private readonly string name = name;

        public override int GetHashCode() => HashCode.Combine(name, 1);

        public override bool Equals(object? obj) => obj is Named other && other.name == name;
    }
}
