namespace Corpus;

/// <summary>Classes of one's own over a value of each thread.</summary>
public static class DerivedThreadLocals
{
    [Correct]
    public static void Each_thread_has_its_own()
    {
        using var counts = new Counts();
        var all = new int[2];
        Threads(() => all[0] = Twofold(), () => all[1] = Twofold());
        Expect(all is [3, 3], string.Join(' ', all));
        Expect(1, counts.Value);
        Expect(7, counts.Values.Sum());

        int Twofold()
        {
            counts.Value++;
            return ++counts.Value;
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void The_value_of_one_thread_is_looked_for_in_another()
    {
        using var counts = new Counts();
        Threads(() => counts.Value = 7);
        Expect(7, counts.Value);
    }

    [Correct]
    public static void One_without_a_factory_begins_with_nothing()
    {
        var texts = new Texts();
        Expect(texts.Value is null && !new Texts().IsValueCreated);
        Threads(() =>
        {
            Expect(texts.Value is null);
            texts.Value = "a";
            Expect(texts.IsValueCreated);
        });
        texts.Dispose();
        Expect(texts.IsDisposed);
        Throws<ObjectDisposedException>(() => texts.Value);
    }

    private static T Throws<T>(Func<object?> act)
        where T : Exception => Acts.Throws<T>(() => act());

    private sealed class Counts() : ThreadLocal<int>(() => 1, trackAllValues: true);

    private sealed class Texts : ThreadLocal<string?>
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
