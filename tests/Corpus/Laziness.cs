namespace Corpus;

/// <summary>Lazy&lt;T&gt;, double-checked locking, and values of a thread or a flow.</summary>
public static class Laziness
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<int> Flow = new();
    private static int made;
    private static volatile Widget? published;
    private static Widget? widget;

    [ThreadStatic]
    private static int perThread;

    [Correct]
    public static void Made_once()
    {
        var lazy = new Lazy<Widget>(() => new Widget(Interlocked.Increment(ref made)));
        Twice(() => Expect(1, lazy.Value.Number));
        Expect(1, made);
    }

    [Broken(FailureKind.Assertion)]
    public static void Made_by_each_and_published_once()
    {
        var lazy = new Lazy<Widget>(() => new Widget(Interlocked.Increment(ref made)), LazyThreadSafetyMode.PublicationOnly);
        Twice(() => Expect(lazy.Value.Number > 0));
        Expect(1, made);
    }

    [Correct]
    public static void Published_once_whoever_made_it()
    {
        var lazy = new Lazy<Widget>(() => new Widget(7), LazyThreadSafetyMode.PublicationOnly);
        Widget? first = null, second = null;
        Together(() => first = lazy.Value, () => second = lazy.Value);
        Expect(ReferenceEquals(first, second));
    }

    [Broken(FailureKind.DataRace)]
    public static void Lazy_for_one_thread_only()
    {
        var lazy = new Lazy<Widget>(() => new Widget(7), LazyThreadSafetyMode.None);
        Twice(() => Expect(7, lazy.Value.Number));
    }

    /// <summary>The compiler keeps the delegate of a method group: in a generic method, in a type of the method's own.</summary>
    [Correct]
    public static void Method_group_in_a_generic_method()
    {
        Twice(() => Expect(3, Total<string>(["a", "bc"])));

        static int Total<T>(T[] items) => items.Sum(Length<T>);

        static int Length<T>(T item) => $"{item}".Length;
    }

    [Broken(FailureKind.DataRace)]
    public static void Delegate_kept_by_hand_in_a_generic_type()
    {
        Twice(() => Expect(3, Total<string>(["a", "bc"])));

        static int Total<T>(T[] items) => items.Sum(Kept<T>.Length ??= item => $"{item}".Length);
    }

    [Correct]
    public static void Double_checked_and_volatile()
    {
        Twice(() => Expect(1, Get().Number));

        static Widget Get()
        {
            if (published is null)
            {
                lock (Gate)
                    published ??= new Widget(++made);
            }

            return published;
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Checked_once_and_volatile()
    {
        Twice(() => Expect(1, Get().Number));

        static Widget Get()
        {
            if (published is null)
            {
                lock (Gate)
                    published = new Widget(++made);
            }

            return published;
        }
    }

    [Correct]
    public static void Double_checked_and_not_volatile()
    {
        Twice(() => Expect(1, Get().Number));

        static Widget Get()
        {
            if (widget is null)
            {
                lock (Gate)
                    widget ??= new Widget(++made);
            }

            return widget;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Double_checked_number()
    {
        Twice(() => Expect(1, Get()));

        static int Get()
        {
            if (made == 0)
            {
                lock (Gate)
                {
                    if (made == 0)
                        made = 1;
                }
            }

            return made;
        }
    }

    [Correct]
    public static void Static_initialiser_runs_once()
    {
        Twice(() => Expect(7, Settings.Number));
        Expect(1, made);
    }

    [Broken(FailureKind.DataRace)]
    public static void Field_set_by_whoever_comes_first()
    {
        Twice(() => Expect(7, (widget ??= new Widget(7)).Number));
    }

    [Correct]
    public static void Thread_local_parts_are_summed()
    {
        using var parts = new ThreadLocal<int>(trackAllValues: true);
        Threads(() => parts.Value++, () => parts.Value++);
        Expect(2, parts.Values.Sum());
    }

    [Broken(FailureKind.Assertion)]
    public static void Thread_static_is_not_for_all()
    {
        Threads(() => perThread++, () => perThread++);
        Expect(2, perThread);
    }

    [Correct]
    public static async Task Async_local_flows_down()
    {
        Flow.Value = 7;
        await Twice(async () =>
        {
            Expect(7, Flow.Value);
            await Task.Yield();
            Flow.Value++;
            Expect(8, Flow.Value);
        });
        Expect(7, Flow.Value);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Async_local_does_not_flow_up()
    {
        await Set();
        Expect(7, Flow.Value);

        static async Task Set()
        {
            await Task.Yield();
            Flow.Value = 7;
        }
    }

    private sealed record Widget(int Number);

    private static class Settings
    {
        public static readonly int Number = Make();

        private static int Make()
        {
            made++;
            return 7;
        }
    }

    private static class Kept<T>
    {
        public static Func<T, int>? Length;
    }
}
