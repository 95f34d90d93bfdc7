using System.Runtime.CompilerServices;

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

    public static void Of_tokens_and_registrations()
    {
        using var source = new CancellationTokenSource();
        var registration = source.Token.Register(() => { });
        Expect(registration.GetHashCode() == source.Token.GetHashCode()
            && source.Token.GetHashCode() != new CancellationTokenSource().Token.GetHashCode());
    }

    private sealed class Plain;

    private sealed record Lettered(string Letter, int Number);

    private sealed class Named(string name)
    {
        private readonly string name = name;

        public override int GetHashCode() => HashCode.Combine(name, 1);

        public override bool Equals(object? obj) => obj is Named other && other.name == name;
    }
}
